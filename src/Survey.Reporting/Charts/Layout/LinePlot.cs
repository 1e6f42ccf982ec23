using Survey.Monitoring;
using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Content;

namespace Survey.Reporting.Charts.Layout;

/// <summary>Lays out lines over ordered categories, years by their distance; the name of each line stands at its right end.</summary>
internal sealed class LinePlot
{
    private const double Height = 230, TickGap = 7, Beside = 7, Gap = 4, LeastRoom = 24;

    private readonly SeriesChart _chart;
    private readonly Language _language;
    private readonly Drawing _drawing = new();
    private readonly IReadOnlyList<SeriesLook> _looks;
    private readonly Scale _scale;
    private readonly NumberKind _kind;
    private readonly double _left, _right, _top, _bottom;
    private readonly double[] _shares;
    private readonly bool _isNamedAtEnds;

    private LinePlot(SeriesChart chart, Language language)
    {
        (_chart, _language) = (chart, language);
        _looks = SeriesLook.Of(chart.Series);
        _kind = LevelRows.KindOf(chart);
        _scale = Scale.Of([.. Drawn.Reach(chart.Series.SelectMany(series => series.Points)), .. chart.References.Where(line => line.Value.IsShown).Select(line => line.Value.Written)], 5, hasZero: false);
        _left = _scale.Ticks.Max(tick => TextSize.Width(Tick(tick), Drawing.Small)) + TickGap;
        // where a line ends early its name would stand far from it
        _isNamedAtEnds = chart.Series.All(series => Array.FindLastIndex([.. series.Points], point => Drawn.Of(point) is not null) is var last && (last < 0 || last == chart.Categories.Count - 1));
        string[] names = Names();
        _right = Drawing.Width - Math.Max(16, SideLabels.Width(names));
        _top = _isNamedAtEnds ? 30 : Legend.Draw(_drawing, ChartForm.Lines, chart.Series, 2) + 30;
        _bottom = _top + Math.Max(Height, SideLabels.Height(names));
        _shares = Shares(chart.Categories);
    }

    /// <summary>Lays the chart out.</summary>
    public static Drawing Of(SeriesChart chart, Language language) => new LinePlot(chart, language).Draw();

    private string[] Names() => [.. _chart.Series.Where(series => _isNamedAtEnds && series.Name.Length > 0 && series.Points.Any(point => Drawn.Of(point) is not null)).Select(series => series.Name), .. _chart.References.Where(line => line.Value.IsShown).Select(NameOf)];

    private string NameOf(ReferenceLine line) => $"{line.Name} {line.Value.Digits(_language)}";

    private string Tick(double tick) => _scale.Number(tick, _kind).Digits(_language);

    /// <summary>How far along each category stands, from 0 to 1: evenly, or where all are years by the years.</summary>
    private static double[] Shares(IReadOnlyList<string> categories) =>
        Years.Of(categories) is { } years ? [.. years.Select(year => (double)(year - years[0]) / (years[^1] - years[0]))]
            : [.. categories.Select((_, k) => categories.Count == 1 ? 0.5 : (double)k / (categories.Count - 1))];

    /// <summary>The lines begin and end half a slot from the edges, so that their names have room.</summary>
    private double Inset => _chart.Categories.Count < 2 ? 0 : Math.Min(36, (_right - _left) / (2 * _chart.Categories.Count));

    private double X(int category) => _left + Inset + (_shares[category] * (_right - _left - (2 * Inset)));

    private double Y(double value) => _scale.At(value, _bottom, _top);

    private Drawing Draw()
    {
        DrawAxis();
        var labels = new List<SideLabel>();
        foreach (ReferenceLine line in _chart.References.Where(line => line.Value.IsShown))
        {
            double y = Y(line.Value.Written);
            _drawing.Add(Stroke.Between(_left, y, _right, y, Ink.Quiet, 1.4) with { Dash = "5 4" });
            labels.Add(new SideLabel(NameOf(line), new(_right - 3, y)));
        }
        for (int k = 0; k < _chart.Series.Count; k++)
            DrawSeries(k, labels);
        SideLabels.Draw(_drawing, labels, _right, _top, _bottom);
        return _drawing.EndedAt(DrawCategories());
    }

    private void DrawAxis()
    {
        _drawing.Add(TextLines.Of(_chart.Unit, Drawing.Small, Drawing.Width, 1), new(0, _top - 16), Anchor.Start, Drawing.Small, Drawing.SmallLine, Ink.Quiet);
        foreach (double tick in _scale.Ticks)
        {
            _drawing.Add(Stroke.Between(_left, Y(tick), _right, Y(tick), Ink.Grid));
            _drawing.Add(new Label(Tick(tick), new(_left - TickGap, Y(tick) + 4.5), Anchor.End, Drawing.Small, Ink.Quiet));
        }
        _drawing.Add(Stroke.Between(_left, _bottom, _right, _bottom, Ink.Axis, 1.2));
    }

