using System.Globalization;

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
public sealed record ColumnDescription(string Name, ColumnType Type, int Missing, string? Minimum, string? Maximum, double Mean, IReadOnlyList<(string Level, int Rows)> Levels, string? Remark);

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

/// <summary>Descriptions of tables.</summary>
public static class TableDescriptionExtensions
{
    /// <summary>Types, missing values, ranges and levels of all columns.</summary>
    /// <param name="table">Any table.</param>
    public static TableDescription Describe(this Table table) => new(table.RowCount, [.. table.Columns.Select(name => Describe(name, table[name]))], table.Notes);

    private static ColumnDescription Describe(string name, Column column)
    {
        int missing = column.CountMissing();
        return column switch
        {
            NumberColumn numbers when missing < column.Length => OfNumbers(name, numbers, missing),
            DateColumn dates when missing < column.Length => OfDates(name, dates, missing),
            CategoryColumn category => new(name, column.Type, missing, null, null, double.NaN, LevelsOf(category), category.WhyNotNumber),
            FlagColumn flags => new(name, column.Type, missing, null, null, double.NaN, [("false", flags.Values.Count((byte)0)), ("true", flags.Values.Count((byte)1))], null),
            _ => new(name, column.Type, missing, null, null, double.NaN, [], null),
        };
    }

    private static ColumnDescription OfNumbers(string name, NumberColumn column, int missing)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        var sum = new CompensatedSum();
        foreach (double value in column.Values)
            if (!double.IsNaN(value))
            {
                low = Math.Min(low, value);
                high = Math.Max(high, value);
                sum.Add(value);
            }
        return new(name, column.Type, missing, Invariant.Text(low), Invariant.Text(high), sum.Value / (column.Length - missing), [], null);
    }

    private static ColumnDescription OfDates(string name, DateColumn column, int missing)
    {
        int low = int.MaxValue, high = int.MinValue;
        foreach (int day in column.Days)
            if (day != DateColumn.Missing)
                (low, high) = (Math.Min(low, day), Math.Max(high, day));
        return new(name, column.Type, missing, DateColumn.TextOf(low), DateColumn.TextOf(high), double.NaN, [], null);
    }

    private static (string Level, int Rows)[] LevelsOf(CategoryColumn column)
    {
        int[] rows = new int[column.Levels.Count];
        foreach (int code in column.Codes)
            if (code != CategoryColumn.Missing)
                rows[code]++;
        return [.. column.Levels.Select((level, code) => (level, rows[code]))];
    }
}
