using Survey.Reporting.Charts.Marks;

namespace Survey.Reporting.Charts.Layout;

/// <summary>A name at the right end of a line.</summary>
/// <param name="Text">The name.</param>
/// <param name="End">Where its line ends.</param>
internal sealed record SideLabel(string Text, Spot End);

/// <summary>Names of level lines beside the chart, moved apart where they would touch.</summary>
internal static class SideLabels
{
    /// <summary>The widest a name may be, in pixels.</summary>
    public const double Most = 120;

    private const double Away = 14, Between = 4;

    /// <summary>A name in its lines.</summary>
    public static TextLines Lines(string text) => TextLines.Of(text, Drawing.Small, Most, 3);

    /// <summary>How wide they all are, with the space before them; 0 without any.</summary>
    public static double Width(IEnumerable<string> texts) => texts.Select(text => Lines(text).Width + Away).Append(0).Max();

    /// <summary>How high they are, one over the other.</summary>
    public static double Height(IEnumerable<string> texts) => texts.Sum(text => Height(Lines(text)) + Between);

    /// <summary>Draws them.</summary>
    /// <param name="drawing">Where they are drawn.</param>
    /// <param name="labels">In any order.</param>
    /// <param name="right">Of the chart's lines.</param>
    /// <param name="top">The highest that one may reach.</param>
    /// <param name="bottom">The lowest.</param>
    public static void Draw(Drawing drawing, IReadOnlyList<SideLabel> labels, double right, double top, double bottom)
    {
        SideLabel[] sorted = [.. labels.OrderBy(label => label.End.Y)];
        TextLines[] texts = [.. sorted.Select(label => Lines(label.Text))];
        double[] middles = Apart([.. sorted.Select(label => label.End.Y)], [.. texts.Select(Height)], top, bottom);
        for (int k = 0; k < sorted.Length; k++)
        {
            Spot end = sorted[k].End;
            if (Math.Abs(middles[k] - end.Y) > 3 || end.X < right - 3)
                drawing.Add(Stroke.Between(end.X + 6, end.Y, right + Away - 3, middles[k], Ink.Axis, 0.8));
            drawing.Add(texts[k], new(right + Away, middles[k] - (Height(texts[k]) / 2) + (TextSize.Ascent * Drawing.Small)), Anchor.Start, Drawing.Small, Drawing.SmallLine, Ink.Words);
        }
    }

    /// <summary>Middles that leave each its height, near where they are wanted: pushed down from the top, then up from the bottom.</summary>
    private static double[] Apart(double[] wanted, double[] heights, double top, double bottom)
    {
        double[] middles = [.. wanted];
        double taken = top;
        for (int k = 0; k < middles.Length; k++)
        {
            middles[k] = Math.Max(middles[k], taken + (heights[k] / 2));
            taken = middles[k] + (heights[k] / 2) + Between;
        }
        taken = bottom;
        for (int k = middles.Length - 1; k >= 0; k--)
        {
            middles[k] = Math.Min(middles[k], taken - (heights[k] / 2));
            taken = middles[k] - (heights[k] / 2) - Between;
        }
        return middles;
    }

    private static double Height(TextLines text) => text.Lines.Count * Drawing.SmallLine;
}
