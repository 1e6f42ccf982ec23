using System.Globalization;
using Survey.Monitoring;
using Survey.Reporting.Charts.Layout;
using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Content;

namespace Survey.Reporting.Word.Charts;

/// <summary>A chart that Word draws and people can edit.</summary>
/// <param name="Categories">In order.</param>
/// <param name="Series">Each with a value, or null, a category.</param>
internal sealed record NativeChart(IReadOnlyList<string> Categories, IReadOnlyList<NativeSeries> Series)
{
    /// <summary>Whether values are points joined by lines; otherwise they are bars.</summary>
    public bool IsLines { get; init; }

    /// <summary>Whether bars lie, the first at the top.</summary>
    public bool IsLevel { get; init; }

    /// <summary>Whether bars of a category stand on each other.</summary>
    public bool IsStacked { get; init; }

    /// <summary>Whether lines go on over categories without a point.</summary>
    public bool IsSpanned { get; init; }

    /// <summary>Of the axis of values.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Of the axis of categories; empty where names say it.</summary>
    public string CategoryTitle { get; init; } = "";

    private const int MostUpright = 6, LongestUpright = 12;

    /// <summary>What Word draws of a chart.</summary>
    public static NativeChart Of(Chart chart, Language language) =>
        chart switch
        {
            SeriesChart { Form: ChartForm.Lines } lines => InYears(OfSeries(lines, language), lines) with { IsLines = true },
            SeriesChart bars => OfBars(bars, language),
            ChangeChart changes => OfChanges(changes, language),
            StripChart strips => OfStrips(strips, language),
            _ => throw new InvalidOperationException($"There is no chart {chart.GetType().Name}."),
        };

    /// <summary>Points in rows are bars here, as Word has no points in rows; lines across the chart follow as bars of their own.</summary>
    private static NativeChart OfBars(SeriesChart chart, Language language)
    {
        NativeChart bars = OfSeries(chart with { References = [] }, language);
        bool isLevel = chart.Form == ChartForm.Dots || chart.Categories.Count > MostUpright || bars.Categories.Any(name => TextTable.Width(name) > LongestUpright);
        ReferenceLine[] lines = [.. chart.References.Where(line => line.Value.IsShown)];
        return bars with
        {
            IsLevel = isLevel,
            Categories = [.. bars.Categories, .. lines.Select(line => line.Name)],
            Series = [.. bars.Series.Select((series, k) => series with { Points = [.. series.Points, .. lines.Select(line => k == 0 ? new NativePoint(line.Value, null, null) : null)] })],
        };
    }

    private static NativeChart OfSeries(SeriesChart chart, Language language)
    {
        int own = 0, others = 0;
        NativeSeries[] series = [.. chart.Series.Select(one => new NativeSeries(one.Name.Length > 0 ? one.Name : Labels.Of(language).Value, [.. one.Points.Select(PointOf)], one.IsReference ? Ink.Other.Light : Ink.Series[own % Ink.Series.Count].Light, one.IsReference ? 10 + others++ : own++))];
        NativeSeries[] lines = [.. chart.References.Where(line => line.Value.IsShown).Select(line => new NativeSeries(line.Name, [.. chart.Categories.Select(_ => new NativePoint(line.Value, null, null))], Ink.Other.Light, 10 + others++))];
        return new NativeChart([.. chart.Categories.Select((name, k) => Marked(name, [.. chart.Series.Select(one => (one.Name, one.Points[k]))], language))], [.. series, .. lines]) { Unit = chart.Unit, CategoryTitle = chart.CategoryTitle };
    }

    /// <summary>Years by their distance: those between them that have no survey are categories without points, over which lines go on.</summary>
    private static NativeChart InYears(NativeChart chart, SeriesChart of)
    {
        if (Years.Of(of.Categories) is not { } years || years[^1] - years[0] == years.Length - 1)
            return chart;
        int[] all = [.. Enumerable.Range(years[0], years[^1] - years[0] + 1)], at = [.. all.Select(year => Array.IndexOf(years, year))];
        return chart with
        {
            Categories = [.. all.Select((year, k) => at[k] < 0 ? year.ToString(CultureInfo.InvariantCulture) : chart.Categories[at[k]])],
            Series = [.. chart.Series.Select(series => series with { Points = [.. at.Select(k => k < 0 ? null : series.Points[k])] })],
            IsSpanned = true,
        };
    }

