using System.Globalization;

namespace Survey.Monitoring.Simulating;

/// <summary>What stands in a cell of a file.</summary>
/// <param name="Kind">How a workbook keeps it; in a CSV file all are texts.</param>
/// <param name="Text">As it stands there; empty for nothing.</param>
internal readonly record struct SheetCell(SheetCellKind Kind, string Text)
{
    public static SheetCell Empty { get; } = new(SheetCellKind.Text, "");

    public static SheetCell Of(string? text) => new(SheetCellKind.Text, text ?? "");

    public static SheetCell Number(string digits) => new(SheetCellKind.Number, digits);

    public static SheetCell Number(int? number) => number is { } value ? Number(value.ToString(CultureInfo.InvariantCulture)) : Empty;

    /// <summary>The number of days that a spreadsheet gives the day, shown as a date.</summary>
    public static SheetCell Date(DateOnly? day) =>
        day is { } value ? new(SheetCellKind.Date, (value.DayNumber - FirstDay).ToString(CultureInfo.InvariantCulture)) : Empty;

    private static readonly int FirstDay = new DateOnly(1899, 12, 30).DayNumber;
}

/// <summary>How a workbook keeps a cell.</summary>
internal enum SheetCellKind
{
    Text,
    Number,
    Date,
}
