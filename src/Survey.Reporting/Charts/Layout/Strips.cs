using Survey.Monitoring;
using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Content;

namespace Survey.Reporting.Charts.Layout;

/// <summary>Lays out the parts of a programme as cells, told apart by colour, sign and ground, a strip a chapter.</summary>
internal static class Strips
{
    private const double Width = 41, Height = 18, Step = Width + 1, Line = 44;

    private static readonly PartState[] States = [PartState.Confirmed, PartState.NotConfirmed, PartState.Awaiting, PartState.NotMet];

    /// <summary>Lays the chart out.</summary>
    public static Drawing Of(StripChart chart, Language language)
    {
        var drawing = new Drawing();
        double y = Legend.Draw(drawing, [.. States.Select(state => ChartWords.State(state, language))], 26, (k, box) => Cell(States[k], box), 2);
        int most = (int)((Drawing.Width + 1) / Step);
        foreach (StripRow row in chart.Rows)
        {
            y = drawing.Add(TextLines.Of(row.Name, Drawing.Name, Drawing.Width, 2), new(0, y + 14), Anchor.Start, Drawing.Name, Drawing.NameLine, Ink.Words) + 8;
            for (int k = 0; k < row.Cells.Count; k++)
                Draw(drawing, row.Cells[k], k % most * Step, y + (k / most * Line), language);
            y += (((Math.Max(row.Cells.Count, 1) - 1) / most) + 1) * Line;
        }
        return drawing.EndedAt(y + 2);
    }

    private static void Draw(Drawing drawing, StripCell cell, double x, double y, Language language)
    {
        drawing.Add(TextLines.Of(cell.Id, Drawing.Small, Width, 1), new(x + (Width / 2), y + 13), Anchor.Middle, Drawing.Small, Drawing.SmallLine, Ink.Quiet);
        Mark[] marks = [.. Cell(cell.State, new(x, y + 18, x + Width, y + 18 + Height))];
        marks[0] = marks[0] with { Tip = $"{TextLines.Clean(cell.Id)}{(language == Language.Chinese ? "：" : ": ")}{ChartWords.State(cell.State, language)}{(language == Language.Chinese ? "，" : ", ")}{ChartWords.Points(cell.Points, language)}" };
        drawing.Add(marks);
    }

    /// <summary>The ground of a state and its sign: ticked, ticked on a light ground, dots, crossed.</summary>
    private static IEnumerable<Mark> Cell(PartState state, Box box)
    {
        (double x, double y) = ((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2);
        (Ink ground, Ink sign) = state switch
        {
            PartState.Confirmed => (Ink.Confirmed, Ink.OnConfirmed),
            PartState.NotConfirmed => (Ink.NotConfirmed, Ink.OnNotConfirmed),
            PartState.Awaiting => (Ink.Awaiting, Ink.OnAwaiting),
            _ => (Ink.NotMet, Ink.OnNotMet),
        };
        yield return new Area(box, ground, state == PartState.Awaiting ? Hatch.Dotted : Hatch.None) { IsEdged = true };
        if (state is PartState.Confirmed or PartState.NotConfirmed)
            yield return new Stroke([new(x - 5, y), new(x - 1.5, y + 3.5), new(x + 5, y - 4)], sign, 2.2);
        else if (state == PartState.NotMet)
        {
            yield return Stroke.Between(x - 4, y - 4, x + 4, y + 4, sign, 2.2);
            yield return Stroke.Between(x - 4, y + 4, x + 4, y - 4, sign, 2.2);
        }
        else
            foreach (double away in new[] { -6.0, 0, 6 })
                yield return new Disc(new(x + away, y), 1.7, sign, sign);
    }
}
