using System.Globalization;

namespace Survey;

/// <summary>What a table holds, column by column.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">In the order of the table.</param>
/// <param name="Notes">What became of the rows on the way into the table.</param>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record TableDescription(int Rows, IReadOnlyList<ColumnDescription> Columns, IReadOnlyList<string> Notes) : IResult
{
    private const int LevelsShown = 6;

    /// <summary>An aligned table of the columns.</summary>
    public override string ToString() => Display().ToString();

    /// <summary>The columns as rows.</summary>
    public Table ToTable() =>
        new ResultTable<ColumnDescription>(Columns)
            .Text("column", column => column.Name).Text("type", column => column.Type.ToString().ToLowerInvariant()).Number("missing", column => column.Missing)
            .Text("minimum", column => column.Minimum).Text("maximum", column => column.Maximum).Number("mean", column => column.Mean)
            .Number("levels", column => column.Levels.Count == 0 ? double.NaN : column.Levels.Count).Text("remark", column => column.IsWithheld ? ColumnDescription.Withheld : column.Remark)
            .ToTable();

    Display IResult.Display() => Display();

    private Display Display()
    {
        var table = new TextTable(TextTable.Left("column"), TextTable.Left("type"), TextTable.Right("missing"), TextTable.Left("values"));
        foreach (ColumnDescription column in Columns)
            table.Add(column.Name, column.Type.ToString().ToLowerInvariant(), Figures.Count(column.Missing), ValuesText(column));
        IEnumerable<string> remarks = Columns.Where(column => column.Remark is not null).Select(column => $"{column.Name} is {column.Type.Called()} because {column.Remark}\n");
        return new Display().Add(table).Add($"{Figures.Count(Rows)} rows, {Columns.Count} columns").Add(string.Concat(remarks));
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
