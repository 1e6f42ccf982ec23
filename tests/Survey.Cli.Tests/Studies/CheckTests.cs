using System.Text.Json;
using Survey.Files;
using Survey.Monitoring;
using Survey.Monitoring.Tests.Made;

namespace Survey.Cli.Tests.Studies;

/// <summary>What survey check says of a study's data, and its exit code.</summary>
public class CheckTests
{
    [TestCase("table", 0)]
    [TestCase("json", 0)]
    [TestCase("csv", 0)]
    public void AStudyThatCanBeTrusted(string format, int code)
    {
        using var study = new StudySession(TownsShape.Of(StudySession.County));
        Run run = Session.Survey("check", "--only-data", study.Path, "--format", format);
        Assert.That((run.Code, run.Messages), Is.EqualTo((code, "")));
        Assert.That(UnresolvedIn(run.Output, format), Is.Zero);
    }

    [TestCase("table", 3)]
    [TestCase("json", 3)]
    [TestCase("csv", 3)]
    public void OneWaveOfTwo(string format, int code)
    {
        using StudySession study = StudySession.OneOfTwoUnresolved();
        Run run = Session.Survey("check", "--only-data", study.Path, "--format", format);
        Assert.That((run.Code, run.Messages), Is.EqualTo((code, "")));
        Assert.That(UnresolvedIn(run.Output, format), Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("'0' (").And.Contain("is neither a code nor a level of sex"));
    }

    [Test]
    public void NoWave()
    {
        using var study = new StudySession(Faults.All.Single(fault => fault.Name == "a fifth option where there are four"));
        Assert.That(Session.Survey("check", "--only-data", study.Path).Code, Is.EqualTo(2));
    }

    [Test]
    public void TheTableNamesWavesFilesAndFindingsWithWhatMattersMostAtItsEnd()
    {
        using StudySession study = StudySession.OneOfTwoUnresolved();
        string[] lines = Session.Survey("check", "--only-data", study.Path).Output.Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines[0], Is.EqualTo("云澜县居民健康素养与吸烟调查(模拟数据) (simulated)"));
            Assert.That(lines, Has.One.EqualTo("2023: 500 rows of 1 file"));
            Assert.That(lines, Has.One.EqualTo("2024: 500 rows of 1 file, not to be trusted yet"));
            Assert.That(lines[^3], Is.EqualTo("1 unresolved"));
            Assert.That(lines[^2], Does.StartWith("  2024: ").And.Contains("2024_按选项序号.csv, row ").And.Contains("'0'"));
        }
    }

    [Test]
    public void TheTableHasTheRowsOfEachFile()
    {
        using var study = new StudySession(TownsShape.Of(StudySession.County));
        string output = Session.Survey("check", "--only-data", study.Path).Output;
        Assert.That(output, Does.Contain("2023: 502 rows of 14 files"));
        foreach (MadeTown town in MadeCounty.Towns)
            Assert.That(output, Does.Match($@"\n{town.Name}\.xlsx +\d\d\n"));
    }

    [Test]
    public void JsonAndCsvHaveWhatTheLibraryFinds()
    {
        using StudySession study = StudySession.OneOfTwoUnresolved();
        StudyData data = Study.Read(study.Path).Load();
        JsonElement json = JsonDocument.Parse(Session.Survey("check", "--only-data", study.Path, "--format", "json").Output).RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(json.GetProperty("simulated").GetBoolean());
            Assert.That(json.GetProperty("waves").EnumerateArray().Select(wave => (wave.GetProperty("wave").GetString(), wave.GetProperty("isResolved").GetBoolean())), Is.EqualTo([("2023", true), ("2024", false)]));
            Assert.That(json.GetProperty("waves")[0].GetProperty("response")[0].GetProperty("drawn").GetDouble(), Is.EqualTo(500));
            Assert.That(json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("message").GetString()), Is.EqualTo(data.Findings.Select(finding => finding.Message)));
        }
        string csv = Session.Survey("check", "--only-data", study.Path, "--format", "csv").Output;
        using var session = new Session();
        Table table = Table.Read(session.File("findings.csv", csv), new ReadOptions { Types = new Dictionary<string, ColumnType> { ["wave"] = ColumnType.Category } });
        Assert.That(table.Columns, Is.EqualTo(["wave", "severity", "file", "row", "column", "rows", "message"]));
        Assert.That(Enumerable.Range(0, table.RowCount).Select(table["message"].TextAt), Is.EqualTo(data.Findings.Select(finding => finding.Message)));
    }

    [Test]
    public void WithoutTargetsThereIsNothingToJudge()
    {
        using var study = new StudySession(CleanShape.Of(StudySession.County));
        Assert.That(Session.Survey("check", study.Path), Is.EqualTo(new Run(2, "", $"survey: {study.Path} lists no targets and no programme; write them under targets, each with an id and a rule, or name a programme with --programme, or add --only-data to check its data.\n")));
    }

    [TestCase("No study is named; give a study file, such as study.yaml.")]
    [TestCase("2 studies are named; give one.", "a.yaml", "b.yaml")]
    [TestCase("There is no file a.yaml; check its name and its folder.", "a.yaml")]
    public void AStudyMustBeNamed(string message, params string[] files) =>
        Assert.That(Session.Survey(["check", "--only-data", .. files]), Is.EqualTo(new Run(2, "", $"survey: {message}\n")));

    [Test]
    public void EachErrorOfAStudyIsALine()
    {
        using var study = new StudySession("columns: {x: {from: x}, y: {from: y, as: nmber}}\nwaves: [{id: \"1\", files: a.csv}]\ncolour: red\n");
        Run run = Session.Survey("check", "--only-data", study.Path);
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Messages.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(2).And.All.Match(@"^survey: .*study\.yaml, line \d+, column \d+: .*[.?]$"));
    }

    private static int UnresolvedIn(string output, string format) =>
        format switch
        {
            "json" => JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray().Count(finding => finding.GetProperty("severity").GetString() == "unresolved"),
            "csv" => output.Split('\n').Count(line => line.Split(',') is [_, "unresolved", ..]),
            _ => int.Parse(output.Split('\n').Single(line => line.EndsWith(" unresolved", StringComparison.Ordinal)).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture),
        };
}
