namespace Survey;

/// <summary>What a column holds.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Minimum">The least value of numbers and dates, as text; null for the other types and where there is none.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="Mean">The unweighted mean of numbers; NaN otherwise.</param>
/// <param name="Levels">Rows of each level of a category or flag, in the order of the levels; empty otherwise.</param>
/// <param name="Remark">What to know of the column, such as what kept it from being numbers; null where there is nothing.</param>
/// <param name="IsWithheld">Whether its values are personal data, which are not shown: it has then no minimum, maximum, mean, levels and remark.</param>
public sealed record ColumnDescription(string Name, ColumnType Type, int Missing, string? Minimum, string? Maximum, double Mean, IReadOnlyList<(string Level, int Rows)> Levels, string? Remark, bool IsWithheld = false)
{
    /// <summary>What stands in the place of values that are withheld.</summary>
    public const string Withheld = "personal data, not shown";
}
