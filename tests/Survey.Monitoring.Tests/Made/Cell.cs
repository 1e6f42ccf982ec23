using System.Globalization;

namespace Survey.Monitoring.Tests.Made;

/// <summary>How a workbook keeps what stands in a cell.</summary>
public enum CellKind
{
    Blank,

    /// <summary>A text in the workbook's list of texts, as Excel writes it.</summary>
    Text,

    /// <summary>A text in the cell itself, as many programs write it.</summary>
    InlineText,

    Number,
    Flag,
    Error,

    /// <summary>A number of days, shown as 1981-01-05.</summary>
    Date,

    /// <summary>A number of days, shown as 1981年1月5日.</summary>
    ChineseDate,

    /// <summary>A number of days, shown as 2023-09-14 15:32:10.</summary>
    Moment,
}

/// <summary>What stands in a cell of a file.</summary>
/// <param name="Kind">How a workbook keeps it; a CSV file has texts only.</param>
/// <param name="Text">As it stands in the file.</param>
public readonly record struct Cell(CellKind Kind, string Text)
{
    public static Cell Blank { get; } = new(CellKind.Blank, "");

    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? Blank : new Cell(CellKind.Text, text);

    public static Cell Of(double? number) => number is { } value ? new Cell(CellKind.Number, Digits(value)) : Blank;

    public static Cell Of(bool flag) => new(CellKind.Flag, flag ? "1" : "0");

    /// <summary>The day, in the number of days that Excel gives it.</summary>
    public static Cell Of(DateTime moment, CellKind kind) => new(kind, Digits(moment.ToOADate()));

    public static Cell Of(DateOnly day, CellKind kind) => Of(day.ToDateTime(TimeOnly.MinValue), kind);

    private static string Digits(double number) => number.ToString(CultureInfo.InvariantCulture);
}
