using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>Presentation standards in a table, in JSON and in CSV.</summary>
public class StandardsTests
{
    // a: 20 people, b: 40 with a third, c: 400 with 99 %, d: 400 with 30 %
    private static string People(int psus) =>
        "g,psu,y\n" + Group("a", 20, psus, k => k < 5) + Group("b", 40, psus, k => k % 3 == 0) + Group("c", 400, psus, k => k % 100 > 0 && k != 1) + Group("d", 400, psus, k => k % 10 < 3);

    private static string Group(string name, int people, int psus, Func<int, bool> y) =>
        string.Concat(Enumerable.Range(0, people).Select(k => $"{name},{(k / 3 + k) % psus},{(y(k) ? 1 : 0)}\n"));

    [Test]
    public void ATableLeavesOutWhatIsSuppressedAndSaysWhy()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", People(20)), "--clusters", "psu", "--proportion", "y", "--by", "g", "--standards", "nchs");

        Assert.That(run.Output, Is.EqualTo("""
            proportion of y
            g    estimate  std. error   95 % interval  df  respondents  missing  presentation
            -  ----------  ----------  --------------  --  -----------  -------  --------------
            a  suppressed                              14           20        0  suppressed [1]
            b  suppressed                              14           40        0  suppressed [2]
            c     98.75 %       0.597  96.55 to 99.55  14          400        0  show
            d     30.00 %       6.555  17.99 to 45.57  14          400        0  show
            860 rows, 15 PSUs in 1 stratum, 14 degrees of freedom
            [1] suppressed: the number of respondents, 20, is under 30
            [2] suppressed: the effective sample size, 13.34, is under 30

            """));
    }

    [Test]
    public void FewDegreesOfFreedomOfAllAreSaidOnce()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", People(3)), "--clusters", "psu", "--proportion", "y", "--mean", "y", "--standards", "nchs", "--by", "g");

        Assert.That(run.Output, Is.EqualTo("""
            statistic        g    estimate  std. error       95 % interval  df  respondents  missing  presentation
            ---------------  -  ----------  ----------  ------------------  --  -----------  -------  --------------
            proportion of y  a  suppressed                                   2           20        0  suppressed [1]
            proportion of y  b  suppressed                                   2           40        0  suppressed [2]
            proportion of y  c     98.75 %       0.497      93.32 to 99.78   2          400        0  review [3]
            proportion of y  d     30.00 %       0.715      27.01 to 33.17   2          400        0  review
            mean of y        a      0.2500      0.0573    0.0035 to 0.4965   2           20        0  no rule [4]
            mean of y        b      0.3500      0.0220    0.2555 to 0.4445   2           40        0  no rule [4]
            mean of y        c     0.98750     0.00497  0.96612 to 1.00888   2          400        0  no rule [4]
            mean of y        d     0.30000     0.00715  0.26922 to 0.33078   2          400        0  no rule [4]
            860 rows, 3 PSUs in 1 stratum, 2 degrees of freedom
            [1] suppressed: the number of respondents, 20, is under 30
            [2] suppressed: the 95 % interval is 31.06 points wide, not under 30
            [3] review: the 95 % interval is 451 % as wide as the complement, more than 130 %, so 1 - p would be suppressed
            [4] no rule: NCHS has standards for proportions and counts, none for a mean
            review everything shown: there are fewer than 8 degrees of freedom

            """));
    }

    [Test]
    public void JsonKeepsTheNumbers()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", People(20)), "--clusters", "psu", "--proportion", "y", "--by", "g", "--standards", "nchs", "--format", "json");
        JsonElement[] estimates = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("estimates").EnumerateArray()];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimates[0].GetProperty("value").GetDouble(), Is.EqualTo(0.25));
            Assert.That(estimates[0].GetProperty("presentation").ToString(), Is.EqualTo(
                """{"standard":"nchs","status":"suppress","complementUnreliable":false,"reasons":["the number of respondents, 20, is under 30"]}""").IgnoreWhiteSpace);
            Assert.That(estimates[2].GetProperty("presentation").GetProperty("status").GetString(), Is.EqualTo("show"));
            Assert.That(estimates[3].GetProperty("presentation").ToString(), Is.EqualTo("""{"standard":"nchs","status":"show","complementUnreliable":false,"reasons":[]}""").IgnoreWhiteSpace);
        }
    }

    [Test]
    public void CsvKeepsTheNumbers()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", People(20)), "--clusters", "psu", "--proportion", "y", "--by", "g", "--standards", "nchs", "--format", "csv");
        string[] lines = run.Output.Split('\n');

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines[0], Does.EndWith(",remark,presentation,presentationReasons"));
            Assert.That(lines[1], Does.StartWith("proportion,y,a,0.25,").And.EndsWith(",,suppress,\"the number of respondents, 20, is under 30\""));
            Assert.That(lines[4], Does.EndWith(",,show,"));
        }
    }
}
