using System.Globalization;

namespace Survey.Engines;

/// <summary>PostgreSQL from version 15, alone or before servers that it reaches by postgres_fdw.</summary>
/// <remarks>
/// What is written here is pushed down by postgres_fdw 15 (seen by EXPLAIN VERBOSE), but for the text of a uuid. COALESCE, NULLIF, GREATEST and extract(... from date) are not and so not used.
/// Overflow and underflow of + - * / are errors there, whole and loud; those of exp are not.
/// </remarks>
internal sealed class PostgreSqlDialect : Dialect
{
    public override string Quote(string identifier) => '"' + Whole(identifier).Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    public override string Text(string value, List<string> parameters)
    {
        parameters.Add(value);
        return $"@p{parameters.Count - 1}";
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

    public override bool IsWide(string serverType) => Bare(serverType) == "bigint";

    // NaN is above all numbers there
    public override string NumberOf(string quotedColumn, string serverType)
    {
        string number = Bare(serverType) == "double precision" ? quotedColumn : ToDouble(quotedColumn);
        return Bare(serverType) is "real" or "double precision" or "numeric"
            ? $"(CASE WHEN {quotedColumn} < 'Infinity' AND {quotedColumn} > '-Infinity' THEN {number} END)"
            : number;
    }

    public override bool IsText(string serverType) => Bare(serverType) is "text" or "character varying";

    // the text of a character(n) has no blanks at its end, whatever the column shows
    public override string TextOf(string quotedColumn, string serverType) =>
        IsText(serverType) ? quotedColumn : $"CAST({quotedColumn} AS text)";

    public override string FlagIs(bool value, string quotedColumn) => value ? quotedColumn : $"(NOT {quotedColumn})";

    // there are infinite dates, and such before Christ
    public override string DayNumberOf(string quotedColumn) =>
        $"(CASE WHEN {quotedColumn} >= DATE '0001-01-01' AND {quotedColumn} <= DATE '9999-12-31' THEN {quotedColumn} - DATE '0001-01-01' END)";

    public override string Finite(string number) => number;

    public override string WholeQuotient(string dividend, int divisor) => $"({dividend} / {divisor})";

    public override string Sure(string condition) => condition;

    public override string Lookup(IReadOnlyList<double> values, string code) =>
        $"('{{{string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}}}'::double precision[])[{code} + 1]";

    /// <inheritdoc/>
    /// <remarks>Youngs and Cramer's since PostgreSQL 12. Of 99,999 values 1e8 + u, u below 1: variance right to 1e-9 of itself.</remarks>
    public override string Covariance(string first, string second) => $"covar_pop({first}, {second})";

    /// <summary>The type without a length: "character varying(30)" is a "character varying".</summary>
    private static string Bare(string serverType) => serverType.EndsWith(']') ? serverType : serverType.Split('(')[0].TrimEnd();
}
