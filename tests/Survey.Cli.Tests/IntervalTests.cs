using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>Intervals in the corners, in words and in JSON.</summary>
public class IntervalTests
{
    private static readonly string[] Methods = ["wald", "logit", "likelihood", "arcsine", "wilson", "beta", "korn-graubard"];

    [Test]
    public void NobodyOfThirtyAndAllOfThirtyHaveExactLimits([ValueSource(nameof(Methods))] string method)
    {
        using var session = new Session();
        string path = session.File("p.csv", "none,all\n" + string.Concat(Enumerable.Repeat("0,1\n", 30)));

        Assert.That(Session.Survey("estimate", path, "--proportion", "none", "--proportion", "all", "--interval", method).Output, Is.EqualTo("""
            statistic           estimate  std. error      95 % interval  df  respondents  missing
            ------------------  --------  ----------  -----------------  --  -----------  -------
            proportion of none    0.00 %       0.000    0.00 to 11.57 *  29           30        0
            proportion of all   100.00 %       0.000  88.43 to 100.00 *  29           30        0
            30 rows, each a PSU, in 1 stratum, 29 degrees of freedom
            * no variation among the respondents: exact binomial limit, in which clustering and weights are not counted

            """));
        using (Assert.EnterMultipleScope())
            foreach (JsonElement interval in Intervals(path, "--proportion", "none", "--proportion", "all", "--interval", method))
            {
                Assert.That(interval.GetProperty("method").GetString(), Is.EqualTo("korn-graubard"));
                Assert.That(interval.GetProperty("high").GetDouble() - interval.GetProperty("low").GetDouble(), Is.EqualTo(1 - Math.Pow(0.025, 1.0 / 30)).Within(1e-15));
                Assert.That(interval.GetProperty("remark").GetString(), Does.StartWith("no variation among the respondents"));
            }
    }

    [Test]
    public void ADesignEffectCanBeAssumed()
    {
        using var session = new Session();
        string path = session.File("p.csv", "none,y\n" + string.Concat(Enumerable.Repeat("0,1\n0,4\n", 15)));
        string[] options = ["--proportion", "none", "--mean", "y", "--assumed-design-effect", "1.5"];

        Assert.That(Session.Survey(["estimate", path, .. options]).Output, Does.Contain("0.00 to 16.84 *").And.EndsWith("\n* no variation among the respondents: exact binomial limit, for an assumed design effect of 1.5\n"));
        Assert.That(Intervals(path, options)[0].GetProperty("high").GetDouble(), Is.EqualTo(1 - Math.Pow(0.025, 1.0 / 20)).Within(1e-15));
        Assert.That(Session.Survey(["estimate", path, .. options, "--format", "csv"]).Output.Split('\n')[1], Does.EndWith("for an assumed design effect of 1.5\""));
    }

    /// <summary>Two clusters, 40 % and 60 %: p = .5, se = .1, and the logit interval is expit(± t · .1/.25).</summary>
    [Test]
    public void OneDegreeOfFreedomIsWide([ValueSource(nameof(Methods))] string method)
    {
        using var session = new Session();
        string path = session.File("p.csv", "psu,y\n" + string.Concat(Enumerable.Range(0, 20).Select(k => $"{k / 10},{(k % 10 < (k < 10 ? 4 : 6) ? 1 : 0)}\n")));
        JsonElement interval = Intervals(path, "--clusters", "psu", "--proportion", "y", "--interval", method)[0];
        double low = interval.GetProperty("low").GetDouble(), high = interval.GetProperty("high").GetDouble();
        double t = Math.Tan(Math.PI * 0.475); // qt(0.975, 1)

        Assert.That(interval.GetProperty("method").GetString(), Is.EqualTo(method));
        Assert.That(low + high, Is.EqualTo(1).Within(1e-14));
        Assert.That(low, method == "wald" ? Is.EqualTo(0.5 - t * 0.1).Within(1e-13) : Is.InRange(0, 0.11));
        if (method == "logit")
            Assert.That(low, Is.EqualTo(1 / (1 + Math.Exp(0.4 * t))).Within(1e-14));
    }

    [Test]
    public void WithoutDegreesOfFreedomThereIsNone([ValueSource(nameof(Methods))] string method)
    {
        using var session = new Session();
        string path = session.File("p.csv", "psu,y\n1,0\n1,1\n1,1\n");
        string[] options = ["--clusters", "psu", "--lonely-psu", "certainty", "--proportion", "y", "--interval", method];

        Assert.That(Session.Survey(["estimate", path, .. options]).Output, Is.EqualTo("""
            proportion of y
            estimate  std. error  95 % interval  df  respondents  missing
            --------  ----------  -------------  --  -----------  -------
             66.67 %       0.000            - *   0            3        0
            3 rows, 1 PSU in 1 stratum, 0 degrees of freedom
            * no interval: there are no degrees of freedom

            """));
        Assert.That(Intervals(path, options)[0].ToString(), Is.EqualTo($$"""{"method":"{{method}}","level":0.95,"low":null,"high":null,"remark":"no interval: there are no degrees of freedom"}""").IgnoreWhiteSpace);
    }

    /// <summary>How many people live in a stratum is known from the weights, without error.</summary>
    [Test]
    public void TheShareOfAStratumIsFixedByTheDesign([ValueSource(nameof(Methods))] string method)
    {
        using var session = new Session();
        string path = session.File("p.csv", "h,w\n1,3\n1,3\n2,2\n2,2\n2,2\n");
        string[] options = ["--weights", "w", "--strata", "h", "--proportion", "h = 1 as first", "--interval", method];

        Assert.That(Session.Survey(["estimate", path, .. options]).Output, Is.EqualTo("""
            proportion of first
            estimate  std. error     95 % interval  df  respondents  missing
            --------  ----------  ----------------  --  -----------  -------
             50.00 %       0.000  50.00 to 50.00 *   3            5        0
            5 rows, each a PSU, in 2 strata, 3 degrees of freedom
            * fixed by the design

            """));
        Assert.That(Intervals(path, options)[0].ToString(), Is.EqualTo($$"""{"method":"{{method}}","level":0.95,"low":0.5,"high":0.5,"remark":"fixed by the design"}""").IgnoreWhiteSpace);
    }

    [Test]
    public void ALevelIsShownAsItIs()
    {
        using var session = new Session();
        string path = session.File("p.csv", "y\n0\n1\n1\n");
        string Heading(string level) => Session.Survey("estimate", path, "--proportion", "y", "--level", level).Output.Split('\n')[1];

        Assert.That(Heading("0.99999999"), Does.Contain(" 99.999999 % interval "));
        Assert.That(Heading("0.57"), Does.Contain(" 57 % interval "));
    }

    private static JsonElement[] Intervals(string path, params string[] options) =>
        [.. JsonDocument.Parse(Session.Survey(["estimate", path, .. options, "--format", "json"]).Output).RootElement.GetProperty("estimates").EnumerateArray().Select(estimate => estimate.GetProperty("interval"))];
}
