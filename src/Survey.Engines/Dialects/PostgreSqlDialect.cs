using System.Globalization;
using System.Text.RegularExpressions;

namespace Survey.Engines;

/// <summary>PostgreSQL from version 15, alone or before servers that it reaches by postgres_fdw.</summary>
/// <remarks>
/// What is written here is pushed down by postgres_fdw 15 (seen by EXPLAIN VERBOSE), but for the text of a uuid. COALESCE, NULLIF, GREATEST and extract(... from date) are not and so not used.
/// Covariances are Youngs and Cramer's since version 12: of 99,999 values 1e8 + u, u below 1, the variance is right to 1e-9 of itself.
/// Overflow and underflow of + - * / are errors there, whole and loud; those of exp are not.
/// </remarks>
internal sealed partial class PostgreSqlDialect : Dialect
{
    private const int FewRows = 100;

    public override string Quote(string identifier) => '"' + Whole(identifier).Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    public override string Text(string value, List<string> parameters)
    {
        parameters.Add(value);
        return Marker(parameters.Count - 1);
    }

    public override string Number(double value) => $"'{value.ToString("R", CultureInfo.InvariantCulture)}'::double precision";

    public override string ToDouble(string expression) => $"CAST({expression} AS double precision)";

    public override ColumnType? TypeOf(string serverType) =>
        Bare(serverType) switch
        {
            "smallint" or "integer" or "bigint" or "real" or "double precision" or "numeric" => ColumnType.Number,
            "text" or "character varying" or "character" or "uuid" => ColumnType.Category,
            "boolean" => ColumnType.Flag,
            "date" => ColumnType.Date,
            _ => null,
        };

    public override bool IsWide(string serverType) => Bare(serverType) is "bigint" or "numeric";

    // NaN is above all numbers there
    public override string? FiniteOnly(string quotedColumn, string serverType) =>
        Bare(serverType) is "real" or "double precision" or "numeric" ? $"{quotedColumn} < 'Infinity' AND {quotedColumn} > '-Infinity'" : null;

    public override bool IsText(string serverType) => Bare(serverType) is "text" or "character varying";

    // the text of a character(n) has no blanks at its end, whatever the column shows
    public override string TextOf(string quotedColumn, string serverType) =>
        IsText(serverType) ? quotedColumn : $"CAST({quotedColumn} AS text)";

    public override string FlagIs(bool value, string quotedColumn, string serverType) => value ? quotedColumn : $"(NOT {quotedColumn})";

    // there are infinite dates, and such before Christ
    public override string DayNumberOf(string quotedColumn) =>
        $"(CASE WHEN {quotedColumn} >= DATE '0001-01-01' AND {quotedColumn} <= DATE '9999-12-31' THEN {quotedColumn} - DATE '0001-01-01' END)";

    public override string Year(string day) => Sql.Checked($"({CompletedMonths("0", day)} / 12 + 1)");

    public override string Month(string day) => Sql.Checked($"({CompletedMonths("0", day)} % 12 + 1)");

    public override string CompletedYears(string from, string to) => Sql.Checked($"({CompletedMonths(from, to)} / 12)");

    public override string Finite(string number) => number;

    public override string WholeQuotient(string dividend, int divisor) => $"({dividend} / {divisor})";

    public override string Sure(string condition) => condition;

    public override Statement? ShardColumns(TableName table)
    {
        var parameters = new List<string>();
        string name = $"CAST({Text(table.Quoted(this), parameters)} AS regclass)";
        return new Statement(
            $"""
            SELECT attname FROM pg_partitioned_table JOIN pg_attribute ON attrelid = partrelid AND attnum = ANY(partattrs)
            WHERE partrelid = {name} AND EXISTS (SELECT FROM pg_partition_tree({name}) tree JOIN pg_class ON pg_class.oid = tree.relid WHERE relkind = 'f')
            """,
            parameters);
    }

    // nobody counts the rows of foreign tables, unless they are analyzed: it takes them for a few thousand, whose aggregates cost more than to fetch them
    public override Statement ForShards(Statement statement) => statement with { Sql = $"SET enable_partitionwise_aggregate = on; SET cpu_operator_cost = 0; {statement.Sql}" };

    public override Statement? Explained(Statement statement) => ForShards(statement with { Sql = "EXPLAIN " + statement.Sql });

    // a scan of a foreign table that is not of sums sends its rows, of which a few do no harm
    public override bool IsSummedByShards(IReadOnlyList<string?> plan) =>
        !plan.Any(line => line!.Contains("Foreign Scan on ", StringComparison.Ordinal) && int.Parse(EstimatedRows().Match(line).Groups[1].Value, CultureInfo.InvariantCulture) > FewRows);

    // it does so by itself a minute later, and another server that asks for its estimates (postgres_fdw) may come before
    public override string? Analyzed(string quotedTable) => $"ANALYZE {quotedTable}";

    /// <summary>Completed months from one day number to another that is not before. A month has 3135 / 103 days to a millionth of itself, so that a guess is one off at most, also after 9,999 years, and subtracting months from the later day decides.</summary>
    /// <remarks>A hundred steps of <see cref="SqlCalendar"/> take PostgreSQL microseconds a row; and its own functions for parts of dates are not pushed down.</remarks>
    private static string CompletedMonths(string from, string to)
    {
        string near = $"(({to} - {from}) * 103 / 3135)";
        return Sql.Checked($"(CASE WHEN {IsCompleted($"{near} + 1")} THEN {near} + 1 WHEN {IsCompleted(near)} THEN {near} ELSE {near} - 1 END)");

        string IsCompleted(string months) => $"(DATE '0001-01-01' + {to}) - make_interval(0, {months}) >= (DATE '0001-01-01' + {from})";
    }

    /// <summary>The type without a length: "character varying(30)" is a "character varying".</summary>
    private static string Bare(string serverType) => serverType.EndsWith(']') ? serverType : serverType.Split('(')[0].TrimEnd();

    [GeneratedRegex(@" rows=(\d+)")]
    private static partial Regex EstimatedRows();
}
