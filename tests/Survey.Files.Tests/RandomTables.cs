namespace Survey.Files.Tests;

/// <summary>Tables of every type of column, with texts that files could mistake.</summary>
internal static class RandomTables
{
    private static readonly string[] Pieces = ["\"", "\"\"", "\n", "\r\n", "\r", ",", ";", "\t", "|", " ", "张", "村😀", "a", "NA", "true", "1", "012", "=", "'", "\u3000", "é", "\uFEFF", "-"];

    public static Table Next(Random random)
    {
        int rows = random.Next(1, 30), columns = random.Next(1, 8);
        return Table.FromColumns(Enumerable.Range(0, columns).Select(k => ($"{Text(random)}x{k}", Column(random, rows))));
    }

    private static Column Column(Random random, int rows) =>
        random.Next(5) switch
        {
            0 => Numbers(random, rows),
            1 => Flags(random, rows),
            2 => Dates(random, rows),
            _ => new CategoryColumn([.. Enumerable.Range(0, rows).Select(_ => Text(random) is var text && string.IsNullOrWhiteSpace(text) ? null : text)]),
        };

    public static NumberColumn Numbers(Random random, int rows) =>
        new([.. Enumerable.Range(0, rows).Select(row => row == 0 ? 1.5 : random.Next(4) switch
        {
            0 => double.NaN,
            1 => random.Next(100),
            2 => random.NextInt64(1L << 53) * (random.Next(2) == 0 ? 1 : -1),
            _ => BitConverter.Int64BitsToDouble(random.NextInt64()) is var any && double.IsFinite(any) ? any : 0.1,
        })]);

    public static FlagColumn Flags(Random random, int rows) =>
        new([.. Enumerable.Range(0, rows).Select(row => row == 0 ? true : random.Next(3) switch { 0 => (bool?)null, 1 => true, _ => false })]);

    public static DateColumn Dates(Random random, int rows) =>
        new([.. Enumerable.Range(0, rows).Select(row => row > 0 && random.Next(4) == 0 ? (DateOnly?)null : DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1)))]);

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
