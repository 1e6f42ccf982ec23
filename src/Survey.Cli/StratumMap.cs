using Survey.Files;

namespace Survey.Cli;

/// <summary>Reads which strata are merged: a CSV file of two columns, the stratum and the one it becomes part of.</summary>
internal static class StratumMap
{
    /// <param name="path">The file.</param>
    /// <param name="strata">The column of strata in the sample, to tell a first line that names columns from one that is a stratum already.</param>
    public static Dictionary<string, string> Read(string path, Column strata)
    {
        IReadOnlyList<string> names = TableFile.ColumnNames(path);
        if (names.Count != 2)
            throw new SurveyDataException($"The file {path} of --collapse has {names.Count} column{(names.Count == 1 ? "" : "s")}; it takes two, a stratum and the one it becomes part of, under a line such as stratum,into.");
        if (Enumerable.Range(0, strata.Length).Any(row => strata.TextAt(row) == names[0]))
            throw new SurveyDataException($"The first line of {path} names columns, and '{names[0]}' is a stratum; begin the file with a line such as stratum,into.");
        Table table = Table.Read(path, new ReadOptions { Types = names.ToDictionary(name => name, _ => ColumnType.Category) });
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int row = 0; row < table.RowCount; row++)
        {
            string stratum = TextAt(names[0], row);
            if (!map.TryAdd(stratum, TextAt(names[1], row)))
                throw new SurveyDataException($"The file {path} of --collapse names stratum '{stratum}' twice, again in row {row + 1}; a stratum becomes part of one other.");
        }
        return map;

        string TextAt(string column, int row) =>
            table[column].TextAt(row) ?? throw new SurveyDataException($"The column '{column}' of {path} is empty in row {row + 1}; each row of --collapse has a stratum and the one it becomes part of.");
    }
}
