using Survey.Files;

namespace Survey.Monitoring.Tests.Made;

/// <summary>Nothing that identifies a person is to be found in anything that is made of a study.</summary>
public sealed class SecrecyTests : MadeFolders
{
    [TestCaseSource(typeof(MadeShape), nameof(MadeShape.All))]
    public void NoShapeLetsAnythingOut(MadeShape shape) => AssertNothingIsOut(Load(shape.Of(County)));

    [TestCaseSource(typeof(Faults), nameof(Faults.All))]
    public void NoFaultLetsAnythingOut(Fault fault) => AssertNothingIsOut(Study.Read(fault.Write(County, NewFolder()).Path).Load());

    [Test]
    public void TheSearchFindsWhatIsPlanted()
    {
        string folder = NewFolder();
        CleanShape.Of(County).Write(folder);
        Assert.That(Found(File.ReadAllText(Path.Combine(folder, "数据", "2023.csv"))), Is.EquivalentTo(County.Secrets));
    }

    private static void AssertNothingIsOut(StudyData data)
    {
        IEnumerable<Table?> tables = data.Waves.SelectMany(wave => new[] { wave.Everyone, wave.Table, wave.Response });
        string all = string.Join('\n', [.. data.Findings.Select(finding => $"{finding} {finding.Column}"), .. tables.OfType<Table>().SelectMany(TextsOf)]);
        Assert.That(Found(all), Is.Empty);
    }

    /// <summary>A level that no row has would not be in the file, but is there for whoever asks for the levels.</summary>
    private static IEnumerable<string> TextsOf(Table table)
    {
        using var csv = new StringWriter();
        table.WriteCsv(csv);
        return [csv.ToString(), .. table.Notes, .. table.Columns.Select(name => table[name]).OfType<CategoryColumn>().SelectMany(column => column.Levels.Concat(column.Labels))];
    }

    private static string[] Found(string text) => [.. County.Secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal))];
}
