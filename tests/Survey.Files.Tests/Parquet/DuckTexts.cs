using System.Globalization;

namespace Survey.Files.Tests.Parquet;

/// <summary>The values that DuckDB has, as the texts of a column that holds the same.</summary>
internal static class DuckTexts
{
    /// <param name="duck">Where.</param>
    /// <param name="from">What rows.</param>
    /// <param name="column">Of the rows.</param>
    /// <param name="like">Tells the type of the column.</param>
    public static string?[] Of(Duck duck, string from, string column, Column like)
    {
        string name = $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        string value = like.Type switch
        {
            ColumnType.Number => $"CASE WHEN typeof({name}) LIKE 'DECIMAL%' THEN {name}::VARCHAR ELSE {name}::DOUBLE::VARCHAR END",
            ColumnType.Date => $"{name}::DATE::VARCHAR",
            _ => $"{name}::VARCHAR",
        };
        return [.. duck.Rows($"SELECT {value} FROM {from}").Select(row => TextOf((string?)row[0], like.Type))];
    }

    private static string? TextOf(string? text, ColumnType type) =>
        type != ColumnType.Number ? (string.IsNullOrWhiteSpace(text) ? null : text)
        : text is null or "nan" ? null
        : Invariant.Text(double.Parse(text, CultureInfo.InvariantCulture));
}
