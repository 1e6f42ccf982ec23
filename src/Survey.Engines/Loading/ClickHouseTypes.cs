namespace Survey.Engines;

/// <summary>Types of ClickHouse's columns that hold columns of ours without a loss.</summary>
internal static class ClickHouseTypes
{
    private const string Flag = "Enum8('false' = 0, 'true' = 1)";

    /// <summary>The days that a Date holds in every version.</summary>
    public static readonly DateOnly FirstDay = new(1970, 1, 1), LastDay = new(2106, 2, 7);

    /// <summary>The type of a column of a new table.</summary>
    public static string Of(ColumnType type, bool isNullable)
    {
        string bare = type switch { ColumnType.Number => "Float64", ColumnType.Flag => Flag, ColumnType.Date => "Date", _ => "String" };
        return isNullable ? $"Nullable({bare})" : bare;
    }

    public static bool Fits(ColumnType type, string serverType) =>
        serverType == Of(type, false) || serverType == Of(type, true) || (type == ColumnType.Flag && serverType is "Bool" or "Nullable(Bool)");

    public static bool IsNullable(string serverType) => serverType.StartsWith("Nullable(", StringComparison.Ordinal);
}
