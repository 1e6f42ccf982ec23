using Survey.Files;

namespace Survey.Cli;

/// <summary>A CSV file of two columns that says what becomes of what: strata that are merged, ids that changed.</summary>
/// <param name="Option">That names the file.</param>
/// <param name="First">What stands in its first column, such as "a stratum".</param>
/// <param name="Second">What stands in its second, such as "the one it becomes part of".</param>
/// <param name="Header">A first line, as an example.</param>
internal sealed record TwoColumns(string Option, string First, string Second, string Header)
{
    /// <param name="path">The file.</param>
    /// <param name="isKnown">Whether a text is one of the values that the first column takes, to tell a first line that names columns from one that is a pair already.</param>
    public Dictionary<string, string> Read(string path, Func<string, bool> isKnown)
    {
        IReadOnlyList<string> names = TableFile.ColumnNames(path);
        if (names.Count != 2)
            throw new SurveyDataException($"The file {path} of {Option} has {names.Count} column{(names.Count == 1 ? "" : "s")}; it takes two, {First} and {Second}, under a line such as {Header}.");
        if (isKnown(names[0]))
            throw new SurveyDataException($"The first line of {path} names columns, and '{names[0]}' is {First} already; begin the file with a line such as {Header}.");
        Table table = Table.Read(path, new ReadOptions { Types = names.ToDictionary(name => name, _ => ColumnType.Category) });
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int row = 0; row < table.RowCount; row++)
        {
            string key = TextAt(names[0], row);
            if (!map.TryAdd(key, TextAt(names[1], row)))
                throw new SurveyDataException($"The file {path} of {Option} names '{key}' twice, again in row {row + 1}; each stands once.");
        }
        return map;

        string TextAt(string column, int row) =>
            table[column].TextAt(row) ?? throw new SurveyDataException($"The column '{column}' of {path} is empty in row {row + 1}; each row of {Option} has {First} and {Second}.");
    }
}
