namespace Survey.Monitoring.Tests.Made;

/// <summary>The same people in three shapes of files give the same tables, and the tables say what the people said.</summary>
public sealed class ShapesTests : MadeFolders
{
    [Test]
    public void AllShapesGiveTheSameTables()
    {
        WaveData clean = Load(CleanShape.Of(County))["2023"];
        foreach (WaveData other in new[] { MadeShape.Towns, MadeShape.Options }.Select(shape => Load(shape.Of(County))["2023"]))
        {
            TableAssert.AreIdentical(other.Table!, clean.Table!);
            TableAssert.AreIdentical(other.Everyone!, clean.Everyone!);
            TableAssert.AreIdentical(other.Response!, clean.Response!);
        }
    }

    [TestCaseSource(typeof(MadeShape), nameof(MadeShape.All))]
    public void NothingIsUnresolved(MadeShape shape)
    {
        StudyData data = Load(shape.Of(County));
        Assert.That(data.Findings.Where(finding => finding.Severity == Severity.Unresolved), Is.Empty);
        Assert.That(data["2023"].IsResolved);
    }

    [TestCaseSource(typeof(MadeShape), nameof(MadeShape.All))]
    public void EverybodyIsThereAndThoseWhoCountAreKept(MadeShape shape)
    {
        WaveData wave = Load(shape.Of(County))["2023"];
        Assert.That(Texts(wave.Everyone!, "id"), Is.EqualTo(County.People.Select(person => person.Id)));
        Assert.That(Texts(wave.Table!, "id"), Is.EqualTo(County.People.Where(person => person.IsValid).Select(person => person.Id)));
        Assert.That(wave.Table!.Columns, Is.EqualTo(wave.Everyone!.Columns.Where(name => name != "status")));
        Assert.That(Texts(wave.Everyone, "status").Count(status => status == "valid"), Is.EqualTo(wave.Table.RowCount));
    }

    [TestCaseSource(typeof(MadeShape), nameof(MadeShape.All))]
    public void TheTableSaysWhatThePeopleSaid(MadeShape shape)
    {
        Table table = Load(shape.Of(County))["2023"].Everyone!;
        using (Assert.EnterMultipleScope())
            foreach ((string column, Func<MadePerson, string?> textOf) in Truth.Columns)
                Assert.That(Texts(table, column), Is.EqualTo(County.People.Select(textOf)), column);
    }

    [Test]
    public void TheTownsFilesAreNamedWithTheirRows()
    {
        WaveData wave = Load(TownsShape.Of(County))["2023"];
        Assert.That(wave.Files.Select(file => Path.GetFileName(file.File)), Is.EqualTo(MadeCounty.Towns.Select(town => $"{town.Name}.xlsx")));
        Assert.That(wave.Files.Sum(file => file.Rows), Is.EqualTo(502));
    }

    [Test]
    public void TheTwoWhoStandTwiceAreNamed()
    {
        MadeStudy study = TownsShape.Of(County);
        Finding[] changes = [.. Load(study).Findings.Where(finding => finding.Severity == Severity.Change)];
        foreach (MadeTown town in new[] { TownsShape.WithDuplicate, TownsShape.WithStranger })
        {
            (int row, string id) = EarlierIn(study[town]);
            Assert.That(changes.Where(change => change.File == study[town].Path && change.Row == row && change.Message.Contains(id, StringComparison.Ordinal)), Has.One.Items, town.Name);
        }
    }

    [Test]
    public void AColumnThatNobodyAskedForIsNamed()
    {
        StudyData data = Load(TownsShape.Of(County));
        Assert.That(data.Findings.Where(finding => finding.File == $"数据/2023/{TownsShape.WithRemarks.Name}.xlsx" && finding.Message.Contains("备注", StringComparison.Ordinal)), Is.Not.Empty);
    }

    /// <summary>The row of the one who stands twice that is to be left out: the first of two in one file, else the last of a file, where the stranger is.</summary>
    private static (int Row, string Id) EarlierIn(MadeFile file)
    {
        string[] ids = [.. Enumerable.Range(1, file.Rows.Count).Select(row => file[row, "问卷编号"].Text)];
        int twice = Array.FindIndex(ids, id => ids.Count(other => other == id) > 1), row = twice < 0 ? ids.Length - 1 : twice;
        return (row + 1, ids[row]);
    }

    private static IEnumerable<string?> Texts(Table table, string column) => Enumerable.Range(0, table.RowCount).Select(table[column].TextAt);
}
