using System.Text;

namespace Survey;

/// <summary>Columns of text aligned for a terminal, in which a Chinese character is two columns wide.</summary>
internal sealed class TextTable(params IReadOnlyList<TextTable.Heading> headings)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Its columns.</summary>
    public IReadOnlyList<Heading> Headings => headings;

    /// <summary>Its cells.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => _rows;

    /// <summary>Name of a column, and whether its cells stand at the right, as numbers do.</summary>
    public readonly record struct Heading(string Name, bool Right);

    public static Heading Left(string name) => new(OnOneLine(name), false);

    public static Heading Right(string name) => new(OnOneLine(name), true);

    public void Add(params string[] cells) => _rows.Add(Array.ConvertAll(cells, OnOneLine));

    /// <summary>The same with every cell as it may be shown.</summary>
    public TextTable Select(Func<string, string> shown)
    {
        var table = new TextTable(headings);
        foreach (string[] row in _rows)
            table.Add(Array.ConvertAll(row, cell => shown(cell)));
        return table;
    }

    /// <summary>A text without line breaks and tabs, which within a cell would break the table.</summary>
    public static string OnOneLine(string cell) => cell.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0 ? cell : string.Concat(cell.Select(c => char.IsControl(c) ? ' ' : c));

    public override string ToString()
    {
        int[] widths = [.. headings.Select((heading, column) => _rows.Select(row => Width(row[column])).Append(Width(heading.Name)).Max())];
        var text = new StringBuilder();
        AppendLine(text, [.. headings.Select(heading => heading.Name)], widths);
        AppendLine(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (string[] row in _rows)
            AppendLine(text, row, widths);
        return text.ToString();
    }

    private void AppendLine(StringBuilder text, string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (int column = 0; column < cells.Length; column++)
        {
            string padding = new(' ', widths[column] - Width(cells[column]));
            line.Append(column == 0 ? "" : "  ").Append(headings[column].Right ? padding + cells[column] : cells[column] + padding);
        }
        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    /// <summary>Columns of a terminal that a text takes.</summary>
    public static int Width(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
            width += IsMark(rune) ? 0 : IsWide(rune.Value) ? 2 : 1;
        return width;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark or System.Globalization.UnicodeCategory.Format;

    // the blocks of Unicode's EastAsianWidth.txt that are wide or full width
    private static bool IsWide(int c) =>
        c is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0x303E or >= 0x3041 and <= 0xA4CF or >= 0xA960 and <= 0xA97F or >= 0xAC00 and <= 0xD7A3
            or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6
            or >= 0x1F300 and <= 0x1F64F or >= 0x1F680 and <= 0x1F6FF or >= 0x1F900 and <= 0x1F9FF or >= 0x1FA70 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD;
}
