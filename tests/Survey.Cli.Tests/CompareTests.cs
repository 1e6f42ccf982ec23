using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>What survey compare prints.</summary>
public class CompareTests
{
    private static readonly string[] Design = ["--weights", "w", "--strata", "stratum", "--clusters", "village"];

    private static string Data(string name) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "datasets", "two-waves", name + ".csv"));

    [Test]
    public void WavesOfOneFile()
    {
        Run run = Session.Survey(["compare", Data("two_waves_new4"), "--wave", "year", .. Design, "--proportion", "literate", "--same-places", "yes"]);
        Assert.That(run, Is.EqualTo(new Run(0, """
            proportion of literate
            wave  estimate  std. error   95 % interval  df  respondents  missing
            ----  --------  ----------  --------------  --  -----------  -------
            2023   28.73 %       2.599  23.78 to 34.25  42          960        0
            2024   31.46 %       2.468  26.70 to 36.64  42          960        0
            2023: 960 rows, 48 PSUs in 6 strata, 42 degrees of freedom
            2024: 960 rows, 48 PSUs in 6 strata, 42 degrees of freedom

            change of the proportion of literate
               2023     2024  change (points)  std. error  95 % interval  relative (%)  95 % interval (Fieller)  correlation  df
            -------  -------  ---------------  ----------  -------------  ------------  -----------------------  -----------  --
            28.73 %  31.46 %             2.73        2.69  -2.69 to 8.15          9.49           -8.54 to 32.20         0.44  42
            24 of 48 PSUs of 2024 are among the 48 of 2023 (declared the same places)

            """, "")));
    }

    [Test]
    public void SharingIsDeclaredNeverInferred()
    {
        Run run = Session.Survey(["compare", Data("two_waves"), "--wave", "year", .. Design, "--proportion", "literate"]);
        Assert.That(run, Is.EqualTo(new Run(2, "",
            "survey: 48 of 48 village ids of 2024 occur in 2023: say whether they are the same places (--same-places yes or no), which ids alone cannot tell, as many surveys use them anew.\n")));
    }

    [Test]
    public void OneFileAWaveIsTheSame()
    {
        using var session = new Session();
        string[] lines = File.ReadAllLines(Data("two_waves_lost"));
        string[] paths = [.. ((string[])["2023", "2024"]).Select(year => session.File($"{year}.csv", string.Join('\n', [lines[0], .. lines.Where(line => line.StartsWith(year, StringComparison.Ordinal))])))];
        string[] asked = [.. Design, "--proportion", "literate", "--mean", "person", "--same-places", "yes", "--format", "json"];
        Assert.That(Session.Survey(["compare", .. paths, .. asked]).Output, Is.EqualTo(Session.Survey(["compare", Data("two_waves_lost"), "--wave", "year", .. asked]).Output));
    }

    [Test]
    public void JsonHasEverythingThatWasWorkedOut()
    {
        JsonElement root = Json([Data("two_waves_new2"), "--wave", "year", .. Design, "--proportion", "literate", "--same-places", "yes",
            "--contrast", "p2 - 1.2 * p1 as gap", "--decompose", "cut(person, 1, 11, 21) as age", "--average", "--trend", "--pooled"]);
        JsonElement change = root.GetProperty("changes")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(root.EnumerateObject().Select(property => property.Name),
                Is.EqualTo(["waves", "overlaps", "notes", "estimates", "changes", "contrasts", "averages", "trends", "pooled", "decompositions"]));
            Assert.That(root.GetProperty("waves").EnumerateArray().Select(wave => wave.GetProperty("name").GetString()), Is.EqualTo(["2023", "2024"]));
            Assert.That(root.GetProperty("overlaps")[0].GetProperty("sharedPsus").GetInt32(), Is.EqualTo(36));
            Assert.That(change.EnumerateObject().Select(property => property.Name),
                Is.EqualTo(["from", "to", "statistic", "variable", "domain", "before", "after", "covariance", "correlation", "degreesOfFreedom", "difference", "logRatio", "relative"]));
            Assert.That(Number(change, "covariance"), Is.EqualTo(0.000318902758872617).Within(1e-15));
            Assert.That(Number(change, "difference", "standardError"), Is.EqualTo(0.0254332053363637).Within(1e-14));
            Assert.That(change.GetProperty("relative").GetProperty("interval").GetProperty("method").GetString(), Is.EqualTo("fieller"));
            Assert.That(change.GetProperty("relative").GetProperty("fieller").GetProperty("shape").GetString(), Is.EqualTo("interval"));
            Assert.That(root.GetProperty("contrasts")[0].GetProperty("contrast").GetString(), Is.EqualTo("gap"));
            Assert.That(Number(root.GetProperty("contrasts")[0], "standardError"), Is.EqualTo(0.0285755404845852).Within(1e-14));
            JsonElement parts = root.GetProperty("decompositions")[0];
            Assert.That(Number(parts, "composition", "value") + Number(parts, "withinGroups", "value"), Is.EqualTo(Number(parts, "change", "value")).Within(1e-15));
            Assert.That(Number(root.GetProperty("pooled")[0], "value"), Is.EqualTo(Number(root.GetProperty("averages")[0], "value")).Within(0.01), "near one another");
        }
    }

    [Test]
    public void ABaseOfZeroInWordsAndInJson()
    {
        using var session = new Session();
        string path = session.File("p.csv", Villages(before: village => 0, after: village => village % 3));
        string[] asked = [path, "--wave", "year", "--weights", "w", "--clusters", "village", "--proportion", "y > 0 as smoker", "--same-places", "yes"];
        Run run = Session.Survey(["compare", .. asked]);
        JsonElement change = Json(asked).GetProperty("changes")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output, Does.Contain("* an estimate of 0 or 1 shows no sampling error, so the intervals of its change are too narrow\n** no relative change: the base is 0\n"));
            Assert.That(change.GetProperty("relative").GetProperty("value").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(change.GetProperty("relative").GetProperty("interval").GetProperty("remark").GetString(), Is.EqualTo("no relative change: the base is 0"));
            Assert.That(change.GetProperty("remark").GetString(), Does.StartWith("an estimate of 0 or 1"));
            Assert.That(Number(change, "difference", "value"), Is.GreaterThan(0));
        }
    }

    [Test]
    public void ABaseNotDistinguishableFromZeroInWordsAndInJson()
    {
        using var session = new Session();
        string path = session.File("p.csv", Villages(before: village => village == 1 ? 1 : 0, after: village => village % 3));
        string[] asked = [path, "--wave", "year", "--weights", "w", "--clusters", "village", "--proportion", "y > 0 as smoker", "--same-places", "no"];
        Run run = Session.Survey(["compare", .. asked]);
        JsonElement relative = Json(asked).GetProperty("changes")[0].GetProperty("relative");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output, Does.Match(@"\* no relative change: the base is not distinguishable from 0 \(g = \d\.\d\d\)\n"));
            Assert.That(Number(relative, "fieller", "g"), Is.GreaterThan(1));
            Assert.That(relative.GetProperty("fieller").GetProperty("shape").GetString(), Is.EqualTo("outside"));
            Assert.That(relative.GetProperty("interval").GetProperty("low").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(relative.GetProperty("baseIsImprecise").GetBoolean(), Is.True);
        }
    }

    [Test]
    public void WithoutDegreesOfFreedomThereIsNoInterval()
    {
        using var session = new Session();
        string path = session.File("p.csv", Villages(village => village % 2, village => village % 3));
        Run run = Session.Survey("compare", path, "--wave", "year", "--weights", "w", "--clusters", "village", "--proportion", "y > 0 as smoker", "--where", "village = 1 or village = 2 and year = 2024", "--same-places", "yes");
        Assert.That(run.Output, Does.Contain("no interval: there are no degrees of freedom"));
    }

    [Test]
    public void DesignColumnsMayBeNamedFileByFile()
    {
        using var session = new Session();
        string first = session.File("a.csv", "gew,dorf,y\n1,1,2\n2,2,3\n1,3,5\n"), second = session.File("b.csv", "w,village,y\n1,1,4\n2,2,3\n1,3,6\n");
        JsonElement root = Json([first, second, "--weights", "gew", "--weights", "w", "--clusters", "dorf", "--clusters", "village", "--mean", "y", "--same-places", "yes", "--names", "2023,2024"]);
        Assert.That(Number(root.GetProperty("changes")[0], "difference", "value"), Is.EqualTo(4 - 13.0 / 4).Within(1e-15));
        Assert.That(Number(root.GetProperty("changes")[0], "covariance"), Is.Not.Zero);
        Run run = Session.Survey("compare", first, second, "--weights", "gew", "--weights", "w", "--weights", "w", "--mean", "y");
        Assert.That(run.Messages, Is.EqualTo("survey: --weights stands 3 times for 2 files; give it once for all, or once for each in their order.\n"));
    }

    [Test]
    public void ACrosswalkIsTaken()
    {
        using var session = new Session();
        string first = session.File("a.csv", "village,y\n0101,2\n0102,3\n0103,5\n"), second = session.File("b.csv", "village,y\n0101,4\n0102,3\n9903,6\n"), crosswalk = session.File("c.csv", "before,after\n0103,9903\n");
        string[] asked = [first, second, "--clusters", "village", "--mean", "y", "--same-places", "yes"];
        Assert.That(Session.Survey(["compare", .. asked]).Output, Does.Contain("2 of 3 PSUs of b are among the 3 of a"));
        Assert.That(Session.Survey(["compare", .. asked, "--crosswalk", crosswalk]).Output, Does.Contain("3 of 3 PSUs of b are among the 3 of a"));
        Assert.That(Session.Survey(["compare", .. asked, "--crosswalk", session.File("d.csv", "0103,9903\n")]).Messages, Does.Contain("'0103' is an id in earlier waves already; begin the file with a line such as before,after."));
    }

    [Test]
    public void CsvHasARowForEachChange()
    {
        Run run = Session.Survey(["compare", Data("two_waves"), "--wave", "year", .. Design, "--proportion", "literate", "--by", "stratum as town", "--same-places", "yes", "--format", "csv"]);
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.That(lines, Has.Length.EqualTo(7));
        Assert.That(lines[0], Does.StartWith("statistic,variable,town,from,to,before,beforeStandardError,beforeLow,beforeHigh,beforeRespondents,beforeMissing,after,"));
        Assert.That(lines[1], Does.StartWith("proportion,literate,1,2023,2024,0.2"));
    }

    [Test]
    public void SeveralStepsStandInOneTable()
    {
        using var session = new Session();
        string[] paths = [.. ((string[])["2022", "2023", "2024"]).Select((year, k) => session.File($"{year}.csv", $"village,y\n1,{k}\n2,{k * k}\n3,{2 + k}\n"))];
        Run run = Session.Survey(["compare", .. paths, "--clusters", "village", "--mean", "y", "--same-places", "yes"]);
        Assert.That(run.Output.Split('\n').SkipWhile(line => !line.StartsWith("change", StringComparison.Ordinal)).Skip(3).Take(3).Select(line => line[..10]), Is.EqualTo(["2022  2023", "2023  2024", "2022  2024"]));
    }

    [Test]
    public void AContrastIsOfEachDomainsWaves()
    {
        JsonElement root = Json([Data("two_waves"), "--wave", "year", .. Design, "--proportion", "literate", "--same-places", "yes", "--by", "if(stratum in (1, 2), '东区', '西部山区') as 地区", "--contrast", "p2 - p1", "--contrast", "\"2024\" / \"2023\" as ratio"]);
        JsonElement[] contrasts = [.. root.GetProperty("contrasts").EnumerateArray()], changes = [.. root.GetProperty("changes").EnumerateArray()];
        Assert.That(contrasts, Has.Length.EqualTo(4));
        for (int k = 0; k < 2; k++)
        {
            Assert.That(contrasts[k].GetProperty("domain").GetRawText(), Is.EqualTo(changes[k].GetProperty("domain").GetRawText()).IgnoreWhiteSpace);
            Assert.That(Number(contrasts[k], "value"), Is.EqualTo(Number(changes[k], "difference", "value")).Within(1e-15));
            Assert.That(Number(contrasts[2 + k], "value"), Is.EqualTo(1 + Number(changes[k], "relative", "value")).Within(1e-14));
        }
    }

    [Test]
    public void WhatIsFixedByTheDesignHasNoErrorAnywhere()
    {
        string[] asked = [Data("two_waves"), "--wave", "year", .. Design, "--proportion", "person <= 10 as young", "--same-places", "yes"];
        Run run = Session.Survey(["compare", .. asked, "--average", "--decompose", "if(person <= 5, 1, 2) as age"]);
        JsonElement change = Json(asked).GetProperty("changes")[0];
        Assert.That(run.Output, Does.Contain("0.00 to 0.00 *").And.Contain("* fixed by the design").And.Not.Contain("-0.00").And.Not.Match(@"\d{6}"));
        Assert.That(Number(change, "difference", "standardError"), Is.Zero);
        Assert.That(change.GetProperty("correlation").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void TheOrderOfTextWavesMayBeGiven()
    {
        using var session = new Session();
        string path = session.File("p.csv", string.Concat(((string[])["轮,village,y\n", .. ((string[])["第一轮", "第二轮", "第三轮"]).SelectMany((round, k) => ((int[])[1, 2, 3]).Select(village => $"{round},{village},{k + village * k % 3}\n"))])));
        string[] asked = [path, "--wave", "轮", "--clusters", "village", "--mean", "y", "--same-places", "yes"];
        Assert.That(Json([.. asked, "--names", "第一轮,第二轮,第三轮"]).GetProperty("waves").EnumerateArray().Select(wave => wave.GetProperty("name").GetString()), Is.EqualTo(["第一轮", "第二轮", "第三轮"]));
        Assert.That(Session.Survey(["compare", .. asked, "--names", "第一轮,第二轮"]).Messages, Does.Contain("The order of the waves does not name 第三轮"));
        Assert.That(Session.Survey(["compare", .. asked, "--names", "第一轮,第二轮,第四轮"]).Messages, Does.Contain("There is no wave '第四轮'"));
    }

    [Test]
    public void HelpTeachesEveryOption()
    {
        Run run = Session.Survey("compare", "--help");
        foreach (Option option in CompareCommand.Command.Options)
            Assert.That(run.Output, Does.Contain(option.Name));
        Assert.That(run.Output.Split('\n').Select(line => line.Length), Has.All.LessThanOrEqualTo(120));
    }

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return new TestCaseData("--proportion literate --same-places yes --by year --format csv", "Nothing can be compared, as 2024 has no figure that 2023 has");
        yield return new TestCaseData("--proportion literate --same-places yes --from 2024", "A change is between two waves, and 2024 is both; name a");
        yield return new TestCaseData("--proportion literate --same-places yes --from 2022", "There is no wave '2022'; they are 2023, 2024.");
        yield return new TestCaseData("--proportion literate --same-places yes --contrast 2024-2023", "The contrast '2024 - 2023' names no estimate; 2023 alone is a number, so write \"2023\" in double quotes, or p1 to p2.");
        yield return new TestCaseData("--proportion literate --same-places yes --by stratum --decompose person", "--decompose takes the change of everyone meant apart, and --by splits them");
        yield return new TestCaseData("--total literate --same-places yes --decompose stratum", "The total of literate cannot be taken apart; give a plain mean, or the proportion of one condition.");
        yield return new TestCaseData("--proportion literate --same-places yes --pooled --total w", "would count people once a wave; add --average");
        yield return new TestCaseData("--proportion literate", "--same-places yes or no");
        yield return new TestCaseData("--proportion literate --same-places maybe", "--same-places takes yes or no, not 'maybe'.");
        yield return new TestCaseData("--same-places yes", "Nothing is to be estimated");
        yield return new TestCaseData("--proportion literate --same-places yes --names a,b", "There is no wave 'a'; they are 2023, 2024.");
        yield return new TestCaseData("--proportion literate --same-places yes --contrast p3-p1", "No estimate is called 'p3'");
    }

    [TestCaseSource(nameof(Refusals))]
    public void WhatCannotBeIsRefusedInOneSentence(string options, string message)
    {
        Run run = Session.Survey(["compare", Data("two_waves"), "--wave", "year", .. Design, .. options.Split(' ')]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
            Assert.That(run.Messages, Does.StartWith("survey: ").And.Contain(message));
            Assert.That(run.Messages.TrimEnd('\n'), Does.Not.Contain('\n').And.Not.Contain("Parameter").And.EndWith("."));
        }
    }

    /// <summary>Years without quotes are numbers, but what waves are called is no list of coefficients.</summary>
    [TestCase("2024 -2023")]
    [TestCase("-2023 2024")]
    public void YearsAreNoCoefficients(string contrast)
    {
        Run run = Session.Survey(["compare", Data("two_waves"), "--wave", "year", .. Design, "--proportion", "literate", "--same-places", "yes", "--contrast", contrast]);
        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Messages, Does.Contain("are what estimates are called; write \"202").And.Contain("in double quotes, or p1 to p2."));
    }

    [Test]
    public void CoefficientsAreOfTheWaves()
    {
        JsonElement root = Json([Data("two_waves"), "--wave", "year", .. Design, "--proportion", "literate", "--same-places", "yes", "--contrast", "-1.2 +1"]);
        Assert.That(Number(root.GetProperty("contrasts")[0], "standardError"), Is.EqualTo(0.0254017181711064).Within(1e-14), "R's gap20 of the shared villages");
    }

    [Test]
    public void TheSameStatisticTwiceIsAnsweredTwice()
    {
        JsonElement changes = Json([Data("two_waves"), "--wave", "year", .. Design, "--proportion", "literate", "--proportion", "literate", "--same-places", "yes"]).GetProperty("changes");
        Assert.That(changes.GetArrayLength(), Is.EqualTo(2));
        Assert.That(changes[0].GetRawText(), Is.EqualTo(changes[1].GetRawText()));
    }

    [Test]
    public void IdsWrittenInTwoWaysAreNoSamePlaces()
    {
        using var session = new Session();
        string first = session.File("a.csv", "village,y\n1,2\n2,3\n3,5\n"), second = session.File("b.csv", "village,y\n001,4\n002,3\n003,6\n");
        Run run = Session.Survey("compare", first, second, "--clusters", "village", "--mean", "y", "--same-places", "yes");
        Assert.That(run.Messages, Is.EqualTo("survey: The waves are declared to be in the same places, but no id occurs in two of them (village '1' in a, village '001' in b); write ids alike, give a crosswalk, or declare that the places are not the same.\n"));
    }

    private static JsonElement Json(string[] arguments)
    {
        Run run = Session.Survey(["compare", .. arguments, "--format", "json"]);
        Assert.That(run.Code, Is.Zero, run.Messages);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static double Number(JsonElement json, params string[] path) => path.Aggregate(json, (value, name) => value.GetProperty(name)).GetDouble();

    /// <summary>Six villages of five people in two years; so many of the five smoke.</summary>
    private static string Villages(Func<int, int> before, Func<int, int> after) =>
        "year,village,w,y\n" + string.Concat(
            from year in (int[])[2023, 2024]
            from village in Enumerable.Range(1, 6)
            from person in Enumerable.Range(0, 5)
            select $"{year},{village},1,{(person < (year == 2023 ? before : after)(village) ? 1 : 0)}\n");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
