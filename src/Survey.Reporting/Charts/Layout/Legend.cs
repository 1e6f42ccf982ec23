using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Content;

namespace Survey.Reporting.Charts.Layout;

/// <summary>What series look like, over the chart, in as many lines as it takes.</summary>
internal static class Legend
{
    private const double Gap = 7, Between = 20;

    /// <summary>Draws the legend of several series; of one there is none, as the caption says what it is.</summary>
    /// <returns>Where what comes below may begin.</returns>
    public static double Draw(Drawing drawing, ChartForm form, IReadOnlyList<ChartSeries> series, double top)
    {
        if (series.Count < 2)
            return top;
        IReadOnlyList<SeriesLook> looks = SeriesLook.Of(series);
        double sample = form == ChartForm.Lines ? 30 : 16;
        return Draw(drawing, [.. series.Select(one => one.Name)], sample, (k, box) => Sample(form, looks[k], box), top);
    }

    /// <summary>Draws names with samples beside them.</summary>
    /// <param name="drawing">Where they are drawn.</param>
    /// <param name="names">In order.</param>
    /// <param name="sample">How wide a sample is.</param>
    /// <param name="draw">Makes the sample of a name in a box.</param>
    /// <param name="top">Where it begins.</param>
    /// <returns>Where what comes below may begin.</returns>
    public static double Draw(Drawing drawing, IReadOnlyList<string> names, double sample, Func<int, Box, IEnumerable<Mark>> draw, double top)
    {
        double x = 0, y = top;
        for (int k = 0; k < names.Count; k++)
        {
            TextLines name = TextLines.Of(names[k], Drawing.Name, Drawing.Width - sample - Gap, 1);
            double width = sample + Gap + name.Width;
            if (x > 0 && x + width > Drawing.Width)
                (x, y) = (0, y + 20);
            drawing.Add(draw(k, new(x, y + 3, x + sample, y + 15)));
            drawing.Add(name, new(x + sample + Gap, y + 14), Anchor.Start, Drawing.Name, Drawing.NameLine, Ink.Words);
            x += width + Between;
        }
        return y + 28;
    }

    private static IEnumerable<Mark> Sample(ChartForm form, SeriesLook look, Box box)
    {
        double middle = (box.Top + box.Bottom) / 2;
        return form switch
        {
            ChartForm.Bars => [new Area(box, look.Ink, look.Hatch) { IsEdged = true }],
            ChartForm.Dots => [look.At(new((box.Left + box.Right) / 2, middle))],
            _ => [Stroke.Between(box.Left, middle, box.Right, middle, look.Ink, 2) with { Dash = look.Dash }, look.At(new((box.Left + box.Right) / 2, middle))],
        };
    }
}
