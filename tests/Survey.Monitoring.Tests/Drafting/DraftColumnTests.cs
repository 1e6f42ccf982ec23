using Survey.Monitoring.Drafting;

namespace Survey.Monitoring.Tests.Drafting;

/// <summary>What a draft makes of single columns.</summary>
public sealed class DraftColumnTests : DraftFolders
{
    [Test]
    public void FewNumberedHeadingsAreNoQuestionnaire()
    {
        string draft = Draft(Csv("data.csv", ["Q1", "Q2", "性别"], ["A", "B", "1"]));
        Assert.That(draft, Does.Not.Contain("instrument:"));
        Assert.That(Read(draft).Columns.Select(column => column.From[0]), Is.EquivalentTo(["Q1", "Q2", "性别"]));
    }

    [TestCase("status", "status_2")]
    [TestCase("wave", "wave_2")]
    [TestCase("and", "and_2")]
    [TestCase("case", "case_2")]
    [TestCase("Q1", "Q1_2")]
    [TestCase("unanswered", "unanswered_2")]
    [TestCase("No", "id")]
    [TestCase("12", "c12")]
    [TestCase("*年级", "年级")]
    [TestCase("7、您的年级", "您的年级")]
    public void NamesOfOtherThingsAreNotTaken(string heading, string name) =>
        Assert.That(Read(Draft(Column(heading, "1", "2"))).Columns.Single(column => column.From.Contains(heading)).Name, Is.EqualTo(name));

    [Test]
    public void EachColumnHasANameOfItsOwn()
    {
        string[] headings = ["渠道", "渠道(A)", "渠道(B)", "村居代码", "town", "出生日期", "调查日期", "ageGroup", "年龄", "Age"];
        Study study = Read(Draft(Csv("data.csv", headings, ["1", "1", "0", "329901001201", "2", "1980-01-02", "2023-09-01", "3", "43", "43"])));
        Assert.That(study.Columns.Select(column => column.Name), Is.Unique.And.SupersetOf(new[] { "渠道", "渠道_2", "village", "town", "townName", "age", "Age_2", "ageGroup" }));
    }

    [TestCase("NULL")]
    [TestCase("null")]
    [TestCase("NA")]
    public void MissingTextsAreQuotedWhereYamlMeansSomethingElse(string text)
    {
        string draft = Draft(Column("年级", "1", "2", text));
        Assert.That(Read(draft).Missing, Is.EqualTo([text]));
        Assert.That(draft, Does.Contain(text == "NA" ? "missing: [NA]" : $"missing: [\"{text}\"]"));
    }

    [TestCase("NULL")]
    [TestCase("Null")]
    [TestCase("~")]
    [TestCase("true")]
    [TestCase("Yes")]
    [TestCase("no")]
    [TestCase("on")]
    [TestCase("OFF")]
    [TestCase("")]
    [TestCase("-1")]
    [TestCase("a: b")]
    [TestCase("*x")]
    [TestCase("007")]
    [TestCase(" x")]
    public void ScalarsThatCouldBeMisreadAreQuoted(string text) => Assert.That(YamlText.Scalar(text), Does.StartWith("\""));

    [TestCase("男")]
    [TestCase("15~69岁")]
    [TestCase("4.5")]
    [TestCase("抽样/村代码.csv")]
    public void OtherScalarsStayPlain(string text) => Assert.That(YamlText.Scalar(text), Is.EqualTo(text));

    [TestCase("村代码", "3.20506E+11", 12)]
    [TestCase("编码", "3.20506E+08", 9)]
    public void DestroyedCodesAreCodesWithLostDigits(string heading, string value, int digits)
    {
        string draft = Draft(Column(heading, value, value));
        StudyColumn column = Read(draft).Columns.Single(column => column.From.Contains(heading));
        Assert.That((column.As, column.Digits, column.Codes.Count), Is.EqualTo((StudyColumnType.Code, digits, 0)));
        Assert.That(LineOf(draft, column.Name), Does.Contain($"# ? a spreadsheet has lost digits of these codes, such as {value}"));
    }

