using Survey.Reporting.Charts.Marks;

namespace Survey.Reporting.Charts.Layout;

/// <summary>Names of upright lines, over them: those of the left lines stand to the left, of the right ones to the right, and one over the other where they would touch, so that no line crosses a name.</summary>
internal static class TopLabels
{
    private const double Gap = 4, Line = Drawing.SmallLine;

    /// <summary>Draws names and lines.</summary>
    /// <param name="drawing">Where they are drawn.</param>
    /// <param name="lines">Their names and places.</param>
    /// <param name="top">Where the names begin.</param>
    /// <param name="bottom">Where the lines end, below the height of the names.</param>
    /// <returns>The height of the names.</returns>
    public static double Draw(Drawing drawing, IReadOnlyList<(string Name, double X)> lines, double top, Func<double, double> bottom)
    {
        if (lines.Count == 0)
            return 0;
        (string Name, double X)[] sorted = [.. lines.OrderBy(line => line.X)];
        int left = Left(sorted);
        int[] rows = [.. Rows(sorted[..left], line => line.X, isLeft: true), .. Rows([.. sorted[left..].Reverse()], line => line.X, isLeft: false).Reverse()];
        double height = ((rows.Max() + 1) * Line) + 4;
        for (int k = 0; k < sorted.Length; k++)
            Draw(drawing, sorted[k], k < left, top + height - 6 - (rows[k] * Line), bottom(height));
        return height;
    }

    private static void Draw(Drawing drawing, (string Name, double X) line, bool isLeft, double baseLine, double bottom)
    {
        TextLines name = TextLines.Of(line.Name, Drawing.Small, Room(line.X, isLeft), 1);
        drawing.Add(Stroke.Between(line.X, baseLine - 10, line.X, bottom, Ink.Quiet, 1.4) with { Dash = "5 4" });
        drawing.Add(name, new(line.X + (isLeft ? -Gap : Gap), baseLine), isLeft ? Anchor.End : Anchor.Start, Drawing.Small, Line, Ink.Quiet);
    }

    /// <summary>How many stand to the left: such that most names are whole, and else half of them.</summary>
    private static int Left((string Name, double X)[] sorted) =>
        Enumerable.Range(0, sorted.Length + 1)
            .OrderByDescending(left => sorted.Where((line, k) => Width(line.Name) <= Room(line.X, k < left)).Count())
            .ThenBy(left => Math.Abs((2 * left) - sorted.Length)).First();

    /// <summary>Rows from the lowest, of lines from the outermost to the inmost.</summary>
    private static IEnumerable<int> Rows((string Name, double X)[] lines, Func<(string Name, double X), double> place, bool isLeft)
    {
        int row = 0;
        for (int k = 0; k < lines.Length; k++)
        {
            double width = Math.Min(Width(lines[k].Name), Room(place(lines[k]), isLeft));
            if (k > 0 && width + (3 * Gap) > Math.Abs(place(lines[k]) - place(lines[k - 1])))
                row++;
            yield return row;
        }
    }

    private static double Room(double x, bool isLeft) => Math.Max(20, (isLeft ? x : Drawing.Width - x) - Gap);

    private static double Width(string text) => TextSize.Width(TextLines.Clean(text), Drawing.Small);
}
