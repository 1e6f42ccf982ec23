using Survey.Files;
using Survey.Monitoring;
using Survey.Monitoring.Tests.Made;

namespace Survey.Cli.Tests.Studies;

/// <summary>What survey load writes, and what it does not.</summary>
public class LoadTests
{
    private const string Remarks = "columns: {n: {from: n, as: text}, x: {from: x, as: text}}\n";

    private static readonly (string Name, string Text) Plain = ("plain.csv", "n,x\n1,好\n"), Phones = ("phones.csv", "n,x\n1,19912345678\n2,电话19987654321\n");

    [Test]
    public void TheTablesAreThoseOfTheStudy()
    {
        using var study = new StudySession(TownsShape.Of(StudySession.County));
        Run run = Session.Survey("load", study.Path, "--out", study.At("clean"));
        Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
        Assert.That(run.Output, Is.EqualTo(Session.Survey("check", "--only-data", study.Path).Output));
        Assert.That(FilesIn(study.At("clean")), Is.EqualTo(["2023.csv", "findings.csv", "response.csv"]));
        StudyData data = Study.Read(study.Path).Load();
        AssertReadsBack(study.At("clean", "2023.csv"), data["2023"].Table!);
        Table response = Table.Read(study.At("clean", "response.csv"), new ReadOptions { Types = new Dictionary<string, ColumnType> { ["wave"] = ColumnType.Category, ["town"] = ColumnType.Category, ["village"] = ColumnType.Category } });
        Assert.That(Texts(response, "wave"), Is.All.EqualTo("2023"));
        TableAssert.AreIdentical(response.Select(response.Columns.Skip(3)), data["2023"].Response!.Select(data["2023"].Response!.Columns.Skip(2)));
        Assert.That(Texts(Table.Read(study.At("clean", "findings.csv")), "message"), Is.EqualTo(data.Findings.Select(finding => finding.Message)));
    }

    [Test]
    public void AnUnresolvedWaveIsNotWritten()
    {
        using StudySession study = StudySession.OneOfTwoUnresolved();
        Run run = Session.Survey("load", study.Path, "--out", study.At("clean"), "--format", "csv");
        Assert.That(run.Code, Is.EqualTo(3));
        Assert.That(run.Messages, Is.EqualTo("survey: 2024 is not written, as 1 thing is unresolved.\n"));
        Assert.That(FilesIn(study.At("clean")), Is.EqualTo(["2023.csv", "findings.csv", "response.csv"]));
        Assert.That(Texts(Table.Read(study.At("clean", "response.csv"), new ReadOptions { Types = new Dictionary<string, ColumnType> { ["wave"] = ColumnType.Category } }), "wave").Distinct(), Is.EqualTo(["2023", "2024"]));
    }

    [Test]
    public void AnOldTableOfAWaveThatIsNowUnresolvedIsRemoved()
    {
        using StudySession study = StudySession.OneOfTwoUnresolved();
        Directory.CreateDirectory(study.At("clean"));
        File.WriteAllText(study.At("clean", "2024.csv"), "of another day\n");
        Run run = Session.Survey("load", study.Path, "--out", study.At("clean"));
        Assert.That(run.Messages, Is.EqualTo($"survey: 2024 is not written, as 1 thing is unresolved; {study.At("clean", "2024.csv")} of an earlier run is removed.\n"));
        Assert.That(File.Exists(study.At("clean", "2024.csv")), Is.False);
    }

    [Test]
    public void FilesOfTheSameNamesAreReplaced()
    {
        using var study = new StudySession(CleanShape.Of(StudySession.County));
        Session.Survey("load", study.Path, "--out", study.At("clean"));
        byte[] first = File.ReadAllBytes(study.At("clean", "2023.csv"));
        File.WriteAllText(study.At("clean", "2023.csv"), new string('x', 2 * first.Length));
        Assert.That(Session.Survey("load", study.Path, "--out", study.At("clean")).Code, Is.Zero);
        Assert.That(File.ReadAllBytes(study.At("clean", "2023.csv")), Is.EqualTo(first));
    }

    [Test]
    public void AWaveWithPersonalDataIsNotWrittenAndTheOthersAre()
    {
        using var study = new StudySession($"{Remarks}waves: [{{id: \"1\", files: plain.csv}}, {{id: \"2\", files: phones.csv}}]\n", Plain, Phones);
        Run run = Session.Survey("load", study.Path, "--out", study.At("clean"));
        Assert.That((run.Code, run.Messages), Is.EqualTo((3, "survey: 2 is not written, as 1 thing is unresolved.\n")));
        Assert.That(run.Output, Does.Match(@"2: In 2 the column 'x' looks like phone numbers \(2 of 2 values\); name .*personalData\.drop.*personalData\.keep.*\.\n"));
        Assert.That(FilesIn(study.At("clean")), Is.EqualTo(["1.csv", "findings.csv", "response.csv"]));
        foreach (string file in Directory.GetFiles(study.At("clean")))
            Assert.That(File.ReadAllText(file), Does.Not.Contain("199"));
    }

    [Test]
    public void WhatIsKeptIsWritten()
    {
        using var study = new StudySession($"personalData: {{keep: [x]}}\n{Remarks}waves: [{{id: \"2\", files: phones.csv}}]\n", Phones);
        Run run = Session.Survey("load", study.Path, "--out", study.At("clean"));
        Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
        Assert.That(File.ReadAllText(study.At("clean", "2.csv")), Does.Contain("19912345678"));
    }

    [Test]
    public void ThePlaceToWriteToMustBeAFolder()
    {
        using var study = new StudySession($"{Remarks}waves: [{{id: \"1\", files: plain.csv}}]\n", Plain);
        Run run = Session.Survey("load", study.Path, "--out", study.Path);
        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Messages, Does.Match(@"^survey: .*study\.yaml.*\.\n$"));
        Assert.That(File.ReadAllText(study.Path), Does.StartWith("format: 1"));
        Assert.That(Session.Survey("load", study.Path), Is.EqualTo(new Run(2, "", "survey: No folder is named; say where the tables go with --out FOLDER.\n")));
    }

    [Test]
    public void AFolderIsMadeWhereThereIsNone()
    {
        using var study = new StudySession($"{Remarks}waves: [{{id: \"1\", files: plain.csv}}]\n", Plain);
        Assert.That(Session.Survey("load", study.Path, "--out", study.At("a", "b")).Code, Is.Zero);
        Assert.That(File.ReadAllText(study.At("a", "b", "1.csv")), Does.EndWith("n,x\n1,好\n"));
    }

    /// <summary>With the types of the table the file gives the same values. (Labels and the order of levels are not kept.)</summary>
    private static void AssertReadsBack(string file, Table expected)
    {
        Table read = Table.Read(file, new ReadOptions { Types = expected.Columns.ToDictionary(name => name, name => expected[name].Type) });
        Assert.That(read.Columns, Is.EqualTo(expected.Columns));
        foreach (string name in expected.Columns)
        {
            Assert.That(read[name].Type, Is.EqualTo(expected[name].Type), name);
            Assert.That(Texts(read, name), Is.EqualTo(Texts(expected, name)), name);
        }
    }

    private static string?[] Texts(Table table, string column) => [.. Enumerable.Range(0, table.RowCount).Select(table[column].TextAt)];

    private static string[] FilesIn(string folder) => Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];
}
