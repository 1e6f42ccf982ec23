using System.Globalization;
using Survey.Tests.Expressions;

namespace Survey.Engines.Tests.Expressions;

/// <summary>Random expressions in databases against the same in memory.</summary>
[TestFixtureSource(typeof(TestEngine), nameof(TestEngine.Names))]
internal sealed class SqlTwinTests(string engineName)
{
    private const int Rows = 240, Seeds = 40, TreesOfASeed = 50;
    private static readonly string[] Names = ["n", "n8 \"x\\", "nd", "f", "f2", "c", "c--'2;", "o", "o2", "d", "d2"];

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
        TestContext.Out.WriteLine($"{engineName}: {_trees} trees, {_overflows} of which overflowed there.");
        _engine?.Dispose();
        Assert.That(_overflows, Is.LessThan(0.1 * _trees));
    }

    [Test]
    public void SameValues([Range(1, Seeds)] int seed)
    {
        var random = new Random(seed);
        Expr[] trees = [.. Enumerable.Range(0, TreesOfASeed).Select(k => new RandomExpr(random, Names).Any(1 + k % 4)).Where(IsExact)];
        foreach (Expr[] some in trees.Chunk(10))
            if (!AssertTwins(some))
                _overflows += some.Count(expr => !AssertTwins([expr]));
        _trees += trees.Length;
    }

    // a remainder is rounded but in DuckDB, and a comparison with it may go the other way
    private bool IsExact(Expr expr) => _engine!.Dialect is DuckDbDialect || !expr.ToString().Contains('%', StringComparison.Ordinal);

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

    /// <summary>Whether the database answered at all; what it answered is right.</summary>
    private bool AssertTwins(Expr[] trees)
    {
        var binder = new Binder(_stored!.Table);
        List<string> parameters = [];
        SqlCompiler compiler = _stored.Compiler(binder, parameters);
        string[] sql = [.. trees.SelectMany(expr => (string[])[Written(compiler, binder, expr), WhetherMissing(compiler, expr)])];
        double?[][] values;
        try
        {
            values = _stored.Values(sql, parameters);
        }
        catch (Npgsql.PostgresException error) when (error.SqlState == "22003") // numeric value out of range
        {
            return false;
        }
        for (int k = 0; k < trees.Length; k++)
            AssertTwin(trees[k], values[2 * k], values[2 * k + 1], sql[2 * k]);
        return true;
    }

    private static string Written(SqlCompiler compiler, Binder binder, Expr expr) =>
        binder.Bind(expr).Type switch
        {
            ColumnType.Flag => Flag(compiler.Condition(expr)),
            ColumnType.Category => compiler.Code(expr),
            ColumnType.Date => compiler.Day(expr),
            _ => compiler.Number(expr),
        };

    private static string WhetherMissing(SqlCompiler compiler, Expr expr) => Flag(compiler.Missing(expr));

    private static string Flag(SqlCondition condition) => $"CASE WHEN {condition.True} THEN 1 WHEN {condition.False} THEN 0 END";

    private void AssertTwin(Expr expr, double?[] values, double?[] missing, string sql)
    {
        Column expected = _stored!.Table.With("derived", expr)["derived"];
        for (int row = 0; row < Rows; row++)
            if (!Same(expected, row, values[row]) || missing[row] != (expected.IsMissing(row) ? 1 : 0))
                Assert.Fail($"{expr}, row {row + 1} ({string.Join(", ", Names.Select(name => $"{name} = {_stored.Table[name].TextAt(row) ?? "missing"}"))}): in memory {expected.TextAt(row) ?? "missing"}, in {engineName} {values[row]?.ToString("R", CultureInfo.InvariantCulture) ?? "missing"} ({missing[row]}) by {sql}");
    }

    private static bool Same(Column expected, int row, double? value) =>
        expected.IsMissing(row) ? value is null : value is { } there && expected switch
        {
            NumberColumn numbers => Math.Abs(numbers.Values[row] - there) <= 1e-14 * Math.Abs(there),
            FlagColumn flags => flags.Values[row] == there,
            DateColumn days => days.Days[row] == there,
            _ => ((CategoryColumn)expected).Codes[row] == there,
        };

    private static Table RandomTable(Random random)
    {
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
            (Names[3], new FlagColumn(Column<bool?>(() => random.Next(2) == 0))),
            (Names[4], new FlagColumn(Column<bool?>(() => random.Next(4) == 0))),
            (Names[5], new CategoryColumn(Column(Level), RandomExpr.Levels)),
            (Names[6], new CategoryColumn(Column<string>(() => random.Next(3) switch { 0 => "b", 1 => "z\\'", _ => "村\"--" }), ["z\\'", "b", "村\"--", "never"])),
            (Names[7], new CategoryColumn(Column(Rank), RandomExpr.Ranks, ordered: true)),
            (Names[8], new CategoryColumn(Column(Rank), RandomExpr.Ranks, ordered: true)),
            (Names[9], new DateColumn(Column(Day))),
            (Names[10], new DateColumn(Column(Day))),
        ]);
    }
}
