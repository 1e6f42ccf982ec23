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
        rows.Add(new ReportRow([_voice.In("合计", "All"), ReportNumber.Count(all.Estimate.Respondents), all.Value, all.Limits, _voice.Points(double.NaN), Cell.Interval(_voice.Points(double.NaN), _voice.Points(double.NaN))], RowKind.Total));
        string difference = indicator.IsProportion ? _voice.In("与参照组之差（百分点）", "Difference from the reference group (points)") : _voice.In("与参照组之差", "Difference from the reference group");
        return new ReportTable(
            id,
            caption,
            [
                new(_voice.In("人群", "Group"), ColumnKind.Text), new(_voice.In("人数", "Respondents")), new(_study.ValueHeading(indicator)), new(_study.IntervalHeading(indicator), ColumnKind.Interval),
                new(_voice.In("差值", "Value")) { Group = difference }, new(_voice.IntervalName, ColumnKind.Interval) { Group = difference },
            ],
            rows,
            Notes([.. Breakdowns(indicator).SelectMany(own => own.Rows).Select(row => row.Shown)], [Weighted(), _voice.In("参照组为各特征中列示的第一组；“—”表示该组为参照组或无此数。", "The reference group is the first that is shown of a characteristic; “—” marks it, or that there is no such number.")]));
    }

    /// <summary>What rates and respondents are.</summary>
    private Words Weighted() =>
        _study.IsWeighted ? _voice.In("率为加权率，人数为未加权的应答人数。", "Rates are weighted; respondents are counted.") : _voice.In("率未加权，人数为应答人数。", "Rates are unweighted; respondents are counted.");

    private ReportRow Row(BreakdownRow row)
    {
        Interval? interval = row.Difference?.Interval(_voice.Level);
        double difference = row.Difference?.Value ?? double.NaN;
        ReportNumber value = (row.Shown.Estimate.IsProportion ? _voice.Points(difference) : ReportNumber.Of(difference)) with { IsSuppressed = row.Shown.IsSuppressed };
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
            [new(_voice.In("人群", "Group"), ColumnKind.Text), new(_voice.In("人数", "Respondents")), .. indicators.Select(own => new ReportColumn(name(own)) { Group = _study.ValueHeading(indicators) })],
            rows,
            Notes([.. indicators.SelectMany(Breakdowns).SelectMany(own => own.Rows).Select(row => row.Shown)], indicators.Select(own => _study.Shown(own).Estimate.Respondents).Distinct().Count() == 1 ? [] : [_voice.In("人数为第一列指标的应答人数；其他指标的应答人数略有不同。", "Respondents are those of the first indicator; others differ slightly.")]));
    }

    /// <summary>One indicator by town, in the order in which the study lists towns.</summary>
    public ReportTable ByTown(string id, string caption, Breakdown breakdown) =>
        new(id, caption,
            [new(breakdown.Group.Title, ColumnKind.Text), new(_voice.In("人数", "Respondents")), new(_study.ValueHeading(breakdown.Indicator)), new(_study.IntervalHeading(breakdown.Indicator), ColumnKind.Interval)],
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
        return Figure(id, caption,
            new SeriesChart(
                _voice.In($"点图，按行政区划顺序列出{rows.Length}个乡镇（街道）的{_voice.In(breakdown.Indicator.Name)}及其{_voice.IntervalName}，并以竖线标出全县水平。", $"Dots: {_voice.In(breakdown.Indicator.Name)} of {rows.Length} towns in administrative order with {_voice.IntervalName}s, and a line at the level of the whole county."),
                ChartForm.Dots, _study.ValueHeading(breakdown.Indicator), [.. rows.Select(row => row.Label)], [new ChartSeries(_study.Year, [.. rows.Select(row => row.Shown.Point)])])
            { References = [new ReferenceLine(_voice.In("全部调查地区", "All places"), _study.Shown(breakdown.Indicator).Value)] });
    }

    /// <summary>Two group variables as lines: an age profile by sex. Null where it cannot be estimated.</summary>
    public ReportFigure? Profile(string id, string caption, Indicator indicator, GroupVariable along, GroupVariable by)
    {
        IReadOnlyDictionary<(string, string), ShownEstimate> figures = context.Breakdowns.Of(indicator, along, by);
        if (figures.Count == 0)
            return null;
        return Figure(id, caption,
            new SeriesChart(
                _voice.In($"折线图，按{along.Title}列出各{by.Title}的{_voice.In(indicator.Name)}及其{_voice.IntervalName}。", $"Lines: {_voice.In(indicator.Name)} by {along.Title} for each {by.Title}, with {_voice.IntervalName}s."),
                ChartForm.Lines, _study.ValueHeading(indicator), [.. along.Levels.Select(own => own.Label)],
                [.. by.Levels.Select(series => new ChartSeries(series.Label, [.. along.Levels.Select(level => figures.GetValueOrDefault((level.Level, series.Level))?.Point)]))])
            { CategoryTitle = along.Title });
    }

    /// <summary>Several indicators side by side, of this wave and the one before where both have them.</summary>
    public ReportFigure Bars(string id, string caption, IReadOnlyList<Indicator> indicators, Func<Indicator, string> name)
    {
        string[] waves = [.. indicators.Select(_study.ChangeOf).All(own => own is not null) ? [_study.ChangeOf(indicators[0])!.From] : (string[])[], _study.Year];
        return Figure(id, caption,
            new SeriesChart(
                _voice.In($"条形图，列出{_voice.List([.. indicators.Select(name)])}的率及其{_voice.IntervalName}。", $"Bars: rates of {_voice.List([.. indicators.Select(name)])} with {_voice.IntervalName}s."),
                ChartForm.Bars, _study.ValueHeading(indicators), [.. indicators.Select(name)], [.. waves.Select(wave => new ChartSeries(wave, [.. indicators.Select(own => _study.Shown(own, wave).Point)]))]));
    }

    /// <summary>"注：误差线为95%CI。资料来源：本次调查。"</summary>
    public Words SourceNote(IEnumerable<ChartPoint?> points)
    {
        bool hasHidden = points.Any(point => point is { Value.IsSuppressed: true });
        string zh = hasHidden ? $"；“{ReportNumber.Hidden}”为样本量或精度不足、不予列示" : "", en = hasHidden ? $"; “{ReportNumber.Hidden}” is not shown, too few people or too imprecise" : "";
        return _voice.In($"注：误差线为{_voice.IntervalName}{zh}。资料来源：本次调查。", $"Note: error bars are {_voice.IntervalName}s{en}. Source: this survey.");
    }

    /// <summary>A figure of this survey, with its note.</summary>
    private ReportFigure Figure(string id, string caption, SeriesChart chart) => new(id, caption, chart, [SourceNote(chart.Series.SelectMany(series => series.Points))]);

    /// <summary>Notes of a table, with what its marks mean where it has any.</summary>
    public IReadOnlyList<Words> Notes(IReadOnlyList<ShownEstimate> shown, IReadOnlyList<Words> others) =>
    [
        .. others,
        .. shown.Any(own => own.IsSuppressed) ? [(Words)_voice.In($"{ReportNumber.Hidden} 样本量或精度不足，不予列示（标准见“统计方法”）。", $"{ReportNumber.Hidden} Not shown: too few respondents or too imprecise (the standard is under “Statistical methods”).")] : (Words[])[],
        .. Marks([.. shown.Where(own => own.Value is { IsMarked: true, IsSuppressed: false })]),
    ];

    /// <summary>What the mark of care means in a table, if any figure has it.</summary>
    private IEnumerable<Words> Marks(ShownEstimate[] marked)
    {
        bool few = Array.Exists(marked, own => own.HasFewDegrees), complement = Array.Exists(marked, own => !own.HasFewDegrees);
        string? zh = few && complement ? "自由度不足8、区间本身不稳定，或其补数（100%减该率）精度不足" : few ? "自由度不足8，区间本身不稳定" : complement ? "其补数（100%减该率）精度不足" : null;
        string en = few && complement ? "Fewer than 8 degrees of freedom, so that the interval is itself unsure, or an imprecise complement (100 % less the rate)" : few ? "Fewer than 8 degrees of freedom, so that the interval is itself unsure" : "The complement (100 % less the rate) is imprecise";
        if (zh is not null)
            yield return _voice.In($"{ReportNumber.Marked} {zh}，慎用。", $"{ReportNumber.Marked} {en}; use with care.");
    }

    private IEnumerable<Breakdown> Breakdowns(Indicator indicator) => _study.Groups.Select(group => context.Breakdowns.Of(indicator, group)).OfType<Breakdown>();
}
