using Survey.Monitoring;
using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Content;

namespace Survey.Reporting.Charts.Layout;

/// <summary>Lays out changes with their intervals, each on a band of which the side that reaches its target is shaded.</summary>
internal static class ChangeRows
{
    private const double Band = 30, Gap = 14;

    /// <summary>Lays the chart out.</summary>
    public static Drawing Of(ChangeChart chart, Language language)
    {
        var drawing = new Drawing();
        double[] values = [.. Drawn.Reach(chart.Rows.Select(row => (ChartPoint?)row.Change)), .. chart.Rows.Where(row => row.Target.IsShown).Select(row => row.Target.Written)];
        NumberKind kind = chart.Rows.Count > 0 ? chart.Rows[0].Change.Value.Kind : NumberKind.Relative;
        LevelAxis axis = LevelAxis.Of(values, hasZero: true, kind, 12, Drawing.Width - 20, language);
        double y = 4;
        int ground = drawing.Marks.Count;
        var bands = new List<(double Top, ChangeRow Row)>();
        foreach (ChangeRow row in chart.Rows)
        {
            y = DrawTexts(drawing, row, y);
            bands.Add((y, row));
            y += Band + Gap;
        }
        double bottom = chart.Rows.Count == 0 ? y + Band : y - Gap + 4;
        foreach ((double top, ChangeRow row) in bands)
            DrawBand(drawing, axis, row, top, language);
        return drawing.EndedAt(axis.Draw(drawing, bottom - 4, bottom, chart.Unit));
    }

    /// <summary>The name and the verdict over the band; the verdict in a line of its own where both do not fit in one.</summary>
    private static double DrawTexts(Drawing drawing, ChangeRow row, double top)
    {
        TextLines label = TextLines.Of(row.Label, Drawing.Small, Drawing.Width, 2);
        bool fits = TextSize.Width(TextLines.Clean(row.Name), Drawing.Name) + label.Width + 16 <= Drawing.Width && label.Lines.Count == 1;
        TextLines name = TextLines.Of(row.Name, Drawing.Name, Drawing.Width, 2);
        double y = drawing.Add(name, new(0, top + 14), Anchor.Start, Drawing.Name, Drawing.NameLine, Ink.Words);
        if (fits)
            drawing.Add(label, new(Drawing.Width, y), Anchor.End, Drawing.Small, Drawing.SmallLine, Ink.Quiet);
        else
            y = drawing.Add(label, new(0, y + Drawing.SmallLine), Anchor.Start, Drawing.Small, Drawing.SmallLine, Ink.Quiet);
        return y + 22;
    }

    private static void DrawBand(Drawing drawing, LevelAxis axis, ChangeRow row, double top, Language language)
    {
        double bottom = top + Band, middle = (top + bottom) / 2;
        axis.DrawGrid(drawing, top, bottom);
        if (row.Target.IsShown)
        {
            double target = axis.X(row.Target.Written);
            Box side = row.IsUpward ? new(target, top, axis.Right, bottom) : new(axis.Left, top, target, bottom);
            if (side.Width > 0)
                drawing.Add(new Area(side, Ink.Reached, Hatch.Rising) { Tip = ChartWords.Target(row.Target, language) });
            drawing.Add(Stroke.Between(target, top - 3, target, bottom + 3, Ink.Reached, 2.2));
            drawing.AddWithin(new Label(ChartWords.Target(row.Target, language), new(target, top - 6), Anchor.Middle, Drawing.Small, Ink.Quiet), 0, Drawing.Width);
        }
        drawing.Add(Stroke.Between(axis.Zero, top, axis.Zero, bottom, Ink.Axis, 1.2));
        if (Drawn.Of(row.Change) is not { } drawn)
        {
            drawing.Add(new Label(row.Change.Value.Digits(language), new(axis.Zero + 4, middle + 4.6), Anchor.Start, Drawing.Small, Ink.Words));
            return;
        }
        if (drawn.Interval is { } interval)
            drawing.Add(ErrorBar.Level(axis.X(interval.Low), axis.X(interval.High), middle, Ink.Words, isRimmed: true));
        drawing.Add(new Disc(new(axis.X(drawn.Value), middle), 4.8, Ink.Series[0], Ink.Paper) { Tip = Drawn.Tip(row.Name, row.Change, language) });
    }
}