    /// <summary>A category with the mark of what is too unreliable to be shown: "65~69岁※", or where some series are shown "65~69岁（男※）".</summary>
    private static string Marked(string name, (string Series, ChartPoint? Point)[] points, Language language)
    {
        (string Series, ChartPoint? Point)[] hidden = [.. points.Where(own => own.Point is { Value.IsSuppressed: true })];
        if (hidden.Length == 0)
            return name;
        bool zh = language == Language.Chinese;
        if (hidden.Length == points.Count(own => own.Point is not null))
            return name + ReportNumber.Hidden;
        string which = string.Join(zh ? "、" : ", ", hidden.Select(own => own.Series + ReportNumber.Hidden));
        return zh ? $"{name}（{which}）" : $"{name} ({which})";
    }

    private static NativeChart OfChanges(ChangeChart chart, Language language)
    {
        Labels labels = Labels.Of(language);
        return new NativeChart([.. chart.Rows.Select(row => Marked(row.Name, [("", row.Change)], language))],
            [
                new NativeSeries(labels.Change, [.. chart.Rows.Select(row => PointOf(row.Change))], Ink.Series[0].Light, 0),
                new NativeSeries(labels.Target, [.. chart.Rows.Select(row => row.Target.IsShown ? new NativePoint(row.Target, null, null) : null)], Ink.Series[1].Light, 1),
            ])
        { IsLevel = true, Unit = chart.Unit };
    }

    /// <summary>Points of each chapter by what became of them.</summary>
    private static NativeChart OfStrips(StripChart chart, Language language)
    {
        Labels labels = Labels.Of(language);
        (PartState State, Ink Ink)[] states = [(PartState.Confirmed, Ink.Confirmed), (PartState.NotConfirmed, Ink.NotConfirmed), (PartState.Awaiting, Ink.Awaiting), (PartState.NotMet, Ink.NotMet)];
        return new NativeChart([.. chart.Rows.Select(row => row.Name)],
            [.. states.Select((own, k) => new NativeSeries(labels.States[own.State], [.. chart.Rows.Select(row => new NativePoint(ReportNumber.Of(row.Cells.Where(cell => cell.State == own.State).Sum(cell => cell.Points.Value)), null, null))], own.Ink.Light, k))])
        { IsLevel = true, IsStacked = true, Unit = labels.Points };
    }

    private static NativePoint? PointOf(ChartPoint? point) =>
        point is null || !point.Value.IsShown ? null
        : point is { Low: { IsShown: true } low, High: { IsShown: true } high } ? new NativePoint(point.Value, low, high) : new NativePoint(point.Value, null, null);
}

/// <summary>A series.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Points">One, or null, a category.</param>
/// <param name="Colour">As in #0b4f8a.</param>
/// <param name="Look">By which patterns, dashes and markers are chosen; from 10 on that of another area.</param>
internal sealed record NativeSeries(string Name, IReadOnlyList<NativePoint?> Points, string Colour, int Look)
{
    /// <summary>Whether it has intervals.</summary>
    public bool HasIntervals => Points.Any(point => point?.Low is not null);
}

/// <summary>A point that is shown.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Low">Or null.</param>
/// <param name="High">Or null.</param>
internal sealed record NativePoint(ReportNumber Value, ReportNumber? Low, ReportNumber? High)
{
    /// <summary>From the value down to the lower limit, in the unit of the axis.</summary>
    public double? Down => Low is { } low ? Value.Written - low.Written : null;

    /// <summary>From the value up to the upper limit.</summary>
    public double? Up => High is { } high ? high.Written - Value.Written : null;
}
