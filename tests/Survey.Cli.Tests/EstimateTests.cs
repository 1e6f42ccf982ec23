using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>What survey estimate prints.</summary>
public class EstimateTests
{
    // two strata of two PSUs; b has a missing answer, 未知 an unknown domain
    private const string People = "h,psu,w,y,b,区\n1,1,10,3,1,东\n1,2,10,5,0,西\n1,2,10,6,1,西\n2,1,20,4,1,东\n2,2,20,8,,东\n2,2,20,2,0,\n";

    [Test]
    public void ATableAlignsChineseNames()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("人口.csv", People), "--weights", "w", "--strata", "h", "--clusters", "psu", "--proportion", "b as 吸烟", "--by", "区");
        Assert.That(run, Is.EqualTo(new Run(0, """
            proportion of 吸烟
            区  estimate  std. error      95 % interval  df  respondents  missing
            --  --------  ----------  -----------------  --  -----------  -------
            东  100.00 %       0.000  15.81 to 100.00 *   1            2        1
            西   50.00 %       0.000               - **   0            2        0
            6 rows, 4 PSUs in 2 strata, 2 degrees of freedom; 1 row of unknown domain
            * no variation among the respondents: exact binomial limit, in which clustering and weights are not counted
            ** no interval: there are no degrees of freedom

            """, "")));
    }

    [Test]
    public void JsonHasEveryFieldInTheOrderOfTheOptions()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", People), "--weights", "w", "--strata", "h", "--clusters", "psu",
            "--total", "y", "--proportion", "b", "--ratio", "y", "w", "--categories", "区", "--format", "json");
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        JsonElement design = root.GetProperty("design"), estimates = root.GetProperty("estimates");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(design.ToString(), Is.EqualTo(JsonDocument.Parse("""{"rows":6,"strata":2,"psus":4,"degreesOfFreedom":2,"unknownDomain":0,"notes":[]}""").RootElement.ToString()).IgnoreWhiteSpace);
            Assert.That(estimates.EnumerateArray().Select(estimate => $"{estimate.GetProperty("statistic")} {estimate.GetProperty("variable")}"),
                Is.EqualTo(["total y", "proportion b", "ratio y / w", "proportion 区", "proportion 区"]));
            JsonElement proportion = estimates[1];
            Assert.That(proportion.EnumerateObject().Select(property => property.Name),
                Is.EqualTo(["statistic", "variable", "domain", "value", "standardError", "degreesOfFreedom", "interval", "respondents", "missing", "sumOfWeights", "designEffect"]));
            Assert.That(proportion.GetProperty("value").GetDouble(), Is.EqualTo(40.0 / 70).Within(1e-15));
            Assert.That(proportion.GetProperty("missing").GetInt64(), Is.EqualTo(1));
            Assert.That(proportion.GetProperty("designEffect").GetDouble(), Is.EqualTo(21_200 / 13_650.0).Within(1e-15));
            Assert.That(proportion.GetProperty("interval").EnumerateObject().Select(property => property.Name), Is.EqualTo(["method", "level", "low", "high"]));
            Assert.That(estimates[0].GetProperty("interval").GetProperty("method").GetString(), Is.EqualTo("wald"));
            Assert.That(estimates[3].GetProperty("category").GetString(), Is.EqualTo("东"));
        }
    }

    [Test]
    public void AnEmptyCellIsARowWithoutRespondents()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", People), "--mean", "y", "--by", "区,h", "--format", "json");
        JsonElement[] estimates = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("estimates").EnumerateArray()];
        JsonElement empty = estimates[3];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimates, Has.Length.EqualTo(4));
            Assert.That(empty.GetProperty("domain").ToString(), Does.Contain("西").And.Contain("\"2\""));
            Assert.That(empty.GetProperty("respondents").GetInt64(), Is.Zero);
            Assert.That(empty.GetProperty("value").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(empty.GetProperty("standardError").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(empty.GetProperty("interval").GetProperty("low").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(run.Messages, Does.Contain("no weights were given"));
        }
    }

    [Test]
    public void CsvReadsBackAsATable()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", People), "--weights", "w", "--mean", "y", "--by", "区", "--format", "csv");
        Assert.That(run.Output.Split('\n')[0], Is.EqualTo("statistic,variable,区,value,standardError,degreesOfFreedom,low,high,level,method,respondents,missing,sumOfWeights,unknownDomain,remark"));
        Assert.That(run.Output.Split('\n')[1], Does.StartWith("mean,y,东,5."));
    }

    [Test]
    public void DesignEffectsStandBesideWhenAskedFor()
    {
        using var session = new Session();
        string[] words = ["estimate", session.File("p.csv", People), "--weights", "w", "--strata", "h", "--clusters", "psu", "--mean", "y", "--standard-deviation", "y", "--design-effects"];
        Run table = Session.Survey(words);
        JsonElement json = JsonDocument.Parse(Session.Survey([.. words, "--format", "json"]).Output).RootElement.GetProperty("estimates")[0];
        Run csv = Session.Survey([.. words, "--format", "csv"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Output, Is.EqualTo("""
                statistic                estimate  std. error    95 % interval  df  respondents  missing  deff  eff. n  Kish deff
                -----------------------  --------  ----------  ---------------  --  -----------  -------  ----  ------  ---------
                mean of y                   4.667       0.474   2.626 to 6.707   2            6        0  0.26      23       1.11
                standard deviation of y     2.366       0.755  -0.883 to 5.615   2            6        0  2.62     2.3       1.11
                6 rows, 4 PSUs in 2 strata, 2 degrees of freedom

                """));
            Assert.That(json.EnumerateObject().Select(property => property.Name).TakeLast(4), Is.EqualTo(["designEffect", "effectiveSampleSize", "kishDesignEffect", "coefficientOfVariation"]));
            Assert.That(json.GetProperty("kishDesignEffect").GetDouble(), Is.EqualTo(6 * 1_500.0 / (90 * 90)).Within(1e-15));
            Assert.That(csv.Output.Split('\n')[0], Does.EndWith("sumOfWeights,designEffect,effectiveSampleSize,kishDesignEffect,coefficientOfVariation,unknownDomain,remark"));
        }
    }

    [Test]
    public void ProportionsAndMeansAreStandardized()
    {
        using var session = new Session();
        string people = session.File("p.csv", People), standard = session.File("population.csv", "区,people\n东,3\n西,1\n");
        Run run = Session.Survey("estimate", people, "--weights", "w", "--proportion", "b", "--total", "y", "--standardize", "区", standard, "--format", "csv");
        Run none = Session.Survey("estimate", people, "--total", "y", "--standardize", "区", standard);
        Run three = Session.Survey("estimate", people, "--mean", "y", "--standardize", "区", session.File("three.csv", "a,b,c\n东,3,1\n"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output.Split('\n')[1], Does.StartWith("standardized proportion,b,0.875,").And.Contain(",logit,"));
            Assert.That(run.Output.Split('\n')[2], Does.StartWith("total,y,420,"));
            Assert.That(none.Messages, Is.EqualTo("survey: --standardize is for proportions and means, and none is asked for; add --proportion EXPR or --mean EXPR.\n"));
            Assert.That(three.Messages, Does.EndWith("of --standardize has 3 columns; it needs two: the level, and its population.\n"));
        }
    }

    [Test]
    public void AnUnknownLevelIsNotedWithTheNearest()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", "sex,w\nMale,1\nFemale,1\n"), "--weights", "w", "--proportion", "sex = 'male'");
        Assert.That(run.Code, Is.Zero);
        Assert.That(run.Messages, Is.EqualTo("survey: note: 'sex' has no level 'male', so nothing is equal to it; did you mean 'Male'?\n"));
    }

    [Test]
    public void LevelIntervalAndDegreesOfFreedomAreTaken()
    {
        using var session = new Session();
        string path = session.File("p.csv", People);
        JsonElement Estimate(params string[] options) =>
            JsonDocument.Parse(Session.Survey(["estimate", path, "--weights", "w", "--strata", "h", "--clusters", "psu", "--proportion", "b", "--format", "json", .. options]).Output).RootElement.GetProperty("estimates")[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Estimate().GetProperty("interval").GetProperty("method").GetString(), Is.EqualTo("logit"));
            Assert.That(Estimate("--interval", "wald", "--level=0.9").GetProperty("interval").GetProperty("level").GetDouble(), Is.EqualTo(0.9));
            Assert.That(Estimate("--interval", "wald").GetProperty("interval").GetProperty("method").GetString(), Is.EqualTo("wald"));
            Assert.That(Estimate("--where", "区 = '西'").GetProperty("degreesOfFreedom").GetDouble(), Is.Zero);
            Assert.That(Estimate("--where", "区 = '西'", "--df", "design").GetProperty("degreesOfFreedom").GetDouble(), Is.EqualTo(2));
        }
    }

    [Test]
    public void StrataAreMergedByAFile()
    {
        using var session = new Session();
        string path = session.File("p.csv", "h,psu,w,y\n01,1,10,3\n02,1,10,5\n02,2,10,6\n03,1,20,4\n03,2,20,8\n"), map = session.File("map.csv", "from;to\n01;south\n02;south\n");
        Run run = Session.Survey("estimate", path, "--weights", "w", "--strata", "h", "--clusters", "psu", "--total", "y", "--collapse", map);
        Assert.That(run, Is.EqualTo(new Run(0, """
            total of y
            estimate  std. error   95 % interval  df  respondents  missing
            --------  ----------  --------------  --  -----------  -------
               380.0        84.3  111.8 to 648.2   3            5        0
            5 rows, each a PSU, in 2 strata, 3 degrees of freedom

            """, "survey: note: strata merged: 2 into 1, 3 in all before, 2 now\n")));
    }

    [Test]
    public void ASystematicSampleHasSuccessiveDifferences()
    {
        using var session = new Session();
        string path = session.File("p.csv", "psu,list,w,y\n1,2024-05-01,1,3\n2,2024-03-01,1,5\n3,2024-04-01,1,6\n4,2024-02-01,1,4\n");
        Run run = Session.Survey("estimate", path, "--weights", "w", "--clusters", "psu", "--total", "y", "--systematic", "list", "--format", "json");
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;

        using (Assert.EnterMultipleScope())
        {
            // 4, 5, 6, 3 and n/(2(n - 1)) = 2/3
            Assert.That(root.GetProperty("estimates")[0].GetProperty("standardError").GetDouble(), Is.EqualTo(Math.Sqrt(2 / 3.0 * (1 + 1 + 9))).Within(1e-14));
            Assert.That(root.GetProperty("design").GetProperty("notes")[0].GetString(), Does.Contain("in the order of 'list'"));
            Assert.That(run.Messages, Does.Contain("successive differences"));
        }
    }

    [Test]
    public void SeveralFilesAreOneSample()
    {
        using var session = new Session();
        string[] lines = People.TrimEnd().Split('\n');
        string first = session.File("a.csv", string.Join('\n', lines[..4])), second = session.File("b.csv", string.Join('\n', [lines[0], .. lines[4..]])), whole = session.File("c.csv", People);
        string[] options = ["--weights", "w", "--strata", "h", "--clusters", "psu", "--mean", "y", "--format", "json"];
        Assert.That(Session.Survey(["estimate", first, second, .. options]).Output, Is.EqualTo(Session.Survey(["estimate", whole, .. options]).Output));
    }

    [Test]
    public void HelpTeachesEveryOption()
    {
        Run run = Session.Survey("estimate", "--help");
        Assert.That(run.Code, Is.Zero);
        foreach (Option option in EstimateCommand.Command.Options)
            Assert.That(run.Output, Does.Contain(option.Name));
        Assert.That(run.Output.Split('\n').Select(line => line.Length), Has.All.LessThanOrEqualTo(120));
        Assert.That(Session.Survey("help", "estimate").Output, Is.EqualTo(run.Output));
        Assert.That(Session.Survey().Output, Is.EqualTo(Session.Survey("--help").Output).And.Contains("describe"));
        Assert.That(Session.Survey("help").Code, Is.Zero);
    }
}
