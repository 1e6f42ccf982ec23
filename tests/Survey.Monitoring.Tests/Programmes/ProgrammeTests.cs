namespace Survey.Monitoring.Tests.Programmes;

/// <summary>What the notices hold, counted: nothing is lost, added or rescaled.</summary>
public class ProgrammeTests
{
    private static readonly Programme _wuzhong = Programme.Library["wuzhong-2023"], _qidong = Programme.Library["qidong-2023"], _lianyungang = Programme.Library["lianyungang-2020"], _yongchuan = Programme.Library["yongchuan-2023"], _jiangyin = Programme.Library["jiangyin-2018"];

    [Test]
    public void WuzhongHas69ItemsOf70And77Parts()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_wuzhong.Items.Select(item => item.Number), Is.EqualTo(Enumerable.Range(1, 70).Where(no => no != 29).Select(no => $"{no}")));
            Assert.That(_wuzhong.Items, Has.Count.EqualTo(69));
            Assert.That(_wuzhong.Parts.Count(), Is.EqualTo(77));
            Assert.That(_wuzhong.Missing.Select(item => (item.Number, item.Dimension)), Is.EqualTo(new[] { ("29", "3") }));
            Assert.That(_wuzhong["29"], Is.Null);
        }
    }

    [Test]
    public void WuzhongsPointsAddUpTo99AndStayWhatTheyAre()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_wuzhong.Dimensions.Select(own => _wuzhong.Items.First(item => item.Dimension == own.Id).Number), Is.EqualTo(new[] { "1", "5", "23", "38", "49", "61" }));
            Assert.That(_wuzhong.Dimensions.Select(own => _wuzhong.Parts.Where(part => part.Dimension == own.Id).Sum(part => part.Points)), Is.EqualTo(new decimal?[] { 10, 20, 19, 20, 15, 15 }));
            Assert.That(_wuzhong.Dimensions.Select(own => own.StatedPoints), Is.EqualTo(new decimal?[] { 10, null, 20, 20, 15, 15 }));
            Assert.That(_wuzhong.Total, Is.EqualTo(99));
            Assert.That(_wuzhong.Parts.Select(part => part.Points!.Value).Distinct().Order(), Is.EqualTo(new decimal[] { 1, 2 }));
        }
    }

    [Test]
    public void WuzhongSplitsSomePointsAndJoinsSomeConditions()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_wuzhong.Items.Where(item => item.Parts.Count > 1).Select(item => item.Number), Is.EqualTo(new[] { "2", "4", "8", "23", "24", "42" }));
            Assert.That(_wuzhong.Parts.Where(part => part.Rule.Walk().OfType<AllOfTarget>().Any()).Select(part => part.Id), Is.EqualTo(new[] { "10", "22", "25", "34", "50", "51", "55", "60", "64" }));
            Assert.That(_wuzhong.Parts.Where(part => part.Rule.Walk().OfType<AnyOfTarget>().Any()).Select(part => part.Id), Is.EqualTo(new[] { "37", "54" }));
            Assert.That(_wuzhong.Parts.Where(part => part.Indicator is not null).Select(part => part.Id), Is.EqualTo(new[] { "37", "50", "54" }));
        }
    }

    [Test]
    public void QidongHas45MeasurablePartsWithoutPoints()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_qidong.Parts.Count(part => part.IsMeasurable), Is.EqualTo(45));
            Assert.That(_qidong.Parts.Count(part => !part.IsMeasurable), Is.AtLeast(22));
            Assert.That(_qidong.HasPoints, Is.False);
            Assert.That(_qidong.Parts.Where(part => part.IsByTown).Select(part => part.Id), Is.EqualTo(new[] { "8.47", "8.48", "8.49", "8.50" }));
            Assert.That(_qidong.Parts.Where(part => part.By is not null).Select(part => (part.Id, part.By)), Is.EqualTo(new (string, DateOnly?)[] { ("7.11", new DateOnly(2025, 12, 31)) }), "十四五末");
        }
    }

    [Test]
    public void LianyungangHasThirtyTasksWithoutPoints()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_lianyungang.Items.Select(item => item.Number), Is.EqualTo(Enumerable.Range(1, 30).Select(no => $"{no}")));
            Assert.That(_lianyungang.HasPoints, Is.False);
            Assert.That(_lianyungang.Dimensions.Select(own => _lianyungang.Items.First(item => item.Dimension == own.Id).Number), Is.EqualTo(new[] { "1", "9", "15", "20", "24", "29" }));
        }
    }

    /// <summary>无烟环境是健康促进医院、学校、机关和企业建设的必要前提条件: of those four, and not of communities and families.</summary>
    [Test]
    public void YongchuansPrerequisiteIsOfHospitalsSchoolsOfficesAndFirms()
    {
        ProgrammePart[] resting = [.. _yongchuan.Parts.Where(part => part.Rule.Walk().OfType<PrerequisiteTarget>().Any())];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(resting.Select(part => part.Name.Chinese), Is.EqualTo(new[] { "健康促进医院比例", "健康促进学校比例", "健康促进机关比例", "健康促进企业比例" }));
            Assert.That(resting.SelectMany(part => part.Rule.Walk().OfType<PrerequisiteTarget>()).Select(rule => rule.Of).Distinct().Select(of => _yongchuan[of]!.Name.Chinese), Is.EqualTo(new[] { "室内场所和交通工具禁烟" }));
        }
    }

    [Test]
    public void YongchuanComparesWithTheSameSeasonAndTheSameYear()
    {
        NoWorseTarget rule = _yongchuan["K3"]!.Rule.Walk().OfType<NoWorseTarget>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule, Is.EqualTo(Target.NoWorseInSeason(ChangeDirection.Rise)));
            Assert.That(_yongchuan.ReferenceYear, Is.EqualTo(ReferenceYear.Same));
            Assert.That(_yongchuan.Choices.Select(choice => choice.Id), Has.No.Member("referenceYear"));
        }
    }

    [Test]
    public void JiangyinRanksItsDepartments()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_jiangyin.Ranking!.OutOf, Is.EqualTo(1000));
            Assert.That(_jiangyin.Ranking.TopShare, Is.EqualTo(30));
            Assert.That(_jiangyin.Ranking.Grade.Chinese, Is.EqualTo("优秀"));
            Assert.That(_jiangyin.HasPoints, Is.False);
            Assert.That(Programme.Library.All.Where(own => own.Ranking is not null), Is.EqualTo(new[] { _jiangyin }));
        }
    }

    /// <summary>Exactly what is open is asked of a study: a choice stands for the parts that need it, and for no others.</summary>
    [TestCaseSource(typeof(Threshold), nameof(Threshold.Programmes))]
    public void AChoiceIsListedForThePartsThatRestOnIt(string id)
    {
        Programme programme = Programme.Library[id];
        (string Choice, Func<ProgrammePart, bool> Rests)[] needs =
        [
            ("adults", part => part.AgesChoice == "adults"),
            ("tolerance", part => part.Rule.Walk().OfType<AboutTarget>().Any(rule => rule.Tolerance is null)),
            ("referenceYear", part => programme.ReferenceYear is null && part.Rule.Walk().OfType<ReferenceTarget>().Any()),
            ("start", part => part.Rule.Walk().Any(rule => rule is RelativeChangeTarget { Since: Target.Start } or PointsChangeTarget { Since: Target.Start })),
            ("lastYear", part => part.Rule.Walk().Any(rule => rule is RelativeChangeTarget { Since: Target.LastYear } or PointsChangeTarget { Since: Target.LastYear } or NoWorseTarget { Since: Target.LastYear })),
            .. new[] { "sewage", "below", "yearly", "range" }.Select(choice => (choice, new Func<ProgrammePart, bool>(part => part.Rule.Walk().OfType<ChoiceTarget>().Any(rule => rule.Choice == choice)))),
        ];
        using (Assert.EnterMultipleScope())
        {
            foreach ((string choice, Func<ProgrammePart, bool> rests) in needs)
                Assert.That(programme.Choices.FirstOrDefault(own => own.Id == choice)?.For ?? [], Is.EqualTo(programme.Parts.Where(rests).Select(part => part.Id)), choice);
        }
    }
}
