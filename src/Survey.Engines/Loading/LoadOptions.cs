namespace Survey.Engines;

/// <summary>How rows get into a table of a database.</summary>
public sealed record LoadOptions
{
    /// <summary>Whether the rows are added to a table that is there; else it is created and must not be there.</summary>
    public bool Append { get; init; }

    /// <summary>Columns by which ClickHouse keeps the rows of a new table in order; they may not be missing. Other servers do not use it.</summary>
    public IReadOnlyList<string> OrderBy { get; init; } = [];

    /// <summary>Columns that are loaded although they look like personal data, such as codes in the form of phone numbers; any other that does is refused. Each must be a column of the rows.</summary>
    public IReadOnlyList<string> PersonalDataAllowedIn { get; init; } = [];
}
