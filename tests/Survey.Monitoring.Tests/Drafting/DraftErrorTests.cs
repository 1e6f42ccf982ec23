namespace Survey.Monitoring.Tests.Drafting;

/// <summary>What is said where no draft can be made.</summary>
public sealed class DraftErrorTests : DraftFolders
{
    [Test]
    public void AFolderWithoutDataIsNamed()
    {
        File.WriteAllText(Path.Combine(Folder, "study.yaml"), "format: 1\n");
        Assert.That(ErrorOf(() => Draft(Folder)), Is.EqualTo($"There is no file of data in {Folder}; name the exports of a wave, such as data/2023/*.xlsx (.xlsx, .xls, .csv, .txt, .tsv)."));
    }

    [Test]
    public void AStudyInAFolderOfDataIsPassedOver()
    {
        File.WriteAllText(Path.Combine(Folder, "study.yaml"), "format: 1\n");
        Csv("2023.csv", ["性别"], ["1"]);
        Assert.That(Draft(Folder), Does.Contain("files: 2023.csv").And.Contain("# 1 file\n"));
    }

    [Test]
    public void AStudyIsNoData()
    {
        string study = Path.Combine(Folder, "study.yaml");
        File.WriteAllText(study, "format: 1\n");
        Assert.That(ErrorOf(() => Draft(study)), Is.EqualTo($"{study} is a study, not a file of data; name the exports of a wave, or run survey check on the study."));
    }

    [Test]
    public void TheFileOfItemsIsNoData()
    {
        string items = Csv("items.csv", ["item", "type", "options"], ["1", "single", "4"]);
        Csv("data.csv", ["性别"], ["1"]);
        Assert.That(StudyDraft.Of([Folder], Folder, instrument: items), Does.Contain("files: data.csv").And.Contain("# 1 file\n"));
    }

    [Test]
    public void ABrokenFileIsNamed()
    {
        string good = Csv("2023/a.csv", ["性别"], ["1"]), broken = Path.Combine(Folder, "2023", "b.xlsx");
        File.WriteAllBytes(broken, [0x50, 0x4B, 3, 4, 0, 0]);
        Assert.That(ErrorOf(() => Draft(good, broken)), Does.StartWith(broken));
        Assert.That(ErrorOf(() => Draft(broken)), Does.StartWith(broken));
    }

    [Test]
    public void AFileThatIsNotThereIsNamed() => Assert.That(ErrorOf(() => Draft(Path.Combine(Folder, "no.csv"))), Does.Contain("no.csv"));

    [Test]
    public void OneFileUnderTwoPathsIsOne()
    {
        string path = Csv("data.csv", ["性别"], ["1"]);
        Assert.That(Draft(path, Path.Combine(Folder, ".", "data.csv")), Does.Contain("# 1 file\n"));
    }

    [Test]
    public void PersonalDataAloneMakeNoStudy() =>
        Assert.That(ErrorOf(() => Draft(Csv("data.csv", ["姓名"], ["王小明"]))), Does.StartWith("No heading of the files is left that could be a column of a study"));

    [Test]
    public void ItemsAloneAreColumns() =>
        Assert.That(Read(Draft(Csv("data.csv", [.. Enumerable.Range(1, 10).Select(item => $"Q{item}")], [.. Enumerable.Repeat("A", 10)]))).Columns, Has.Count.EqualTo(10));
}
