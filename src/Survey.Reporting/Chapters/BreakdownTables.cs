using Survey.Monitoring;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;
using Survey.Reporting.Phrases;

namespace Survey.Reporting.Chapters;

/// <summary>Tables and figures of indicators by groups.</summary>
/// <param name="context">Of the report.</param>
internal sealed class BreakdownTables(ReportContext context)
{
    private readonly Voice _voice = context.Voice;
    private readonly ReportStudy _study = context.Study;

    /// <summary>One indicator by all group variables: respondents, rate, interval, difference from the first group with its interval, and the test in the heading of each variable.</summary>
    public ReportTable ByGroups(string id, string caption, Indicator indicator)
    {
        var rows = new List<ReportRow>();
        foreach (Breakdown breakdown in Breakdowns(indicator))
        {
            rows.Add(new ReportRow([HeadingOf(breakdown)], RowKind.Heading));
            rows.AddRange(breakdown.Rows.Where(row => row.Shown.Estimate.Respondents > 0).Select(Row));
        }
        ShownEstimate all = _study.Shown(indicator);
        rows.Add(new ReportRow([_voice.In("合计", "All"), ReportNumber.Count(all.Estimate.Respondents), all.Value, all.Limits, ReportNumber.Points(double.NaN), Cell.Interval(ReportNumber.Points(double.NaN), ReportNumber.Points(double.NaN))], RowKind.Total));
        string difference = _voice.In("与首组之差（百分点）", "Difference from the first group (points)");
        return new ReportTable(
            id,
            caption,
            [
                new(_voice.In("人群", "Group"), ColumnKind.Text), new(_voice.In("人数", "Respondents")), new(_voice.In("率（%）", "Rate (%)")), new(_voice.In($"{_voice.IntervalName}（%）", $"{_voice.IntervalName} (%)"), ColumnKind.Interval),
                new(_voice.In("差值", "Value")) { Group = difference }, new(_voice.IntervalName, ColumnKind.Interval) { Group = difference },
            ],
            rows,
            Notes([.. Breakdowns(indicator).SelectMany(own => own.Rows).Select(row => row.Shown)], [_voice.In("率为加权率，人数为未加权的应答人数；“—”表示该组为比较的首组或无此数。", "Rates are weighted, respondents are counted; “—” marks the first group, which the others are compared with, or that there is no such number.")]));
    }

    private ReportRow Row(BreakdownRow row)
    {
        Interval? interval = row.Difference?.Interval(_voice.Level);
        ReportNumber value = _study.Points(row.Difference?.Value ?? double.NaN) with { IsSuppressed = row.Shown.IsSuppressed };
        return new ReportRow([row.Label, ReportNumber.Count(row.Shown.Estimate.Respondents), row.Shown.Value, row.Shown.Limits, value,
            Cell.Interval(value with { Value = interval?.Low ?? double.NaN }, value with { Value = interval?.High ?? double.NaN })]);
    }

    private Words HeadingOf(Breakdown breakdown) =>
        breakdown.Test is { } test ? _voice.Say($"{breakdown.Group.Title}（{new GroupPhrases(_voice).Test(test)}）", $"{breakdown.Group.Title} ({new GroupPhrases(_voice).Test(test)})") : breakdown.Group.Title;

    /// <summary>Several indicators by all group variables, a column each.</summary>
    public ReportTable ManyByGroups(string id, string caption, IReadOnlyList<Indicator> indicators, Func<Indicator, string> name)
    {
        var rows = new List<ReportRow>();
        foreach (GroupVariable group in _study.Groups)
        {
            Breakdown[] all = [.. indicators.Select(own => context.Breakdowns.Of(own, group)).OfType<Breakdown>()];
            if (all.Length < indicators.Count)
                continue;
            rows.Add(new ReportRow([group.Title], RowKind.Heading));
            foreach ((BreakdownRow row, int k) in all[0].Rows.Select((row, k) => (row, k)).Where(own => own.row.Shown.Estimate.Respondents > 0))
                rows.Add(new ReportRow([row.Label, ReportNumber.Count(row.Shown.Estimate.Respondents), .. all.Select(own => (Cell)own.Rows[k].Shown.Value)]));
        }
        rows.Add(new ReportRow([_voice.In("合计", "All"), ReportNumber.Count(_study.Shown(indicators[0]).Estimate.Respondents), .. indicators.Select(own => (Cell)_study.Shown(own).Value)], RowKind.Total));
        return new ReportTable(id, caption,
            [new(_voice.In("人群", "Group"), ColumnKind.Text), new(_voice.In("人数", "Respondents")), .. indicators.Select(own => new ReportColumn(name(own)) { Group = _voice.In("率（%）", "Rate (%)") })],
            rows,
            Notes([.. indicators.SelectMany(Breakdowns).SelectMany(own => own.Rows).Select(row => row.Shown)], indicators.Select(own => _study.Shown(own).Estimate.Respondents).Distinct().Count() == 1 ? [] : [_voice.In("人数为第一列指标的应答人数；其他指标的应答人数略有不同。", "Respondents are those of the first indicator; others differ slightly.")]));
    }

