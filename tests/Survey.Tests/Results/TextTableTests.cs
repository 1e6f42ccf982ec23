using static Survey.Expr;
using static Survey.Statistic;

namespace Survey.Tests.Results;

/// <summary>Tables of text as people see them.</summary>
public class TextTableTests
{
    private static readonly Table People = Table.FromColumns([
        ("h", Numbers(1, 1, 1, 2, 2, 2, 3, 3, 4, 4)),
        ("w", Numbers(2, 3, 1, 2, 2, 4, 10, 20, 30, 3)),
        ("y", Numbers(3, 1, 4, 1, 5, 9, 2, 6, 5, double.NaN)),
        ("smokes", (Column)new FlagColumn([true, false, true, true, true, null, false, false, false, false])),
        ("地区", new CategoryColumn(["城市", "城市", "乡村", "城市", "城市", "城市", "乡村", "乡村", "乡村", null], ["乡村", "城市", "无"]))]);

    private static readonly SurveyDesign Design = new(People, "w", "h");

    [Test]
    public void ChineseAndLatinAlign() =>
        Assert.That(Design.By("地区").Proportion("smokes").ToString(), Is.EqualTo(
            """
            proportion of smokes
            地区  estimate  std. error   95 % interval  df  respondents  missing
            ----  --------  ----------  --------------  --  -----------  -------
            乡村    1.64 %       1.823  0.00 to 100.00   1            4        0
            城市   66.67 %      27.716   3.64 to 99.06   3            4        1
            无           -           -               -   0            0        0
            10 rows, each a PSU, in 4 strata, 6 degrees of freedom; 1 row of unknown domain

            """.ReplaceLineEndings("\n")));

    [Test]
    public void SeveralStatisticsAreNamedAndRemarksAreMarked() =>
        Assert.That(Design.Estimate(Mean("y"), Proportion(Col("y") > 100), Shares("smokes")).ToText(0.9), Is.EqualTo(
            """
            statistic              category  estimate  std. error    90 % interval  df  respondents  missing
            ---------------------  --------  --------  ----------  ---------------  --  -----------  -------
            mean of y                           4.743       0.786   3.217 to 6.270   6            9        1
            proportion of y > 100              0.00 %       0.000  0.00 to 28.31 *   6            9        1
            proportion of smokes   false      90.41 %       5.163   74.77 to 96.77   6            9        1
            proportion of smokes   true        9.59 %       5.163    3.23 to 25.23   6            9        1
            10 rows, each a PSU, in 4 strata, 6 degrees of freedom
            * no variation among the respondents: exact binomial limit, in which clustering and weights are not counted

            """.ReplaceLineEndings("\n")));

    [Test]
    public void EachRemarkHasItsMark()
    {
        string text = new SurveyDesign(People.Head(1), "w", lonelyPsu: LonelyPsu.Certainty).Estimate(Mean("y"), Proportion(Col("y") > 100), Total("y")).ToText();

        Assert.That(text, Is.EqualTo(
            """
            statistic              estimate  std. error     95 % interval  df  respondents  missing
            ---------------------  --------  ----------  ----------------  --  -----------  -------
            mean of y                3.0000      0.0000               - *   0            1        0
            proportion of y > 100    0.00 %       0.000  0.00 to 97.50 **   0            1        0
            total of y               6.0000      0.0000               - *   0            1        0
            1 row, each a PSU, in 1 stratum, 0 degrees of freedom
            * no interval: there are no degrees of freedom
            ** no variation among the respondents: exact binomial limit, in which clustering and weights are not counted

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void AnEstimateIsOneLine() =>
        Assert.That(Design.Where(Col("地区") == "城市").Mean("y").ToString(), Is.EqualTo("mean of y: 4.38, standard error 1.85, 95 % interval -1.52 to 10.29; 5 respondents, 0 missing"));

    [Test]
    public void NotesOfTheDesignStandBelow() =>
        Assert.That(new SurveyDesign(People).Mean("y").ToString() + new SurveyDesign(People).Estimate(Mean("y")), Does.EndWith("\nNote: no weights were given: every row counts 1, so totals are counts of rows\n"));

    [TestCase("", 0)]
    [TestCase("smoker", 6)]
    [TestCase("吸烟率", 6)]
    [TestCase("ｆｕｌｌ", 8)]
    [TestCase("한국", 4)]
    [TestCase("𠮷野家", 6)]
    [TestCase("e\u0301te\u0301", 3)]
    [TestCase("😀", 2)]
    [TestCase("🚭", 2)]
    [TestCase("（%）", 5)]
    [TestCase("≥65", 3)]
    public void WidthIsWhatATerminalShows(string text, int width) => Assert.That(TextTable.Width(text), Is.EqualTo(width));

    [Test]
    public void ColumnsAreAsWideAsTheirWidestCell()
    {
        var table = new TextTable(TextTable.Left("名"), TextTable.Right("n"));
        table.Add("吸烟", "1");
        table.Add("b", "1,234");

        Assert.That(table.ToString(), Is.EqualTo("名        n\n----  -----\n吸烟      1\nb     1,234\n"));
    }

    private static NumberColumn Numbers(params ReadOnlySpan<double> values) => new(values);
}
