namespace Survey.Tests.Expressions;

/// <summary>The evaluation by columns and chunks against the naive one by rows.</summary>
public sealed class TwinTests
{
    private static readonly string[] Names = ["n", "n8", "nwide", "f", "f2", "c", "c2", "o", "o2", "d", "d2"];

    [Test]
    public void SmallTables([Values(0, 1, 7)] int rows, [Range(1, 40)] int seed)
    {
        for (int k = 0; k < 25; k++)
            AssertTwin(new Random(seed * 1000 + k), rows, depth: 1 + k % 5);
    }

    [Test]
    public void SeveralChunks([Range(1, 12)] int seed) => AssertTwin(new Random(seed), 70_000, depth: 1 + seed % 4);

    [Test]
    public void RowsDoNotDependOnTheirChunk([Range(1, 5)] int seed)
    {
        var random = new Random(seed);
        Table small = RandomTable(random, 300);
        Table large = small.Concat([.. Enumerable.Repeat(small, 230)]); // 69,300 rows: the boundary is inside a copy
        Expr expr = new RandomExpr(random, Names).Any(3);
        Column derived = large.With("y", expr)["y"], expected = small.With("y", expr)["y"];
        for (int row = 0; row < large.RowCount; row++)
            if (derived.TextAt(row) != expected.TextAt(row % 300))
                Assert.Fail($"row {row} of {expr}");
    }

    private static void AssertTwin(Random random, int rows, int depth)
    {
        Table table = RandomTable(random, rows);
        Expr expr = new RandomExpr(random, Names).Any(depth);
        Column derived = table.With("derived", expr)["derived"];
        int row = 0;
        var twin = new NaiveTwin(name => Value(table[name], row));
        Assert.That(derived.Length, Is.EqualTo(rows));
        var kept = new List<int>();
        for (; row < rows; row++)
        {
            object? expected = twin.Of(expr);
            if (!Same(expected, derived, row))
                Assert.Fail($"{expr}, row {row + 1} ({string.Join(", ", Names.Select(name => $"{name} = {table[name].TextAt(row) ?? "missing"}"))}): the twin has {expected ?? "missing"} and the column {derived.TextAt(row) ?? "missing"}.");
            if (expected is true)
                kept.Add(row);
        }
        if (derived is FlagColumn)
            Assert.That(((NumberColumn)table.Filter(expr)["row"]).Values.ToArray(), Is.EqualTo(kept.Select(k => (double)k)), expr.ToString());
    }

    private static bool Same(object? expected, Column derived, int row) =>
        expected switch
        {
            null => derived.IsMissing(row),
            bool flag when derived is NumberColumn numbers => numbers.Values[row] == (flag ? 1 : 0),
            double number => derived is NumberColumn numbers && numbers.Values[row] == number,
            bool flag => derived is FlagColumn flags && flags.Values[row] == (flag ? 1 : 0),
            DateOnly day => derived is DateColumn days && days[row] == day,
            _ => derived is CategoryColumn && derived.TextAt(row) == ((NaiveTwin.Level)expected).Text,
        };

    private static object? Value(Column column, int row) =>
        column.IsMissing(row) ? null : column switch
        {
            NumberColumn numbers => numbers.Values[row],
            FlagColumn flags => flags.Values[row] == 1,
            DateColumn days => days[row],
            _ => new NaiveTwin.Level(column.TextAt(row)!, ((CategoryColumn)column).Ordered ? RandomExpr.Ranks : null),
        };

    private static Table RandomTable(Random random, int rows)
    {
        double[] wide = [0, -0.0, 1, -1, 0.5, 1e300, -1e308, 5e-324, 700, -800, 1e17];
        T?[] Column<T>(Func<T?> value) => [.. Enumerable.Range(0, rows).Select(_ => random.Next(5) == 0 ? default : value())];
        double[] Numbers(Func<double> value) => [.. Enumerable.Range(0, rows).Select(_ => random.Next(5) == 0 ? double.NaN : value())];
        string Level() => RandomExpr.Levels[random.Next(RandomExpr.Levels.Length)];
        string Rank() => RandomExpr.Ranks[random.Next(3)];
        DateOnly? Day() => new DateOnly(2024, 2, 28).AddDays(random.Next(5));
        return Table.FromColumns(
        [
            ("n", (Column)new NumberColumn(Numbers(() => random.Next(-2, 5)))),
            ("n8", new NumberColumn(Numbers(() => random.Next(-40, 40) / 8.0))),
            ("nwide", new NumberColumn(Numbers(() => wide[random.Next(wide.Length)]))),
            ("f", new FlagColumn(Column<bool?>(() => random.Next(2) == 0))),
            ("f2", new FlagColumn(Column<bool?>(() => random.Next(4) == 0))),
            ("c", new CategoryColumn(Column(Level), RandomExpr.Levels)),
            ("c2", new CategoryColumn(Column<string>(() => random.Next(2) == 0 ? "b" : "z"), ["z", "b"])),
            ("o", new CategoryColumn(Column(Rank), RandomExpr.Ranks, ordered: true)),
            ("o2", new CategoryColumn(Column(Rank), RandomExpr.Ranks, ordered: true)),
            ("d", new DateColumn(Column(Day))),
            ("d2", new DateColumn(Column(Day))),
            ("row", new NumberColumn([.. Enumerable.Range(0, rows).Select(row => (double)row)])),
        ]);
    }
}
