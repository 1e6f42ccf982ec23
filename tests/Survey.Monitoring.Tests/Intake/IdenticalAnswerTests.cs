namespace Survey.Monitoring.Tests.Intake;

/// <summary>Rows that are the same in all answers are named, once, and only where that is no chance.</summary>
public sealed class IdenticalAnswerTests : SmallStudies
{
    private const string All = "A,B,C,D,A,B,C,D,A,B,C,D";

    [Test]
    public void EachGroupIsNamedOnce()
    {
        StudyData data = Load(12, All, "B" + All[1..], All, "C" + All[1..], All, "C" + All[1..]);
        Finding[] doubts = [.. data.Findings.Where(finding => finding.Severity == Severity.Doubt)];
        Assert.That(doubts.Select(finding => finding.Rows), Is.EqualTo([3L, 2L]));
        Assert.That(doubts[0].Message, Does.StartWith("3 rows of 1 are the same in all 12 answers: ").And.Contains("row 1 (line 2) (n '1')").And.Contains("row 3 (line 4) (n '3')").And.Contains("row 5 (line 6) (n '5')"));
        Assert.That(data.Waves[0].IsResolved);
    }

    [TestCase(9, 0)]
    [TestCase(10, 1)]
    public void FewerThanTenItemsAreAlikeByChance(int items, int expected)
    {
        string answers = string.Join(',', All.Split(',').Take(items));
        Assert.That(Messages(Load(items, answers, answers), Severity.Doubt), Has.Length.EqualTo(expected));
    }

    [TestCase("A,B,C,D,A,B,C,D,A,,,", 0)]
    [TestCase("A,B,C,D,A,B,C,D,A,A,,", 1)]
    [TestCase(",,,,,,,,,,,", 0)]
    public void RowsOfFewAnswersAreNotCompared(string answers, int expected) =>
        Assert.That(Messages(Load(12, answers, answers), Severity.Doubt).Count(message => message.Contains("the same in all", StringComparison.Ordinal)), Is.EqualTo(expected));

    [Test]
    public void AnAnswerThatIsMissingDiffersFromOneThatIsNot() => Assert.That(Messages(Load(12, All, All[..^1]), Severity.Doubt), Is.Empty);

    [Test]
    public void ManyGroupsAreNotAllNamed()
    {
        // rows 2k and 2k + 1 are the same: the number k in base 4, by letters
        string[] rows = [.. Enumerable.Range(0, 60).Select(row => string.Join(',', Enumerable.Range(0, 12).Select(item => "ABCD"[((row / 2) >> (2 * item)) & 3])))];
        Assert.That(Messages(Load(12, rows), Severity.Doubt), Has.Length.EqualTo(21).And.One.EqualTo("10 more groups of rows of 1 are the same in all answers."));
    }

    private StudyData Load(int items, params string[] rows) =>
        Load(
            """
            columns: {n: {from: n, as: text}}
            instrument: {use: q, items: items.csv}
            waves: [{id: "1", files: people.csv, duplicates: {key: n, then: fail}, answers: {columns: "Q{item}", options: letters}}]
            """,
            ("items.csv", "item,type,options\n" + string.Concat(Enumerable.Range(1, items).Select(item => $"{item},single,4\n"))),
            ("people.csv", $"n,{string.Join(',', Enumerable.Range(1, items).Select(item => $"Q{item}"))}\n" + string.Concat(rows.Select((row, k) => $"{k + 1},{row}\n"))));
}
