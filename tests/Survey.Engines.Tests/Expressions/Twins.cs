using System.Globalization;

namespace Survey.Engines.Tests.Expressions;

/// <summary>Holds values of expressions in a database against those in memory.</summary>
internal static class Twins
{
    /// <summary>Every value of every row is the same in both, and whether it is missing.</summary>
    /// <param name="stored">The rows, in both.</param>
    /// <param name="expressions">Asked in one statement.</param>
    public static void AssertSame(StoredTable stored, params IReadOnlyList<Expr> expressions)
    {
        var binder = new Binder(stored.Table);
        List<string> parameters = [];
        SqlCompiler compiler = stored.Compiler(binder, parameters);
        string[] sql = [.. expressions.SelectMany(expr => (string[])[Written(compiler, binder, expr), Flag(compiler.Missing(expr))])];
        double?[][] values = stored.Values(sql, parameters);
        foreach ((int k, Expr expr) in expressions.Index())
            AssertSame(stored, expr, values[2 * k], values[(2 * k) + 1], sql[2 * k]);
    }

    /// <summary>A condition as 1, 0 and NULL.</summary>
    public static string Flag(SqlCondition condition) => $"CASE WHEN {condition.True} THEN 1 WHEN {condition.False} THEN 0 END";

    private static string Written(SqlCompiler compiler, Binder binder, Expr expr) =>
        binder.Bind(expr).Type switch
        {
            ColumnType.Flag => Flag(compiler.Condition(expr)),
            ColumnType.Category => compiler.Code(expr),
            ColumnType.Date => compiler.Day(expr),
            _ => compiler.Number(expr),
        };

    private static void AssertSame(StoredTable stored, Expr expr, double?[] values, double?[] missing, string sql)
    {
        Table table = stored.Table;
        Column expected = table.With("derived", expr)["derived"];
        for (int row = 0; row < table.RowCount; row++)
            if (!Same(expected, row, values[row]) || missing[row] != (expected.IsMissing(row) ? 1 : 0))
                Assert.Fail($"{expr}, row {row + 1} ({string.Join(", ", table.Columns.Select(name => $"{name} = {table[name].TextAt(row) ?? "missing"}"))}): in memory {expected.TextAt(row) ?? "missing"}, "
                    + $"in the database {values[row]?.ToString("R", CultureInfo.InvariantCulture) ?? "missing"}, missing there {missing[row]}, by {sql}");
    }

    private static bool Same(Column expected, int row, double? value) =>
        expected.IsMissing(row) ? value is null : value is { } there && expected switch
        {
            NumberColumn numbers => Math.Abs(numbers.Values[row] - there) <= 1e-14 * Math.Abs(there),
            FlagColumn flags => flags.Values[row] == there,
            DateColumn days => days.Days[row] == there,
            _ => ((CategoryColumn)expected).Codes[row] == there,
        };
}
