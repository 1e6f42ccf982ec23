namespace Survey.Files.Workbooks.Writing;

/// <summary>A cell to be written.</summary>
internal readonly record struct SheetCell
{
    private SheetCell(Kind kind, CellStyle style, string? text = null, double number = 0) => (Holds, Style, Words, Value) = (kind, style, text, number);

    /// <summary>What a cell holds.</summary>
    public enum Kind
    {
        Nothing,
        Text,
        Number,
        Flag,
    }

    /// <summary>What it holds.</summary>
    public Kind Holds { get; }

    /// <summary>How it looks.</summary>
    public CellStyle Style { get; }

    /// <summary>The text of a text.</summary>
    public string? Words { get; }

    /// <summary>The number of a number or a day; 1 or 0 of a flag.</summary>
    public double Value { get; }

    /// <summary>How many columns it goes over, less one.</summary>
    private int MoreColumns { get; init; }

    /// <summary>How many rows it goes over, less one.</summary>
    private int MoreRows { get; init; }

    /// <summary>How many columns it goes over.</summary>
    public int Columns => MoreColumns + 1;

    /// <summary>How many rows it goes over; the later ones have blank cells of its style in its place.</summary>
    public int Rows => MoreRows + 1;

    /// <summary>Whether nothing at all is written for it.</summary>
    public bool IsAbsent => Holds == Kind.Nothing && Style == CellStyle.Plain && MoreColumns == 0 && MoreRows == 0;

    public static SheetCell Blank(CellStyle style = CellStyle.Plain) => new(Kind.Nothing, style);

    public static SheetCell Text(string text, CellStyle style = CellStyle.Text) => new(Kind.Text, style, text);

    public static SheetCell Number(double value, CellStyle style = CellStyle.Plain) => new(Kind.Number, style, null, value);

    public static SheetCell Flag(bool value, CellStyle style = CellStyle.Plain) => new(Kind.Flag, style, null, value ? 1 : 0);

    /// <summary>A day; one that Excel does not know, before 1900, is the text that is read as that day.</summary>
    public static SheetCell Day(DateOnly day, CellStyle style = CellStyle.Day) =>
        ExcelDay.Of(day) is { } number ? Number(number, style) : Text(DateColumn.TextOf(day.DayNumber), style == CellStyle.Day ? CellStyle.Text : style);

    /// <summary>The cell, merged with those at its right.</summary>
    public SheetCell Over(int columns) => this with { MoreColumns = columns - 1 };

    /// <summary>The cell, merged with those below.</summary>
    public SheetCell Down(int rows) => this with { MoreRows = rows - 1 };
}

/// <summary>Days as Excel counts them.</summary>
internal static class ExcelDay
{
    private static readonly int First = new DateOnly(1900, 1, 1).DayNumber, March1900 = new DateOnly(1900, 3, 1).DayNumber;

    /// <summary>The number of a day, 1 for the first of January 1900, with the 29th of February 1900 that Excel has; null before.</summary>
    public static int? Of(DateOnly day) =>
        day.DayNumber < First ? null : day.DayNumber - First + (day.DayNumber < March1900 ? 1 : 2);
}
