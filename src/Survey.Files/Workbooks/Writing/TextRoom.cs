namespace Survey.Files.Workbooks.Writing;

/// <summary>How much room texts take in cells.</summary>
internal static class TextRoom
{
    /// <summary>What a cell keeps free at its sides, in characters.</summary>
    private const double Margin = 2;

    /// <summary>A character of a column's width, in points: half the ordinary size, and no less in any program.</summary>
    private const double Character = CellLook.Ordinary / 2;

    /// <summary>The width of a column for its texts, in characters.</summary>
    /// <param name="texts">What stands in it.</param>
    /// <param name="most">The widest it may be.</param>
    public static double Width(IEnumerable<string> texts, double most) =>
        Math.Clamp(texts.SelectMany(text => text.Split('\n')).Select(line => TextTable.Width(line) + Margin).Append(0).Max(), 6, most);

    /// <summary>How high a row is whose texts go over several lines, in points.</summary>
    public static double Height(SheetRow row, IReadOnlyList<double> widths)
    {
        double height = row.LeastHeight;
        int column = 0;
        foreach (SheetCell cell in row.Cells)
        {
            CellLook look = CellLook.All[(int)cell.Style];
            double width = Enumerable.Range(column, cell.Columns).Sum(k => k < widths.Count ? widths[k] : 8);
            if (cell.Words is { } words && cell.Rows == 1)
                height = Math.Max(height, look.LineHeight * (look.Wraps ? Lines(words, (width - Margin) * Character / (look.Size / 2)) : 1));
            column += cell.Columns;
        }
        return height;
    }

    private static int Lines(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(TextTable.Width(line) / Math.Max(1, width))));
}
