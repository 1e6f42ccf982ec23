using Survey.Files;
using Survey.Files.Parquet;

namespace Survey.Cli;

/// <summary>A CSV file of the labels of categories: a row a level, in the order of the levels.</summary>
internal static class LabelsFile
{
    private const string Column = "column", Level = "level", Label = "label", Ordered = "ordered";

    /// <summary>Reads the levels and labels of all columns.</summary>
    /// <exception cref="SurveyDataException">The file is not of that form.</exception>
    public static IReadOnlyList<StoredLevels.Column> Read(string path)
    {
        IReadOnlyList<string> names = TableFile.ColumnNames(path);
        if (((string[])[Column, Level, Label]).FirstOrDefault(name => !names.Contains(name)) is { } lacking || names.Except([Column, Level, Label, Ordered]).Any())
            throw new SurveyDataException($"The file {path} of --labels has the columns {string.Join(", ", names.Take(8))}; it takes {Column}, {Level} and {Label}, and if need be {Ordered} (true or false).");
        Table table = Table.Read(path, new ReadOptions { Types = names.ToDictionary(name => name, _ => ColumnType.Category) });
        return [.. Enumerable.Range(0, table.RowCount).GroupBy(row => TextAt(path, table, Column, row)).Select(rows => CategoryOf(path, table, rows.Key, [.. rows]))];
    }

    /// <summary>Writes the levels and labels of categories.</summary>
    public static void Write(string path, IReadOnlyList<StoredLevels.Column> categories, WriteOptions options)
    {
        (StoredLevels.Column Of, int Level)[] rows = [.. categories.SelectMany(category => category.Levels.Select((_, level) => (category, level)))];
        var table = new Table(
        [
            (Column, new CategoryColumn([.. rows.Select(row => row.Of.Name)])),
            (Level, new CategoryColumn([.. rows.Select(row => row.Of.Levels[row.Level])])),
            (Label, new CategoryColumn([.. rows.Select(row => (row.Of.Labels ?? row.Of.Levels)[row.Level])])),
            (Ordered, new FlagColumn([.. rows.Select(row => (bool?)row.Of.Ordered)])),
        ]);
        table.Write(path, options);
    }

    private static StoredLevels.Column CategoryOf(string path, Table table, string name, int[] rows)
    {
        string[] levels = [.. rows.Select(row => TextAt(path, table, Level, row))];
        if (levels.GroupBy(level => level).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new SurveyDataException($"The file {path} of --labels has the level '{PersonalData.Hidden(twice.Key)}' of the column '{name}' twice; each stands once.");
        bool[] ordered = [.. rows.Select(row => IsOrdered(path, table, row)).Distinct()];
        return ordered.Length == 1
            ? StoredLevels.Of(name, levels, [.. rows.Select(row => TextAt(path, table, Label, row))], ordered[0])
            : throw new SurveyDataException($"The file {path} of --labels says of some levels of the column '{name}' that they are ordered and of others that they are not; say the same of all.");
    }

    private static bool IsOrdered(string path, Table table, int row) =>
        !table.Columns.Contains(Ordered) ? false
        : table[Ordered].TextAt(row) is not { } word ? false
        : bool.TryParse(word, out bool ordered) ? ordered
        : throw new SurveyDataException($"The column '{Ordered}' of {path} is '{PersonalData.Hidden(word)}' in row {row + 1}; it is true or false.");

    private static string TextAt(string path, Table table, string column, int row) =>
        table[column].TextAt(row) ?? throw new SurveyDataException($"The column '{column}' of {path} is empty in row {row + 1}; each row of --labels has a column, a level and a label, which may be the level itself.");
}
