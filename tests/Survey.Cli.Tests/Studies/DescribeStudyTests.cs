using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli.Tests.Studies;

/// <summary>What survey describe says of a study.</summary>
public class DescribeStudyTests
{
    [Test]
    public void ATableForEachWave()
    {
        using StudySession study = StudySession.OneOfTwoUnresolved();
        Run run = Session.Survey("describe", study.Path);
        string[] lines = run.Output.Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.Zero);
            Assert.That(lines.Where(line => line is "2023" or "2024"), Is.EqualTo(["2023", "2024"]));
            Assert.That(lines.Count(line => line.StartsWith("(all) ", StringComparison.Ordinal)), Is.EqualTo(2));
            Assert.That(lines.Count(line => line.StartsWith("sex ", StringComparison.Ordinal) && line.Contains("男: ", StringComparison.Ordinal)), Is.EqualTo(2));
            Assert.That(lines, Has.Some.Match("^person +category +0 "), "pseudonyms are nobody's numbers");
            Assert.That(run.Messages, Does.StartWith("survey: warning: ").And.Contain("'0'"));
            Assert.That(run.Messages, Does.Not.Contain("left out by"), "changes are for survey check");
        }
    }

    [Test]
    public void JsonHasTheCountsAndTheColumns()
    {
        using StudySession study = StudySession.OneOfTwoUnresolved();
        Run run = Session.Survey("describe", study.Path, "--format", "json");
        StudyData data = Study.Read(study.Path).Load();
        JsonElement[] waves = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("waves").EnumerateArray()];
        Assert.That(run.Code, Is.Zero);
        Assert.That(waves.Select(wave => wave.GetProperty("isResolved").GetBoolean()), Is.EqualTo([true, false]));
        foreach ((JsonElement wave, WaveData own) in waves.Zip(data.Waves))
        {
            Assert.That(wave.GetProperty("valid").GetProperty("rows").GetInt32(), Is.EqualTo(own.Table!.RowCount));
            Assert.That(wave.GetProperty("valid").GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()), Is.EqualTo(own.Table.Columns));
            Assert.That(wave.GetProperty("response").GetArrayLength(), Is.EqualTo(own.Response!.RowCount));
        }
    }

    [Test]
    public void CsvIsOneRowAColumnAndWave()
    {
        using StudySession study = StudySession.OneOfTwoUnresolved();
        string[] lines = Session.Survey("describe", study.Path, "--format", "csv").Output.TrimEnd('\n').Split('\n');
        Assert.That(lines[0], Is.EqualTo("column,type,missing,minimum,maximum,mean,levels,remark,wave"));
        Assert.That(lines.Count(line => line.StartsWith("age,number,", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(lines.Count(line => line.EndsWith(",2023", StringComparison.Ordinal)), Is.EqualTo(lines.Count(line => line.EndsWith(",2024", StringComparison.Ordinal))));
    }

    [Test]
    public void APersonalColumnIsNotShown()
    {
        using var study = new StudySession("columns: {n: {from: n, as: text}, x: {from: x, as: text}}\nwaves: [{id: \"1\", files: p.csv}]\n", ("p.csv", "n,x\n1,19912345678\n2,电话19987654321\n"));
        Run run = Session.Survey("describe", study.Path);
        Assert.That(run.Code, Is.Zero);
        Assert.That(run.Output, Does.Contain("personal data, not shown").And.Not.Contain("199"));
        Assert.That(run.Messages, Does.StartWith("survey: warning: In 1 the column 'x' looks like phone numbers").And.Not.Contain("199"));
    }

    [TestCase("table")]
    [TestCase("json")]
    [TestCase("csv")]
    public void AStudyOfWhichNothingCanBeRead(string format)
    {
        using var study = new StudySession("columns: {n: {from: n, as: text}}\nwaves: [{id: \"1\", files: nowhere.csv}]\n");
        Run run = Session.Survey("describe", study.Path, "--format", format);
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Messages, Does.StartWith("survey: warning: ").And.Contain("nowhere.csv"));
    }
}
