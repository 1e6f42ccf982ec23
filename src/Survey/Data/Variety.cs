namespace Survey;

/// <summary>The type of a column or an expression, with the levels of a category.</summary>
/// <param name="Type">What its values are.</param>
/// <param name="Levels">The levels of a category, in order; empty for the other types.</param>
/// <param name="Labels">What readers are shown for each level.</param>
/// <param name="Ordered">Whether the order of the levels has a meaning.</param>
/// <param name="WhyNotNumber">For a category that was nearly a column of numbers: what stood in the way, and where.</param>
internal sealed record Variety(ColumnType Type, IReadOnlyList<string> Levels, IReadOnlyList<string> Labels, bool Ordered, string? WhyNotNumber)
{
    public static readonly Variety Number = new(ColumnType.Number, [], [], false, null);
    public static readonly Variety Flag = new(ColumnType.Flag, [], [], false, null);
    public static readonly Variety Date = new(ColumnType.Date, [], [], false, null);

    public static Variety Category(IReadOnlyList<string> levels, bool ordered = false) => new(ColumnType.Category, levels, levels, ordered, null);
}
