using System.Text.Json;
using Survey.Files;

namespace Survey.Cli.Tests.Studies;

/// <summary>What survey simulate --households writes and prints.</summary>
public class SimulateHouseholdsTests
{
    [Test]
    public void AFileIsMadeThatEstimateReads()
    {
        using var session = new Session();
        string file = Path.Combine(session.Folder, "households.csv");
        Run run = Session.Survey("simulate", "--households", "5000", "--strata", "5", "--psus", "4", "--out", file);
        Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
        Assert.That(run.Output, Is.EqualTo($"{file} (simulated, seed 1)\n\nhouseholds  strata  PSUs    bytes\n----------  ------  ----  -------\n     5,000       5    20  {new FileInfo(file).Length:N0}\n"));
        Run estimate = Session.Survey("estimate", file, "--weights", "weight", "--strata", "stratum", "--clusters", "psu", "--proportion", "smoker", "--by", "occupation");
        Assert.That((estimate.Code, estimate.Output.Contains("5,000 rows, 20 PSUs in 5 strata, 15 degrees of freedom", StringComparison.Ordinal)), Is.EqualTo((0, true)));
    }

    [Test]
    public void JsonAndCsvHaveTheSameFigures()
    {
        using var session = new Session();
        string file = Path.Combine(session.Folder, "households.csv");
        string[] words = ["simulate", "--households", "100", "--seed", "5", "--sorted", "--out", file, "--format"];
        using JsonDocument json = JsonDocument.Parse(Session.Survey([.. words, "json"]).Output);
        Table figures = Table.Read(session.File("figures.csv", Session.Survey([.. words, "csv"]).Output));
        Assert.That(json.RootElement.GetProperty("seed").GetUInt64(), Is.EqualTo(5));
        foreach (string name in new[] { "households", "strata", "PSUs", "bytes" })
            Assert.That(
                ((NumberColumn)figures["value"]).Values[Enumerable.Range(0, 4).Single(row => figures["figure"].TextAt(row) == name)], Is.EqualTo(json.RootElement.GetProperty(name).GetDouble()), name);
    }

    [TestCase("survey: No file is named; say where the households go with --out FILE.\n", "--households", "10")]
    [TestCase("survey: --households takes a whole number from 1 to 10,000,000,000, not '0'.\n", "--households", "0", "--out", "x")]
    [TestCase("survey: --households takes a whole number from 1 to 10,000,000,000, not '-5'.\n", "--households", "-5", "--out", "x")]
    [TestCase("survey: --households takes a whole number from 1 to 10,000,000,000, not '10000000001'.\n", "--households", "10000000001", "--out", "x")]
    [TestCase("survey: --households takes a whole number from 1 to 10,000,000,000, not '1e6'.\n", "--households", "1e6", "--out", "x")]
    [TestCase("survey: --households and the plan plan.yaml are both given; give one of them.\n", "plan.yaml", "--households", "10", "--out", "x")]
    [TestCase("survey: --seed belongs to --households, which is not given; a plan says for itself what its county is like.\n", "plan.yaml", "--seed", "1", "--out", "x")]
    [TestCase("survey: --sorted belongs to --households, which is not given; a plan says for itself what its county is like.\n", "plan.yaml", "--sorted", "--out", "x")]
    [TestCase("survey: --strata takes a whole number from 1 to 1,000,000, not '0'.\n", "--households", "10", "--strata", "0", "--out", "x")]
    [TestCase("survey: 1,001 strata of 1,000 PSUs each are more than 1,000,000 PSUs, the most there can be; lower --strata or --psus.\n", "--households", "10", "--strata", "1001", "--psus", "1000", "--out", "x")]
    [TestCase("survey: --seed takes a whole number from 0, such as 20230904, not 'x'.\n", "--households", "10", "--seed", "x", "--out", "x")]
    [TestCase("survey: --threads takes a whole number from 1 to 1024, not '0'.\n", "--households", "10", "--threads", "0", "--out", "x")]
    public void AWrongCallIsSaidInOneSentence(string expected, params string[] words)
    {
        Run run = Session.Survey(["simulate", .. words]);
        Assert.That((run.Code, run.Output, run.Messages), Is.EqualTo((2, "", expected)));
        Assert.That(File.Exists("x"), Is.False);
    }

    [Test]
    public void AFolderIsNoFile()
    {
        using var session = new Session();
        Run run = Session.Survey("simulate", "--households", "10", "--out", session.Folder);
        Assert.That((run.Code, run.Output, run.Messages), Is.EqualTo((2, "", $"survey: {session.Folder} is a folder; name a CSV file in it.\n")));
    }
}
