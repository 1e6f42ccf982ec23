using System.Globalization;

namespace Survey.Monitoring.Simulating;

/// <summary>What stands in a cell of a file.</summary>
/// <param name="Kind">How a workbook keeps it; in a CSV file all are texts.</param>
/// <param name="Text">As it stands there; empty for nothing.</param>
internal readonly record struct PaperCell(PaperCellKind Kind, string Text)
{
    public static PaperCell Empty { get; } = new(PaperCellKind.Text, "");

    public static PaperCell Of(string? text) => new(PaperCellKind.Text, text ?? "");

    public static PaperCell Number(string digits) => new(PaperCellKind.Number, digits);

    public static PaperCell Number(int? number) => number is { } value ? Number(value.ToString(CultureInfo.InvariantCulture)) : Empty;

    /// <summary>The number of days that a spreadsheet gives the day, shown as a date.</summary>
    public static PaperCell Date(DateOnly? day) =>
        day is { } value ? new(PaperCellKind.Date, (value.DayNumber - FirstDay).ToString(CultureInfo.InvariantCulture)) : Empty;

    private static readonly int FirstDay = new DateOnly(1899, 12, 30).DayNumber;
}

/// <summary>How a workbook keeps a cell.</summary>
internal enum PaperCellKind
{
    Text,
    Number,
    Date,
}
