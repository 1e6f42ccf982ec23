namespace Survey.Monitoring.Tests.Programmes;

/// <summary>The programmes of the library ask what the notices ask: held against a table that was typed apart from them.</summary>
public class ThresholdTests
{
    /// <summary>The departments of Wuzhong as the table writes them.</summary>
    private static readonly Dictionary<string, string> _departments = new()
    {
        ["区政府"] = "government",
        ["政府办"] = "government-office",
        ["宣传部"] = "publicity",
        ["卫"] = "health",
        ["教育"] = "education",
        ["民政"] = "civil-affairs",
        ["财政"] = "finance",
        ["人社局"] = "social-security",
        ["住建"] = "housing",
        ["城管"] = "city-management",
        ["交运"] = "transport",
        ["水务"] = "water",
        ["农业农村"] = "agriculture",
        ["商务"] = "commerce",
        ["文体旅"] = "culture-sport",
        ["应急"] = "emergency",
        ["市监"] = "market",
        ["机关事务"] = "office-affairs",
        ["残联"] = "disabled",
        ["公安"] = "police",
        ["消防"] = "fire",
        ["资规分局"] = "planning",
        ["生态环境"] = "environment",
        ["各部门"] = "departments",
        ["镇"] = "towns",
    };

    [TestCaseSource(typeof(Threshold), nameof(Threshold.Cases))]
    public void ThePartAsksWhatTheTableSays(object row)
    {
        var threshold = (Threshold)row;
        ProgrammePart? part = Programme.Library[threshold.Programme][threshold.Part];
        Assert.That(part, Is.Not.Null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(part!.Rule.Normal(), Is.EqualTo(RuleNotation.Parse(threshold.Rule)));
            Assert.That(part.Points, Is.EqualTo(threshold.Points));
            if (threshold.Departments.Length > 0)
                Assert.That(part.Units, Is.EqualTo(threshold.Departments.Select(own => _departments[own])));
        }
    }

    [TestCaseSource(typeof(Threshold), nameof(Threshold.Programmes))]
    public void TheTableHasEveryPartThatIsNotReviewedAlone(string id)
    {
        string[] typed = [.. Threshold.All.Where(row => row.Programme == id).Select(row => row.Part)];
        string[] asked = [.. Programme.Library[id].Parts.Where(part => part.Rule is not ReviewTarget).Select(part => part.Id)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(typed, Is.Unique);
            Assert.That(asked.Except(typed), Is.Empty);
        }
    }

    [Test]
    public void EveryProgrammeOfTheLibraryIsInTheTable() => Assert.That(Threshold.Programmes, Is.EquivalentTo(Programme.Library.All.Select(own => own.Id)));

    [Test]
    public void EveryPartOfWuzhongIsInTheTableWithItsDepartments()
    {
        Threshold[] wuzhong = [.. Threshold.All.Where(row => row.Programme == "wuzhong-2023")];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wuzhong.Select(row => row.Part), Is.EqualTo(Programme.Library["wuzhong-2023"].Parts.Select(part => part.Id)));
            Assert.That(wuzhong.Where(row => row.Departments.Length == 0), Is.Empty);
        }
    }
}