    /// <summary>One indicator by town, in the order in which the study lists towns.</summary>
    public ReportTable ByTown(string id, string caption, Breakdown breakdown) =>
        new(id, caption,
            [new(breakdown.Group.Title, ColumnKind.Text), new(_voice.In("人数", "Respondents")), new(_voice.In("率（%）", "Rate (%)")), new(_voice.In($"{_voice.IntervalName}（%）", $"{_voice.IntervalName} (%)"), ColumnKind.Interval)],
            [
                .. breakdown.Rows.Where(row => row.Shown.Estimate.Respondents > 0).Select(row => new ReportRow([row.Label, ReportNumber.Count(row.Shown.Estimate.Respondents), row.Shown.Value, row.Shown.Limits])),
                Total(breakdown.Indicator),
            ],
            Notes([.. breakdown.Rows.Select(row => row.Shown)], [_voice.In("按行政区划顺序排列，不作排名：各乡镇样本量小、区间宽，先后次序不说明水平高低。", "In administrative order, not ranked: samples of towns are small and intervals wide, so an order would say nothing.")]));

    private ReportRow Total(Indicator indicator)
    {
        ShownEstimate all = _study.Shown(indicator);
        return new ReportRow([_voice.In("合计", "All"), ReportNumber.Count(all.Estimate.Respondents), all.Value, all.Limits], RowKind.Total);
    }

    /// <summary>The towns as a figure.</summary>
    public ReportFigure TownFigure(string id, string caption, Breakdown breakdown)
    {
        BreakdownRow[] rows = [.. breakdown.Rows.Where(row => row.Shown.Estimate.Respondents > 0)];
        return new ReportFigure(id, caption,
            new SeriesChart(
                _voice.In($"点图，按行政区划顺序列出{rows.Length}个乡镇（街道）的{_voice.In(breakdown.Indicator.Name)}及其{_voice.IntervalName}，并以竖线标出全县水平。", $"Dots: {_voice.In(breakdown.Indicator.Name)} of {rows.Length} towns in administrative order with {_voice.IntervalName}s, and a line at the level of the whole county."),
                ChartForm.Dots, _voice.In("率（%）", "Rate (%)"), [.. rows.Select(row => row.Label)], [new ChartSeries(_study.Year, [.. rows.Select(row => row.Shown.Point)])])
            { References = [new ReferenceLine(_voice.In("全部调查地区", "All places"), _study.Shown(breakdown.Indicator).Value)] },
            [SourceNote()]);
    }

    /// <summary>Two group variables as lines: an age profile by sex. Null where it cannot be estimated.</summary>
    public ReportFigure? Profile(string id, string caption, Indicator indicator, GroupVariable along, GroupVariable by)
    {
        IReadOnlyDictionary<(string, string), ShownEstimate> figures = context.Breakdowns.Of(indicator, along, by);
        if (figures.Count == 0)
            return null;
        return new ReportFigure(id, caption,
            new SeriesChart(
                _voice.In($"折线图，按{along.Title}列出各{by.Title}的{_voice.In(indicator.Name)}及其{_voice.IntervalName}。", $"Lines: {_voice.In(indicator.Name)} by {along.Title} for each {by.Title}, with {_voice.IntervalName}s."),
                ChartForm.Lines, _voice.In("率（%）", "Rate (%)"), [.. along.Levels.Select(own => own.Label)],
                [.. by.Levels.Select(series => new ChartSeries(series.Label, [.. along.Levels.Select(level => figures.GetValueOrDefault((level.Level, series.Level))?.Point)]))])
            { CategoryTitle = along.Title },
            [SourceNote()]);
    }

    /// <summary>Several indicators side by side, of this wave and the one before where both have them.</summary>
    public ReportFigure Bars(string id, string caption, IReadOnlyList<Indicator> indicators, Func<Indicator, string> name)
    {
        string[] waves = [.. indicators.Select(_study.ChangeOf).All(own => own is not null) ? [_study.ChangeOf(indicators[0])!.From] : (string[])[], _study.Year];
        return new ReportFigure(id, caption,
            new SeriesChart(
                _voice.In($"条形图，列出{_voice.List([.. indicators.Select(name)])}的率及其{_voice.IntervalName}。", $"Bars: rates of {_voice.List([.. indicators.Select(name)])} with {_voice.IntervalName}s."),
                ChartForm.Bars, _voice.In("率（%）", "Rate (%)"), [.. indicators.Select(name)], [.. waves.Select(wave => new ChartSeries(wave, [.. indicators.Select(own => _study.Shown(own, wave).Point)]))]),
            [SourceNote()]);
    }

    /// <summary>"注：误差线为95%CI。资料来源：本次调查。"</summary>
    public Words SourceNote() => _voice.In($"注：误差线为{_voice.IntervalName}；“{ReportNumber.Hidden}”为样本量或精度不足、不予列示。资料来源：本次调查。", $"Note: error bars are {_voice.IntervalName}s; “{ReportNumber.Hidden}” is not shown, too few people or too imprecise. Source: this survey.");

    /// <summary>Notes of a table, with what its marks mean where it has any.</summary>
    public IReadOnlyList<Words> Notes(IReadOnlyList<ShownEstimate> shown, IReadOnlyList<Words> others) =>
    [
        .. others,
        .. shown.Any(own => own.IsSuppressed) ? [(Words)_voice.In($"{ReportNumber.Hidden} 样本量或精度不足，不予列示（标准见“统计方法”）。", $"{ReportNumber.Hidden} Not shown: too few respondents or too imprecise (the standard is under “Statistical methods”).")] : (Words[])[],
        .. shown.Any(own => own.Value is { IsMarked: true, IsSuppressed: false }) ? [(Words)_voice.In($"{ReportNumber.Marked} 其补数（100%减该率）精度不足，慎用。", $"{ReportNumber.Marked} The complement (100 % less the rate) is imprecise; use with care.")] : (Words[])[],
    ];

    private IEnumerable<Breakdown> Breakdowns(Indicator indicator) => _study.Groups.Select(group => context.Breakdowns.Of(indicator, group)).OfType<Breakdown>();
}
