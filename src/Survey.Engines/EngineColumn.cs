namespace Survey.Engines;

/// <summary>A column of a table in a database.</summary>
/// <param name="Name">Exactly as it is stored.</param>
/// <param name="ServerType">Its type, as the server names it.</param>
/// <param name="Type">What its values are here; null where they are nothing that can be asked about.</param>
internal sealed record EngineColumn(string Name, string ServerType, ColumnType? Type)
{
    /// <summary>Texts of a category that stand for no value: empty, or nothing but blanks. Known with its levels.</summary>
    public IReadOnlyList<string> Blanks { get; init; } = [];
}
