using Npgsql;
using Survey.Tests.Expressions;

namespace Survey.Engines.Tests.Expressions;

/// <summary>Random expressions in databases against the same in memory.</summary>
[TestFixtureSource(typeof(TestEngine), nameof(TestEngine.Names))]
internal sealed class SqlTwinTests(string engineName)
{
    private const int Rows = 240, Seeds = 40, TreesOfASeed = 50;
    private static readonly string[] Names = ["n", "n8 \"x\\", "nd", "nwide", "f", "f2", "c", "c--'2;", "o", "o2", "d", "d2"];

    private TestEngine? _engine;
    private StoredTable? _stored;
    private int _trees, _overflows;

    [OneTimeSetUp]
    public void Store()
    {
        _engine = TestEngine.Named(engineName);
        _stored = new StoredTable(_engine, RandomTable(new Random(1)), TypeOf, "", "  ");
    }

    [OneTimeTearDown]
    public void End()
    {
        _engine?.Dispose();
        TestContext.Progress.WriteLine($"{engineName}: {_trees} trees, {_overflows} of which overflowed there.");
        Assert.That(_overflows, Is.LessThanOrEqualTo(_engine!.Dialect is PostgreSqlDialect ? 0.05 * _trees : 0));
    }

    [Test]
    public void SameValues([Range(1, Seeds)] int seed)
    {
        var random = new Random(seed);
        Expr[] trees = [.. Enumerable.Range(0, TreesOfASeed).Select(k => new RandomExpr(random, Names).Any(1 + k % 4)).Where(IsExact)];
        foreach (Expr[] some in trees.Chunk(10))
            if (!Answers(some))
                _overflows += some.Count(expr => !Answers([expr]));
        _trees += trees.Length;
    }

    // a remainder is rounded but in DuckDB, and a comparison with it may go the other way
    private bool IsExact(Expr expr) => _engine!.Dialect is DuckDbDialect || !expr.ToString().Contains('%', StringComparison.Ordinal);

    /// <summary>Whether the database answers at all, or fails by overflow; what it answers is right.</summary>
    private bool Answers(Expr[] trees)
    {
        try
        {
            Twins.AssertSame(_stored!, trees);
            return true;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.NumericValueOutOfRange)
        {
            return false;
        }
    }

    private string? TypeOf(string column) =>
        (column, _engine!.Dialect) switch
        {
            ("n", ClickHouseDialect) => "Nullable(Int16)",
            ("n", _) => "integer",
            ("nd", ClickHouseDialect) => "Nullable(Decimal(9, 3))",
            ("nd", PostgreSqlDialect) => "numeric(9,3)",
            ("nd", _) => "DECIMAL(9,3)",
            _ => null,
        };

    private static Table RandomTable(Random random)
    {
        double[] wide = [0, -0.0, 1, -1, 0.5, 1e300, -1e308, 1e-300, 700, -800, 1e17];
        T?[] Column<T>(Func<T?> value) => [.. Enumerable.Range(0, Rows).Select(_ => random.Next(5) == 0 ? default : value())];
        double[] Numbers(Func<double> value) => [.. Enumerable.Range(0, Rows).Select(_ => random.Next(5) == 0 ? double.NaN : value())];
        string Level() => RandomExpr.Levels[random.Next(RandomExpr.Levels.Length)];
        string Rank() => RandomExpr.Ranks[random.Next(3)];
        DateOnly? Day() => new DateOnly(2024, 2, 28).AddDays(random.Next(3) == 0 ? random.Next(-19_000, 9_000) : random.Next(5));
        return Table.FromColumns(
        [
            (Names[0], (Column)new NumberColumn(Numbers(() => random.Next(-2, 5)))),
            (Names[1], new NumberColumn(Numbers(() => random.Next(-40, 40) / 8.0))),
            (Names[2], new NumberColumn(Numbers(() => random.Next(-2000, 2000) / 1000.0))),
            (Names[3], new NumberColumn(Numbers(() => wide[random.Next(wide.Length)]))),
            (Names[4], new FlagColumn(Column<bool?>(() => random.Next(2) == 0))),
            (Names[5], new FlagColumn(Column<bool?>(() => random.Next(4) == 0))),
            (Names[6], new CategoryColumn(Column(Level), RandomExpr.Levels)),
            (Names[7], new CategoryColumn(Column<string>(() => random.Next(3) switch { 0 => "b", 1 => "z\\'", _ => "村\"--" }), ["z\\'", "b", "村\"--", "never"])),
            (Names[8], new CategoryColumn(Column(Rank), RandomExpr.Ranks, ordered: true)),
            (Names[9], new CategoryColumn(Column(Rank), RandomExpr.Ranks, ordered: true)),
            (Names[10], new DateColumn(Column(Day))),
            (Names[11], new DateColumn(Column(Day))),
        ]);
    }
}
