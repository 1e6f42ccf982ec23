using Survey.Monitoring;
using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Content;

namespace Survey.Reporting.Charts.Layout;

/// <summary>Lays out bars and points in rows, names at the left: a row a category, in it a line a series.</summary>
internal sealed class LevelRows
{
    private const double MostOfName = 176, NameGap = 8, Pitch = 18, Bar = 13, RowGap = 10, ValueGap = 6;

    private readonly SeriesChart _chart;
    private readonly Language _language;
    private readonly Drawing _drawing = new();
    private readonly IReadOnlyList<SeriesLook> _looks;
    private readonly TextLines[] _names;
    private readonly LevelAxis _axis;

    private LevelRows(SeriesChart chart, Language language)
    {
        (_chart, _language) = (chart, language);
        _looks = SeriesLook.Of(chart.Series);
        _names = [.. chart.Categories.Select(name => TextLines.Of(name, Drawing.Name, MostOfName, 2))];
        _axis = Axis();
    }

    private bool IsBars => _chart.Form == ChartForm.Bars;

    /// <summary>Lays the chart out.</summary>
    public static Drawing Of(SeriesChart chart, Language language) => new LevelRows(chart, language).Draw();

    private LevelAxis Axis()
    {
        IReadOnlyList<ChartPoint?> points = [.. _chart.Series.SelectMany(series => series.Points)];
        double[] values = [.. Drawn.Reach(points), .. _chart.References.Where(line => line.Value.IsShown).Select(line => line.Value.Written)];
        double text = points.Where(point => point is not null).Select(point => TextSize.Width(point!.Value.Digits(_language), Drawing.Small)).Append(0).Max() + ValueGap;
        double names = _names.Select(name => name.Width).Append(0).Max() + NameGap;
        bool hasNegative = IsBars && values.Any(value => value < 0);
        return LevelAxis.Of(values, IsBars, KindOf(_chart), names + (hasNegative ? text : 4), Drawing.Width - Math.Max(text, 24), _language);
    }

    /// <summary>What the numbers of the axis are.</summary>
    public static NumberKind KindOf(SeriesChart chart) =>
        chart.Series.SelectMany(series => series.Points).FirstOrDefault(point => point is not null)?.Value.Kind ?? NumberKind.Rate;

    private Drawing Draw()
    {
        double top = DrawTitle(Legend.Draw(_drawing, _chart.Form, _chart.Series, 2));
        double[] heights = [.. _names.Select(name => Math.Max(_chart.Series.Count * Pitch, name.Lines.Count * Drawing.NameLine) + RowGap)];
        (string, double)[] references = [.. _chart.References.Where(line => line.Value.IsShown).Select(line => ($"{line.Name} {line.Value.Digits(_language)}", _axis.X(line.Value.Written)))];
        int under = _drawing.Marks.Count;
        top += TopLabels.Draw(_drawing, references, top, labels => top + labels + heights.Sum());
        double bottom = top + heights.Sum();
        DrawGround(top, bottom, heights);
        double y = top;
        for (int k = 0; k < heights.Length; y += heights[k++])
            DrawRow(k, y, heights[k]);
        return _drawing.EndedAt(_axis.Draw(_drawing, top, bottom, _chart.Unit));
    }

    /// <summary>What the rows are, over their names.</summary>
    private double DrawTitle(double top)
    {
        if (_chart.CategoryTitle.Length == 0)
            return top;
        _drawing.Add(TextLines.Of(_chart.CategoryTitle, Drawing.Small, MostOfName, 1), new(0, top + Drawing.Small), Anchor.Start, Drawing.Small, Drawing.SmallLine, Ink.Quiet);
        return top + Drawing.SmallLine + 3;
    }

    private void DrawGround(double top, double bottom, double[] heights)
    {
        _axis.DrawGrid(_drawing, top, bottom);
        double y = top;
        foreach (double height in heights.SkipLast(1))
            _drawing.Add(Stroke.Between(0, y += height, _axis.Right, y, Ink.Grid));
    }

    private void DrawRow(int category, double top, double height)
    {
        TextLines name = _names[category];
        double middle = top + (height / 2);
        double first = middle - (name.Lines.Count * Drawing.NameLine / 2) + 13.5;
        _drawing.Add(name, new(_axis.Left - Left(), first), Anchor.End, Drawing.Name, Drawing.NameLine, Ink.Words);
        double y = middle - ((_chart.Series.Count - 1) * Pitch / 2);
        for (int k = 0; k < _chart.Series.Count; k++, y += Pitch)
            if (_chart.Series[k].Points[category] is { } point)
                DrawPoint(point, k, category, y);
    }

    /// <summary>From the axis to the end of the names.</summary>
    private double Left() => _axis.Left - (_names.Select(name => name.Width).Append(0).Max());

    private void DrawPoint(ChartPoint point, int series, int category, double y)
    {
        SeriesLook look = _looks[series];
        string name = _chart.Series.Count > 1 ? $"{_names[category].Full} {TextLines.Clean(_chart.Series[series].Name)}" : _names[category].Full;
        string tip = Drawn.Tip(name, point, _language);
        if (Drawn.Of(point) is not { } drawn)
        {
            _drawing.Add(Text(point.Value.Digits(_language), _axis.Zero + 3, y, Anchor.Start) with { Tip = tip });
            return;
        }
        double at = _axis.X(drawn.Value);
        if (IsBars)
            _drawing.Add(new Area(new(Math.Min(at, _axis.Zero), y - (Bar / 2), Math.Max(at, _axis.Zero), y + (Bar / 2)), look.Ink, look.Hatch) { IsEdged = true, Tip = tip });
        if (drawn.Interval is { } interval)
            _drawing.Add(ErrorBar.Level(_axis.X(interval.Low), _axis.X(interval.High), y, IsBars ? Ink.Words : look.Ink, isRimmed: IsBars));
        if (!IsBars)
            _drawing.Add(look.At(new(at, y), tip));
        DrawValue(point.Value.Digits(_language), drawn, y);
    }

    /// <summary>Beside a bar and its interval; of points in a column of their own, as in a table.</summary>
    private void DrawValue(string digits, Drawn drawn, double y) =>
        _drawing.Add(
            !IsBars ? Text(digits, Drawing.Width, y, Anchor.End)
            : drawn.Value < 0 ? Text(digits, _axis.X(Math.Min(drawn.Low, 0)) - ValueGap, y, Anchor.End)
            : Text(digits, _axis.X(Math.Max(drawn.High, 0)) + ValueGap, y, Anchor.Start));

    private static Label Text(string text, double x, double middle, Anchor anchor) => new(text, new(x, middle + 4.6), anchor, Drawing.Small, Ink.Words);
}
