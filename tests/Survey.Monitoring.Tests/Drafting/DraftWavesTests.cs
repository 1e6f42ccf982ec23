using System.Text;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Drafting;

/// <summary>What waves have in common and what they write otherwise.</summary>
public sealed class DraftWavesTests : DraftFolders
{
    [Test]
    public void WhatAWaveDidNotAskIsAbsentThere()
    {
        Study study = Read(Draft(Csv("2023.csv", ["性别", "年级"], ["1", "1"]), Csv("2024.csv", ["性别", "班级"], ["2", "3"])));
        Assert.That(study.Waves.Select(wave => string.Join(' ', wave.Columns.Where(column => column.IsAbsent).Select(column => column.Name))), Is.EqualTo(["班级", "年级"]));
        Assert.That(study.Load().Findings.Where(finding => finding.Severity == Severity.Unresolved), Is.Empty);
    }

    [Test]
    public void ValuesOfAllHeadingsCount()
    {
        string draft = Draft(Csv("2023.csv", ["出生日期"], ["1980-01-02"], ["1975-11-30"]), Csv("2024.csv", ["出生年月"], ["198001"], ["197511"]));
        StudyColumn birth = Read(draft).Columns.Single(column => column.Name == "birth");
        Assert.That(birth.From, Is.EqualTo(["出生日期", "出生年月"]));
        Assert.That(birth.Formats, Is.EqualTo(["yyyy-M-d", "yyyyMM"]));
    }

    [Test]
    public void OneQuestionUnderTwoNumbersIsOneColumn() =>
        Assert.That(Read(Draft(Csv("2023.csv", ["3、您的年级"], ["1"]), Csv("2024.csv", ["5、您的年级"], ["2"]))).Columns.Single().From, Is.EqualTo(["3、您的年级", "5、您的年级"]));

    [Test]
    public void AWaveWithBothHeadingsSaysWhichItMeans()
    {
        Study study = Read(Draft(Csv("2023.csv", ["序号", "性别"], ["1", "1"]), Csv("2024.csv", ["序号", "问卷编号", "性别"], ["1", "a7", "2"])));
        Assert.That(study.Waves.Select(wave => string.Join(' ', wave.Columns.Single(column => column.Name == "id").From)), Is.EqualTo(["序号 问卷编号", "问卷编号"]));
        Assert.That(study.Load().Findings.Where(finding => finding.Severity == Severity.Unresolved), Is.Empty);
    }

    [Test]
    public void AgeIsDerivedInTheWaveThatHasBirthsOnly()
    {
        Study study = Read(Draft(Csv("2023.csv", ["出生日期", "调查日期"], ["1980-01-02", "2023-09-01"]), Csv("2024.csv", ["年龄"], ["44"])));
        Assert.That(study.Waves.Select(wave => wave.Columns.Single(column => column.Name == "age").Derive), Is.EqualTo(["age(birth, surveyed)", null]));
        Assert.That(study.Load().Findings.Where(finding => finding.Severity == Severity.Unresolved), Is.Empty);
    }

    [Test]
    public void WhatIsPersonalInOneWaveIsInAll() =>
        Assert.That(Read(Draft(Csv("2023.csv", ["性别", "户主"], ["1", "王小明"]), Csv("2024.csv", ["性别", "户主"], ["1", "1"]))).PersonalData.Drop, Is.EqualTo(["户主"]));

    [Test]
    public void OptionsOfAWaveAreItsOwn()
    {
        Study study = Read(Draft(Csv("2023.csv", ["性别", "途径(电视)", "途径(网络)"], ["1", "1", "0"]), Csv("2024.csv", ["性别", "途径(电视)", "途径(网络)", "途径(医生)"], ["1", "1", "0", "1"])));
        Assert.That(study.Waves.Select(wave => wave.Columns.Single(column => column.Name == "途径").Options.Count), Is.EqualTo([2, 3]));
        Assert.That(study.Load().Findings.Where(finding => finding.Severity == Severity.Unresolved), Is.Empty);
    }

    [Test]
    public void ItemsWithOtherNumbersAreTold()
    {
        string draft = Draft(Csv("2023.csv", ["性别", .. Items(1, 10)], ["1", .. Answers(10)]), Csv("2024.csv", ["性别", .. Items(2, 10)], ["1", .. Answers(10)]));
        string[] lines = [.. draft.Split('\n').Where(line => line.Contains("answers:", StringComparison.Ordinal))];
        Assert.That(lines[0], Does.Contain("? items 1-10 here, 2-11 in 2024"));
        Assert.That(lines[1], Does.Contain("? items 2-11 here, 1-10 in 2023"));
        Assert.That(Read(draft).Waves, Has.Count.EqualTo(2));
    }

    [Test]
    public void ItemsThatTheFileOfItemsHasBesidesAreTold()
    {
        string items = Csv("题目.csv", ["item", "type", "options"], [.. Enumerable.Range(1, 12).Select(item => new[] { $"{item}", "single", "4" })]);
        string draft = StudyDraft.Of([Csv("2023.csv", ["性别", .. Items(1, 10)], ["1", .. Answers(10)])], Folder, instrument: items);
        Assert.That(draft, Does.Contain("? items 1-10 here, 1-12 in the file of the items"));
        Assert.That(draft, Does.Contain("items: 题目.csv"));
    }

    [Test]
    public void AWaveWithoutItemsTakesTheFormOfAnother()
    {
        string draft = Draft(Csv("2023.csv", ["性别", .. Items(1, 10)], ["1", .. Answers(10)]), Csv("2024.csv", ["性别"], ["1"]));
        Assert.That(Read(draft).Waves[1].Answers!.Columns, Is.EqualTo("Q{item}"));
        Assert.That(draft, Does.Contain("? no numbered items were found in this wave"));
    }

    [Test]
    public void AHeadingOfSomeFilesIsNamed()
    {
        string[] files = [Csv("2023/a.csv", ["性别", "年级"], ["1", "1"]), Csv("2023/b.csv", ["性别"], ["2"])];
        Assert.That(Draft(files), Does.Contain("# ? 1 of the 2 files of 2023 have this heading, so that it is not read: 年级"));
    }

    [Test]
    public void TheEncodingIsSaidWhereAllFilesShareIt()
    {
        Encoding gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        string[] files = [Path.Combine(Folder, "a.csv"), Path.Combine(Folder, "b.csv")];
        Array.ForEach(files, file => File.WriteAllText(file, "性别\r\n1\r\n", gb18030));
        Assert.That(Draft(files), Does.Contain("read: {encoding: gb18030}"));
        File.WriteAllText(files[1], "性别\r\n1\r\n", new UTF8Encoding(false));
        Assert.That(Draft(files), Does.Not.Contain("encoding"));
    }

    [Test]
    public void DigitsAboveAreNoHeadings()
    {
        MadeFile.WriteWorkbook(Path.Combine(Folder, "a.xlsx"), "数据", "2023年健康素养监测", ["性别", "年级", "1", "2"], [[Cell.Of("1"), Cell.Of("2"), Cell.Of("3"), Cell.Of("4")]]);
        Assert.That(Draft(Path.Combine(Folder, "a.xlsx")), Does.Contain("headerRow: 2"));
    }

    private static string[] Items(int first, int count) => [.. Enumerable.Range(first, count).Select(item => $"Q{item}")];

    private static string[] Answers(int count) => [.. Enumerable.Repeat("A", count)];
}
