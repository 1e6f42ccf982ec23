namespace Survey.Engines;

/// <summary>DuckDB.</summary>
/// <remarks>Its covariances are Welford's: of 99,999 values 1e8 + u, u below 1, the variance is right to 7e-8 of itself.</remarks>
internal sealed class DuckDbDialect : Dialect
{
    public override string Quote(string identifier) => '"' + Whole(identifier).Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    public override string Text(string value, List<string> parameters)
    {
        parameters.Add(value);
        return Marker(parameters.Count - 1);
    }

    public override string Marker(int parameter) => $"$p{parameter}";

    public override string Number(double value) => WithExponent(value);

    public override string ToDouble(string expression) => $"CAST({expression} AS DOUBLE)";

    // as its own catalogue names them, and as its driver does
    public override ColumnType? TypeOf(string serverType) =>
        Bare(serverType) switch
        {
            "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "UHUGEINT" => ColumnType.Number,
            "FLOAT" or "DOUBLE" or "DECIMAL" => ColumnType.Number,
            "VARCHAR" or "ENUM" or "UUID" => ColumnType.Category,
            "BOOLEAN" => ColumnType.Flag,
            "DATE" => ColumnType.Date,
            _ => null,
        };

    public override bool IsWide(string serverType) => Bare(serverType) is "BIGINT" or "UBIGINT" or "HUGEINT" or "UHUGEINT" or "DECIMAL";

    public override string? FiniteOnly(string quotedColumn, string serverType) => Bare(serverType) is "FLOAT" or "DOUBLE" ? $"isfinite({quotedColumn})" : null;

    public override bool IsText(string serverType) => Bare(serverType) == "VARCHAR";

    public override string TextOf(string quotedColumn, string serverType) =>
        IsText(serverType) ? quotedColumn : $"CAST({quotedColumn} AS VARCHAR)";

    public override string FlagIs(bool value, string quotedColumn, string serverType) => value ? quotedColumn : $"(NOT {quotedColumn})";

    // there are infinite dates, and such before Christ
    public override string DayNumberOf(string quotedColumn) =>
        $"(CASE WHEN {quotedColumn} >= DATE '0001-01-01' AND {quotedColumn} <= DATE '9999-12-31' THEN {quotedColumn} - DATE '0001-01-01' END)";

    public override string Finite(string number) => $"(CASE WHEN isfinite({number}) THEN {number} END)";

    public override string WholeQuotient(string dividend, int divisor) => $"({dividend} // {divisor})";

    /// <inheritdoc/>
    /// <remarks>The C library's fmod, which is exact, is % there; what is called fmod there takes the sign of the divisor.</remarks>
    public override string Remainder(string dividend, string divisor) => $"({dividend} % {divisor})";

    public override string Sure(string condition) => condition;

    /// <summary>The type without its precision or levels, unsigned ones under one name.</summary>
    private static string Bare(string serverType) =>
        serverType.EndsWith(']') ? serverType : serverType.Split('(')[0].TrimEnd().ToUpperInvariant().Replace("UNSIGNED", "U", StringComparison.Ordinal);
}