    [Test]
    public void FreeTextIsNotReadUntilAPersonSaysSo()
    {
        string draft = Draft(Column("其他说明", [.. Enumerable.Range(1, 40).Select(k => $"第{k}户由邻居代答")]));
        Assert.That(LineOf(draft, "其他说明"), Does.StartWith("  # 其他说明: {from: 其他说明, as: text}").And.Contain("# ? free text may name people; take it in only if it is needed; 40 different texts"));
        Assert.That(Read(draft).Columns.Select(column => column.Name), Does.Not.Contain("其他说明"));
        Assert.That(draft, Does.Not.Contain("邻居"));
    }

    [Test]
    public void AFewTextsThatDoNotRecurAreFreeToo() =>
        Assert.That(LineOf(Draft(Column("其他说明", [.. Enumerable.Range(1, 12).Select(k => $"第{k}户由邻居代答")])), "其他说明"), Does.StartWith("  # 其他说明"));

    [Test]
    public void KnownNamesOfPlacesAreNoFreeText() =>
        Assert.That(Read(Draft(Column("村名", [.. Enumerable.Range(1, 40).Select(k => $"第{k}村")]))).Columns.Single(column => column.Name == "villageName").As, Is.EqualTo(StudyColumnType.Text));

    [Test]
    public void SeveralAnswersInOneCellAreNoFreeText()
    {
        string[] texts = ["电视", "报纸", "网络", "医生"];
        string[] values = [.. Enumerable.Range(1, 15).Select(k => string.Join('┋', texts.Where((_, bit) => (k & (1 << bit)) != 0)))];
        StudyColumn column = Read(Draft(Column("途径", values))).Columns.Single(column => column.Name == "途径");
        Assert.That(column.Options.Select(option => option.Option), Is.EquivalentTo(texts));
    }

    [TestCase("调查员", "王小明")]
    [TestCase("访问员", "王小明")]
    [TestCase("审核员", "王小明")]
    [TestCase("质控员签名", "王小明")]
    [TestCase("12、录入员:", "王小明")]
    [TestCase("经度", "120.512")]
    [TestCase("姓名", "王小明")]
    public void StaffAndPositionsAreDropped(string heading, string value)
    {
        string draft = Draft(Column(heading, value, value));
        Assert.That(Read(draft).PersonalData.Drop, Is.EqualTo([heading]));
        Assert.That(draft, Does.Not.Contain(value));
    }

    [TestCase("调查员", "03")]
    [TestCase("调查员编号", "A03")]
    public void CodesOfStaffAreNot(string heading, string value) => Assert.That(Read(Draft(Column(heading, value, "04"))).PersonalData.Drop, Is.Empty);

    [Test]
    public void AHeadingWithAStarIsItself()
    {
        string draft = Draft(Csv("data.csv", ["*性别", "性别*", "*1、文化程度"], ["1", "1", "2"]));
        Study study = Read(draft);
        Assert.That(study.Columns.Single(column => column.Name == "sex").From, Is.EqualTo(["*性别"]));
        Assert.That(study.Columns.Single(column => column.Name == "education").From, Is.EqualTo(["*1、文化程度"]));
        Assert.That(study.Load().Findings.Where(finding => finding.Severity == Severity.Unresolved), Is.Empty);
    }

    [Test]
    public void UnitsBehindNumbersAreTold()
    {
        StudyColumn column = Read(Draft(Column("所用时间", "312秒", "298秒", "1024秒"))).Columns.Single(column => column.Name == "duration");
        Assert.That((column.As, column.Unit), Is.EqualTo((StudyColumnType.Number, "秒")));
    }

    [Test]
    public void ResultIsACategoryWhateverStandsInIt() =>
        Assert.That(Read(Draft(Column("入户结果", "20230904", "20230905"))).Response.Disposition, Is.EqualTo("result"));

    [Test]
    public void AHeadingThatStandsTwiceIsMarked() =>
        Assert.That(LineOf(Draft(Csv("data.csv", ["性别", "年级", "年级"], ["1", "1", "2"])), "年级"), Does.Contain("? the heading stands twice in a file of 1"));
}
