using System.Text.Json;
using Survey.Files;
using Survey.Monitoring.Tests.Made;

namespace Survey.Cli.Tests.Studies;

/// <summary>What survey simulate writes and prints.</summary>
public class SimulateTests
{
    [Test]
    public void AFolderIsMadeThatCheckReads()
    {
        using var session = new Session();
        Run run = Simulate(session, "county");
        Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
        Assert.That(Directory.EnumerateFileSystemEntries(Path.Combine(session.Folder, "county")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "clean", "options", "towns", "truth.csv", "人口", "抽样", "模拟数据说明.txt", "问卷" }));
        foreach (string shape in new[] { "clean", "towns", "options" })
        {
            Run check = Session.Survey("check", "--only-data", Path.Combine(session.Folder, "county", shape, "study.yaml"));
            Assert.That((check.Code, check.Output.Contains("0 unresolved", StringComparison.Ordinal)), Is.EqualTo((0, true)), shape);
        }
    }

    [Test]
    public void WhatWasMadeIsShown()
    {
        using var session = new Session();
        string[] lines = Simulate(session, "county").Output.Split('\n');
        Assert.That(lines[0], Is.EqualTo("示范县居民健康素养与吸烟调查(模拟数据) (simulated)"));
        Assert.That(lines[2], Is.EqualTo("towns  villages  households  people  residents of 15-69"));
        Assert.That(lines.Select(line => line.Split("  ")[0]).Where(first => first is "2023" or "2024" or "literacy" or "smoking-current"), Is.EqualTo(["2023", "2024", "literacy", "smoking-current"]));
    }

    [Test]
    public void JsonAndCsvHaveTheSameFigures()
    {
        using var session = new Session();
        using JsonDocument json = JsonDocument.Parse(Simulate(session, "a", "--format", "json").Output);
        Table figures = Table.Read(session.File("figures.csv", Simulate(session, "b", "--format", "csv").Output), new ReadOptions { Types = new Dictionary<string, ColumnType> { ["wave"] = ColumnType.Category } });
        Table truth = Table.Read(Path.Combine(session.Folder, "a", "truth.csv"));
        double literacy = json.RootElement.GetProperty("waves")[1].GetProperty("truth").GetProperty("literacy").GetDouble();
        Assert.That(literacy, Is.InRange(0.1, 0.6));
        Assert.That(Figure(figures, "2024", "literacy"), Is.EqualTo(literacy));
        Assert.That(((NumberColumn)truth["value"]).Values.ToArray(), Does.Contain(literacy));
        Assert.That(Figure(figures, "2023", "visited"), Is.EqualTo(json.RootElement.GetProperty("waves")[0].GetProperty("sample").GetProperty("visited").GetDouble()));
        Assert.That(Figure(figures, null, "people"), Is.EqualTo(json.RootElement.GetProperty("population").GetProperty("people").GetDouble()));
        Assert.That(json.RootElement.GetProperty("simulated").GetBoolean());
    }

    [Test]
    public void AnyNumberOfThreadsWritesTheSameFiles()
    {
        using var session = new Session();
        Simulate(session, "one", "--threads", "1");
        Simulate(session, "three", "--threads", "3");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(session.Folder, "one"), "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllBytes(Path.Combine(session.Folder, "three", Path.GetRelativePath(Path.Combine(session.Folder, "one"), file))), Is.EqualTo(File.ReadAllBytes(file)), file);
    }

    [TestCase("survey: No folder is named; say where the files go with --out FOLDER.\n", "plan.yaml")]
    [TestCase("survey: No plan is named; give a plan of a simulation, such as plan.yaml.\n", "--out", "x")]
    [TestCase("survey: 2 plans are named; give one.\n", "a.yaml", "b.yaml", "--out", "x")]
    [TestCase("survey: --threads takes a whole number from 1 to 1024, not '0'.\n", "a.yaml", "--out", "x", "--threads", "0")]
    [TestCase("survey: There is no file nowhere.yaml; check its name and its folder.\n", "nowhere.yaml", "--out", "x")]
    public void AWrongCallIsSaidInOneSentence(string expected, params string[] words)
    {
        Run run = Session.Survey(["simulate", .. words]);
        Assert.That((run.Code, run.Output, run.Messages), Is.EqualTo((2, "", expected)));
    }

    [Test]
    public void EveryErrorOfAPlanIsSaidAndNothingIsWritten()
    {
        using var session = new Session();
        string plan = session.File("plan.yaml", MadePlan.With(MadePlan.SmallText, ("men: 51 %", "men: 51"), ("method: srs", "method: sampling")));
        Run run = Session.Survey("simulate", plan, "--out", Path.Combine(session.Folder, "county"));
        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Messages, Is.EqualTo($"survey: {plan}, line 15, column 8: population.men 51 is a rate and needs its percent sign: write 51 %.\nsurvey: {plan}, line 61, column 40: sample.households.method 'sampling' is not one of srs, systematic; write one of these.\n"));
        Assert.That(Directory.Exists(Path.Combine(session.Folder, "county")), Is.False);
    }

    private static Run Simulate(Session session, string folder, params string[] options) =>
        Session.Survey(["simulate", session.File("plan.yaml", MadePlan.SmallText), "--out", Path.Combine(session.Folder, folder), .. options]);

    private static double Figure(Table figures, string? wave, string figure) =>
        ((NumberColumn)figures["value"]).Values[Enumerable.Range(0, figures.RowCount).Single(row => figures["wave"].TextAt(row) == wave && figures["figure"].TextAt(row) == figure)];
}
