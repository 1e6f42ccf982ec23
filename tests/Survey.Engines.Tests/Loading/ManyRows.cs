namespace Survey.Engines.Tests;

/// <summary>A table of eight columns of all types.</summary>
internal static class ManyRows
{
    public static Table Table(int rows)
    {
        var random = new Random(1);
        string[] levels = [.. Enumerable.Range(0, 1000).Select(k => $"place {k}")];
        Column Number() => NumberColumn.Owning([.. Enumerable.Range(0, rows).Select(_ => random.Next(20) == 0 ? double.NaN : random.NextDouble())]);
        Column Text() => new CategoryColumn(Enumerable.Range(0, rows).Select(_ => random.Next(levels.Length)).ToArray(), levels);
        return Survey.Table.FromColumns(
        [
            ("a", NumberColumn.Owning([.. Enumerable.Range(0, rows).Select(k => (double)k)])), ("b", Text()), ("c", Text()), ("d", Number()), ("e", Number()), ("f", Number()),
            ("g", FlagColumn.Owning([.. Enumerable.Range(0, rows).Select(k => (byte)(k % 3))])),
            ("h", DateColumn.Owning([.. Enumerable.Range(0, rows).Select(k => 730_000 + (k % 9999))])),
        ]);
    }
}
