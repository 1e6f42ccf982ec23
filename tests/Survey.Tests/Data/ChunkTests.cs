namespace Survey.Tests.Data;

/// <summary>Reading in chunks of 65,536 rows.</summary>
public sealed class ChunkTests
{
    [TestCase(0)]
    [TestCase(1, 1)]
    [TestCase(65_535, 65_535)]
    [TestCase(65_536, 65_536)]
    [TestCase(65_537, 65_536, 1)]
    [TestCase(131_072, 65_536, 65_536)]
    public void CutAtFixedRows(int rows, params int[] sizes)
    {
        Table table = Numbered(rows);
        Chunk[] chunks = [.. table.Read(["text", "row"])];
        Assert.That(chunks.Select(chunk => chunk.RowCount), Is.EqualTo(sizes));
        Assert.That(chunks.Select(chunk => chunk.FirstRow), Is.EqualTo(Enumerable.Range(0, sizes.Length).Select(k => (long)k * 65_536)));
        foreach (Chunk chunk in chunks)
        {
            Assert.That(chunk.Columns.Select(column => column.Length), Is.All.EqualTo(chunk.RowCount));
            foreach (int row in new[] { 0, chunk.RowCount - 1 })
                Assert.That(chunk.Columns.Select(column => column.TextAt(row)), Is.All.EqualTo($"{chunk.FirstRow + row}"));
        }
    }

    [Test]
    public void AnUnknownColumnIsRefused() =>
        Assert.That(() => Numbered(1).Read(["rows"]).ToList(), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("There is no column 'rows'; did you mean 'row'?"));

    private static Table Numbered(int rows) =>
        Table.FromColumns([("row", Enumerable.Range(0, rows).ToArray()), ("text", Enumerable.Range(0, rows).Select(row => $"{row}").ToArray())]);
}
