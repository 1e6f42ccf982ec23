namespace Survey.Engines;

/// <summary>How rows get into a table.</summary>
internal sealed record LoadOptions
{
    /// <summary>Whether the rows are added to a table that is there; else it is created and must not be there.</summary>
    public bool Append { get; init; }

    /// <summary>Columns by which ClickHouse keeps the rows of a new table in order; they may not be missing. Other servers do not use it.</summary>
    public IReadOnlyList<string> OrderBy { get; init; } = [];
}
