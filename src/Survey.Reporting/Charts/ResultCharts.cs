using Survey.Monitoring;
using Survey.Reporting.Charts;
using Survey.Reporting.Content;

namespace Survey.Reporting;

/// <summary>Charts of estimates and changes.</summary>
public static class ResultCharts
{
    private const int MostSeries = 6;

    /// <summary>Estimates with their intervals. The last variable that splits makes the rows, or the axis of lines; those before it, and several statistics or categories, make series.</summary>
    /// <param name="estimates">All proportions, or all of one other statistic.</param>
    /// <param name="form">Points, bars, or lines along an ordered variable such as an age group.</param>
    /// <param name="title">Over it; by default what was estimated.</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <param name="standard">A presentation standard, such as <see cref="PresentationStandards.Nchs"/>: what it suppresses is marked ※, which a note explains, and not drawn.</param>
    /// <param name="language">Of the words that are added.</param>
    /// <exception cref="ArgumentException">There is nothing to draw, there would be more than 6 series, or different statistics, such as a mean and a total, need axes of their own.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1.</exception>
    public static ResultChart Chart(this Estimates estimates, ChartForm form = ChartForm.Dots, string? title = null, double level = 0.95, Func<Estimate, Presentation>? standard = null, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        var voice = new Voice(language, level);
        if (estimates.Count == 0)
            throw new ArgumentException("There are no estimates to draw.", nameof(estimates));
        CheckOneAxis([.. estimates], nameof(estimates));
        var keys = new EstimateKeys([.. estimates], language);
        ChartSeries[] series = [.. keys.Series.Select(name => new ChartSeries(name, [.. keys.Rows.Select(row => keys.Find(name, row) is { } estimate ? PointOf(estimate, level, standard) : null)]))];
        if (series.Length > MostSeries)
            throw new ArgumentException($"A chart tells at most {MostSeries} series apart, and there are {series.Length}: {string.Join(", ", series.Take(3).Select(own => own.Name))}, ...; split by fewer variables, or draw parts.", nameof(estimates));
        string unit = estimates[0].IsProportion ? voice.In("率（%）", "Rate (%)") : keys.Name;
        string description = voice.In($"{keys.Name}，{keys.Rows.Count}组、{series.Length}个系列，附{voice.IntervalName}。", $"{keys.Name}: {keys.Rows.Count} groups, {series.Length} series, with {voice.IntervalName}s.");
        var chart = new SeriesChart(description, form, unit, keys.Rows, series) { CategoryTitle = keys.RowTitle };
        string[] hidden = series.Any(own => own.Points.Any(point => point?.Value.IsSuppressed ?? false)) ? [voice.In("※ 按列示标准不予列示。", "※ Not shown, by the standard of presentation.")] : [];
        return new ResultChart(chart, title ?? keys.Name, [.. NotesOf(series, keys.IsDisjoint ? estimates.Sum(estimate => estimate.Respondents) : null, voice), .. hidden], language);
    }

    /// <summary>Changes between two waves with their intervals, one a row: percentage points of proportions.</summary>
    /// <param name="changes">All of proportions, or all of one other statistic.</param>
    /// <param name="title">Over it; by default what changed.</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <param name="language">Of the words that are added.</param>
    /// <exception cref="ArgumentException">There is nothing to draw, or different statistics need axes of their own.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1.</exception>
    public static ResultChart Chart(this Changes changes, string? title = null, double level = 0.95, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var voice = new Voice(language, level);
        if (changes.Count == 0)
            throw new ArgumentException("There are no changes to draw.", nameof(changes));
        CheckOneAxis([.. changes.Select(change => change.After)], nameof(changes));
        var keys = new EstimateKeys([.. changes.Select(change => change.After)], language);
        (string from, string to) = (changes.Overlap.First, changes.Overlap.Second);
        ChartPoint?[] points = [.. changes.Select(change => PointOf(change.Difference, change.After.IsProportion, level))];
        string unit = changes[0].After.IsProportion ? voice.In("变化（百分点）", "Change (percentage points)") : voice.In("变化", "Change");
        string name = voice.In($"{keys.Name}的变化：{from}至{to}", $"Change of the {keys.Name} from {from} to {to}");
        var zero = new ReferenceLine(voice.In("无变化", "no change"), changes[0].After.IsProportion ? ReportNumber.Points(0) with { Decimals = 0 } : ReportNumber.Of(0, 0));
        var chart = new SeriesChart(voice.In($"{name}，附{voice.IntervalName}。", $"{name}, with {voice.IntervalName}s."), ChartForm.Dots, unit, [.. changes.Select(change => keys.LabelOf(change.After))], [new ChartSeries(to, points)]) { References = [zero], CategoryTitle = keys.Variables };
        return new ResultChart(chart, title ?? name, [.. NotesOf(chart.Series, null, voice)], language);
    }

    /// <summary>Proportions are on one axis; of others only those of one statistic.</summary>
    private static void CheckOneAxis(Estimate[] estimates, string parameter)
    {
        string[] kinds = [.. estimates.Select(estimate => estimate.IsProportion ? "proportion" : estimate.Statistic).Distinct()];
        if (kinds.Length > 1)
            throw new ArgumentException($"A chart has one axis, and a {kinds[0]} and a {kinds[1]} need one each; draw them apart.", parameter);
    }

    private static ChartPoint? PointOf(Estimate estimate, double level, Func<Estimate, Presentation>? standard)
    {
        if (!double.IsFinite(estimate.Value))
            return null;
        Interval interval = estimate.Interval(level);
        bool isSuppressed = standard?.Invoke(estimate).Status == PresentationStatus.Suppress;
        int decimals = estimate.IsProportion ? 1 : Figures.DecimalsFor(estimate.Value, estimate.StandardError);
        return Point(new ReportNumber(0, estimate.IsProportion ? NumberKind.Rate : NumberKind.Number) { Decimals = decimals, IsSuppressed = isSuppressed }, estimate.Value, interval);
    }

    private static ChartPoint? PointOf(Contrast difference, bool isProportion, double level) =>
        double.IsFinite(difference.Value)
            ? Point(new ReportNumber(0, isProportion ? NumberKind.Points : NumberKind.Number) { Decimals = isProportion ? 1 : Figures.DecimalsFor(difference.Value, difference.StandardError) }, difference.Value, difference.Interval(level))
            : null;

    private static ChartPoint Point(ReportNumber form, double value, Interval interval) =>
        new(form with { Value = value }, double.IsFinite(interval.Low) ? form with { Value = interval.Low } : null, double.IsFinite(interval.High) ? form with { Value = interval.High } : null);

    /// <param name="series">What is drawn.</param>
    /// <param name="respondents">Of all together; null where people would be counted more than once.</param>
    /// <param name="voice">In which it is said.</param>
    private static IEnumerable<string> NotesOf(IReadOnlyList<ChartSeries> series, long? respondents, Voice voice)
    {
        bool hasIntervals = series.Any(own => own.Points.Any(point => point?.Low is not null || point?.High is not null));
        string intervals = hasIntervals ? voice.In($"线段为{voice.IntervalName}。", $"Lines are {voice.IntervalName}s.") : voice.In("没有区间：标准误未知。", "There are no intervals: standard errors are not known.");
        yield return respondents is { } all ? voice.In($"{intervals}{all}人应答。", $"{intervals} {Figures.Count(all)} respondents.") : intervals;
    }
}
