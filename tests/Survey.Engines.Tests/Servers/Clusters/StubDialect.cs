namespace Survey.Engines.Tests;

/// <summary>As much of a dialect as servers need.</summary>
internal sealed class StubDialect(string marker) : Dialect
{
    public static readonly StubDialect PostgreSql = new("@p"), DuckDb = new("$p"), ClickHouse = new("");

    public override string Quote(string identifier) =>
        $"\"{(marker.Length == 0 ? identifier.Replace("\\", "\\\\", StringComparison.Ordinal) : identifier).Replace("\"", marker.Length == 0 ? "\\\"" : "\"\"", StringComparison.Ordinal)}\"";

    public override string Text(string value, List<string> parameters)
    {
        if (marker.Length == 0)
            return $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
        parameters.Add(value);
        return $"{marker}{parameters.Count - 1}";
    }

    public override string Marker(int parameter) => $"{marker}{parameter}";

    public override string Number(double value) => throw new NotSupportedException();

    public override string Day(DateOnly day) => throw new NotSupportedException();

    public override string ToDouble(string expression) => throw new NotSupportedException();

    public override ColumnType? TypeOf(string serverType) => throw new NotSupportedException();

    public override bool IsWide(string serverType) => throw new NotSupportedException();

    public override string NumberOf(string quotedColumn, string serverType) => throw new NotSupportedException();

    public override string Sure(string condition) => throw new NotSupportedException();

    public override string Lookup(IReadOnlyList<double> values, string code) => throw new NotSupportedException();

    public override string Covariance(string first, string second) => throw new NotSupportedException();
}
