namespace Survey;

/// <summary>Descriptions of tables.</summary>
public static class TableDescriptionExtensions
{
    /// <summary>Types, missing values, ranges and levels of all columns.</summary>
    /// <param name="table">Any table.</param>
    /// <param name="withheld">Columns that hold personal data: of them only type and missing values are told.</param>
    /// <exception cref="SurveyDataException">There is no column of a name that is to be withheld.</exception>
    public static TableDescription Describe(this Table table, params IReadOnlyList<string> withheld)
    {
        foreach (string name in withheld)
            table.Require(name);
        return new(table.RowCount, [.. table.Columns.Select(name => withheld.Contains(name, StringComparer.Ordinal) ? Withheld(name, table[name]) : Describe(name, table[name]))], table.Notes);
    }

    private static ColumnDescription Withheld(string name, Column column) => new(name, column.Type, column.CountMissing(), null, null, double.NaN, [], null, IsWithheld: true);

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
