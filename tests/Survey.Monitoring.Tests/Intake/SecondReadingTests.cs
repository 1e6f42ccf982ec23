using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Intake;

/// <summary>What looks right at first sight and is not: moments, totals, answers with two meanings, sheets beside the first.</summary>
public class SecondReadingTests : SmallStudies
{
    private const string Moments = "columns: {id: {from: id, as: text}, t: {from: t, as: text}, z: {from: z, as: text}}\nwaves: [{id: \"1\", files: people.csv, duplicates: {key: id, then: last, by: t}}]\n";

    [TestCase("2023/9/5 9:00:00", "2023/9/12 10:00:00", true)]
    [TestCase("2023/9/5 下午12:30:00", "2023/9/5 下午1:30:00", false)]
    [TestCase("2023/9/5 11:30:00 AM", "2023/9/5 1:30:00 PM", false)]
    [TestCase("2023/9/10 9:00:00", "2023-09-12 09:00:00", false)]
    [TestCase("2023-09-12T10:30:00+08:00", "2023-09-12T10:00:00Z", false)]
    public void MomentsAreOrderedInOneFormOnly(string first, string second, bool isOrdered)
    {
        StudyData data = Load(Moments, ("people.csv", $"id,t,z\n1,{first},a\n1,{second},b\n"));
        Assert.That(data.Waves[0].IsResolved, Is.EqualTo(isOrdered));
        Assert.That(Values(data, "z"), Is.EqualTo((string[])(isOrdered ? ["b"] : ["a", "b"])));
    }

    [Test]
    public void ARowThatSaysThatItIsATotalIsADoubt()
    {
        StudyData data = Load("columns: {id: {from: id, as: text}, a: {from: a, as: number}, b: {from: b, as: number}}\n" + OneWave, ("people.csv", "id,a,b\n1,1,2\n合计,1,2\n"));
        Assert.That(Messages(data, Severity.Doubt), Has.One.Items.And.One.Contains("row 2 (line 3): 1 row of 1 has a single cell filled in, or 合计 or the like, and may be no person"));
    }

    [Test]
    public void ATotalInARegisterDoesNotCountTwice()
    {
        StudyData data = Load(
            "columns: {id: {from: id, as: text}, village: {from: village, as: text}}\nlookups: [{file: v.csv, key: village, columns: {n: n}}]\nresponse: {by: village, drawn: n}\n" + OneWave,
            ("v.csv", "village,n\nv1,10\n合计,10\n"), ("people.csv", "id,village\n1,v1\n"));
        Assert.That(Unresolved(data), Has.Some.Contains("row 2 is a total of others, which would count twice"));
    }

    [Test]
    public void AnAnswerThatIsAnOptionAndMeansIDoNotKnowIsNamed()
    {
        StudyData data = Load(
            "columns: {n: {from: n, as: text}}\ninstrument: {use: q, items: items.csv, dontKnow: [不知道, 9]}\nwaves: [{id: \"1\", files: people.csv, answers: {columns: \"Q{item}\", options: numbers}}]\n",
            ("items.csv", "item,type,options\n1,single,10\n2,single,4\n"), ("people.csv", "n,Q1,Q2\n1,9,9\n"));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains("item Q1: '9' is an option of it and means \"I do not know\" too"));
        Assert.That(Values(data, "Q2"), Is.EqualTo(["不知道"]));
    }

    [Test]
    public void TelephoneNumbersOfATableOfNumbersAreNotShown()
    {
        StudyData data = LoadColumn("codes: {1: a}", ["13800138000.0", "微信13800138000王小明"]);
        Assert.That(Unresolved(data), Has.One.Items.And.None.Contains("138").And.None.Contains("王小明"));
    }

    [TestCase("", "1", false)]
    [TestCase("read: {sheet: \"*\"}, ", "1,2,3", true)]
    [TestCase("read: {sheet: [乙镇, 甲镇]}, ", "2,3,1", true)]
    public void PeopleOfOtherSheetsAreNotLost(string read, string ids, bool isResolved)
    {
        string folder = NewFolder();
        Workbook.Write(Path.Combine(folder, "a.xlsx"), ("甲镇", [Row("id", "x"), Row("1", "a")]), ("说明", [Row("填表说明")]), ("乙镇", [Row("x", "id"), Row("b", "2"), Row("c", "3")]));
        StudyData data = Study.Read(Write(folder, $"columns: {{id: {{from: id, as: text}}, x: {{from: x, as: text}}}}\nwaves: [{{id: \"1\", {read}files: a.xlsx}}]\n")).Load();
        Assert.That(string.Join(',', Values(data, "id")), Is.EqualTo(ids));
        Assert.That(data.Waves[0].IsResolved, Is.EqualTo(isResolved), string.Join('\n', Unresolved(data)));
    }

    private static IReadOnlyList<Cell> Row(params string[] texts) => [.. texts.Select(text => Cell.Of(text))];
}
