using System.Globalization;

namespace Survey;

/// <summary>What a table holds, column by column.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">In the order of the table.</param>
/// <param name="Notes">What became of the rows on the way into the table.</param>
public sealed record TableDescription(int Rows, IReadOnlyList<ColumnDescription> Columns, IReadOnlyList<string> Notes)
{
    private const int LevelsShown = 6;

    /// <summary>An aligned table of the columns.</summary>
    public override string ToString()
    {
        var table = new TextTable(TextTable.Left("column"), TextTable.Left("type"), TextTable.Right("missing"), TextTable.Left("values"));
        foreach (ColumnDescription column in Columns)
            table.Add(column.Name, column.Type.ToString().ToLowerInvariant(), Figures.Count(column.Missing), ValuesText(column));
        IEnumerable<string> remarks = Columns.Where(column => column.Remark is not null).Select(column => $"{column.Name} is {column.Type.Called()} because {column.Remark}\n");
        return table + $"{Figures.Count(Rows)} rows, {Columns.Count} columns\n" + string.Concat(remarks);
    }

    private static string ValuesText(ColumnDescription column) =>
        column.Type switch
        {
            _ when column.IsWithheld => ColumnDescription.Withheld,
            ColumnType.Number when column.Minimum is not null => string.Create(CultureInfo.InvariantCulture, $"{column.Minimum} to {column.Maximum}, mean {column.Mean:G6}"),
            ColumnType.Date when column.Minimum is not null => $"{column.Minimum} to {column.Maximum}",
            ColumnType.Category or ColumnType.Flag => LevelsText(column.Levels),
            _ => "no values",
        };

    private static string LevelsText(IReadOnlyList<(string Level, int Rows)> levels)
    {
        string shown = string.Join("; ", levels.Take(LevelsShown).Select(level => $"{OneLine(level.Level)}: {Figures.Count(level.Rows)}"));
        return levels.Count <= LevelsShown ? shown : $"{shown}; ... ({Figures.Count(levels.Count)} levels)";
    }

    // a level may hold anything a quoted field can
    private static string OneLine(string level)
    {
        string line = new([.. level.Select(c => char.IsControl(c) ? ' ' : c)]);
        return line.Length <= 40 ? line : string.Concat(line.AsSpan(0, 37), "...");
    }
}