    private void DrawSeries(int series, List<SideLabel> labels)
    {
        (ChartSeries own, SeriesLook look) = (_chart.Series[series], _looks[series]);
        double shift = Shift(series);
        Drawn?[] points = [.. own.Points.Select(Drawn.Of)];
        foreach (int[] run in Runs(points))
            if (run.Length > 1)
                _drawing.Add(new Stroke([.. run.Select(k => new Spot(X(k) + shift, Y(points[k]!.Value.Value)))], look.Ink, look.IsOther ? 1.6 : 2.2) { Dash = look.Dash });
        for (int k = 0; k < points.Length; k++)
            DrawPoint(series, k, points[k], X(k) + shift);
        if (_isNamedAtEnds && own.Name.Length > 0 && Array.FindLastIndex(points, point => point is not null) is >= 0 and var last)
            labels.Add(new SideLabel(own.Name, new(X(last) + shift, Y(points[last]!.Value.Value))));
    }

    private void DrawPoint(int index, int category, Drawn? drawn, double x)
    {
        (ChartSeries series, SeriesLook look) = (_chart.Series[index], _looks[index]);
        if (series.Points[category] is not { } point)
            return;
        string tip = Drawn.Tip($"{TextLines.Clean(series.Name)} {TextLines.Clean(_chart.Categories[category])}", point, _language);
        if (drawn is not { } at)
        {
            // what is hidden of several series stands one over the other
            int below = _chart.Series.Take(index).Count(other => other.Points[category] is not null && Drawn.Of(other.Points[category]) is null);
            _drawing.AddWithin(new Label(point.Value.Digits(_language), new(X(category), _bottom - 6 - (below * Drawing.SmallLine)), Anchor.Middle, Drawing.Small, Ink.Words) { Tip = tip }, _left, _right);
            return;
        }
        if (at.Interval is { } interval)
            _drawing.Add(ErrorBar.Upright(x, Y(interval.Low), Y(interval.High), look.Ink, isRimmed: false));
        _drawing.Add(look.At(new(x, Y(at.Value)), tip));
    }

    /// <summary>Series with intervals stand a little beside each other, so that these do not cover one another.</summary>
    private double Shift(int series)
    {
        bool[] wide = [.. _chart.Series.Select(own => own.Points.Any(point => Drawn.Of(point)?.Interval is not null))];
        if (!wide[series] || _chart.Categories.Count < 2)
            return 0;
        double beside = Math.Min(Beside, Inset / wide.Count(own => own));
        return (wide.Take(series).Count(own => own) - ((wide.Count(own => own) - 1) / 2.0)) * beside;
    }

    private static IEnumerable<int[]> Runs(Drawn?[] points)
    {
        for (int start = 0; start < points.Length; start++)
        {
            int end = start;
            while (end < points.Length && points[end] is not null)
                end++;
            if (end > start)
                yield return [.. Enumerable.Range(start, end - start)];
            start = end;
        }
    }

    /// <summary>The names of the categories in the room that each has, and what they are.</summary>
    private double DrawCategories()
    {
        double room = _chart.Categories.Count < 2 ? _right - _left : Enumerable.Range(1, _chart.Categories.Count - 1).Min(k => X(k) - X(k - 1)) - Gap;
        double lowest = _bottom;
        int every = room >= LeastRoom ? 1 : (int)Math.Ceiling((LeastRoom + Gap) / (room + Gap)); // of very many only some have their names; points say theirs
        for (int k = 0; k < _chart.Categories.Count; k += every)
        {
            TextLines name = TextLines.Of(_chart.Categories[k], Drawing.Small, (every * (room + Gap)) - Gap, 3);
            lowest = Math.Max(lowest, _drawing.Add(name, new(X(k), _bottom + 17), Anchor.Middle, Drawing.Small, Drawing.SmallLine, Ink.Words));
        }
        if (_chart.CategoryTitle.Length == 0)
            return Math.Max(lowest + 6, _bottom + 9);
        return _drawing.Add(TextLines.Of(_chart.CategoryTitle, Drawing.Small, _right - _left, 1), new((_left + _right) / 2, lowest + 19), Anchor.Middle, Drawing.Small, Drawing.SmallLine, Ink.Quiet) + 6;
    }
}
