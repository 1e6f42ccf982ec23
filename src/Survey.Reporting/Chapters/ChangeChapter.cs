using Survey.Monitoring;
using Survey.Reporting.Content;
using Survey.Reporting.Phrases;

namespace Survey.Reporting.Chapters;

/// <summary>Against the wave before, and against other areas.</summary>
/// <param name="context">Of the report.</param>
internal sealed class ChangeChapter(ReportContext context) : Chapter(context)
{
    public override Section? Make()
    {
        Section[] parts = [.. Parts(Part("change-waves", In("与上次调查比较", "Since the wave before"), Changes()), Part("change-references", In("与其他地区比较", "Against other areas"), References()))];
        return parts.Length == 0 ? null : new Section("change", In("变化与比较", "Change and comparison"), []) { Sections = parts };
    }

    private IEnumerable<Block> Changes()
    {
        (Indicator Indicator, Change Change)[] all = [.. Study.Surveyed.Select(own => (own, Study.ChangeOf(own))).Where(own => own.Item2 is not null).Select(own => (own.own, own.Item2!))];
        if (all.Length == 0)
        {
            Context.LeaveOut(In("与上次调查比较", "Since the wave before"), Study.Indicators.NoChanges is { } why ? Voice.In(why) : In("没有更早一次调查的数据", "there is no earlier wave"));
            yield break;
        }
        var phrases = new ChangePhrases(Voice);
        foreach ((Indicator indicator, Change change) in all.Where(own => Study.Main.Contains(own.Indicator) && !IsHidden(own.Indicator, own.Change)))
            yield return new Paragraph(Say($"{phrases.Change(Voice.In(indicator.Name), change, indicator.Better)}。", $"{phrases.Change(Voice.In(indicator.Name), change, indicator.Better)}."));
        WaveOverlap overlap = all[0].Change.Overlap;
        bool areRates = all.All(own => own.Indicator.IsProportion);
        string unit = areRates ? In("（%）", " (%)") : In("（率为%）", " (rates in %)"), points = areRates ? In("变化（百分点）", "Change (points)") : In("变化（率为百分点）", "Change (of rates in points)");
        yield return new ReportTable("changes", In($"{overlap.First}年至{overlap.Second}年的变化", $"Changes from {overlap.First} to {overlap.Second}"),
            [
                WordColumn(In("指标", "Indicator"), 2.8), new(In($"{overlap.First}年{unit}", $"{overlap.First}{unit}")), new(In($"{overlap.Second}年{unit}", $"{overlap.Second}{unit}")),
                new(In("差值", "Value")) { Group = points }, new(Voice.IntervalName, ColumnKind.Interval) { Group = points },
                new(In("变化", "Value")) { Group = In("相对变化（%）", "Relative change (%)") }, new(Voice.IntervalName, ColumnKind.Interval) { Group = In("相对变化（%）", "Relative change (%)") },
            ],
            [.. all.Select(own => Row(own.Indicator, own.Change))],
            [
                In("区间不含0的变化才称为提高或下降。相对变化的区间为Fieller区间；“—”表示基数与0无法区分，不计算相对变化。", "Only a change whose interval excludes 0 is called a rise or fall. Intervals of relative changes are Fieller's; “—” marks a base that cannot be told from 0."),
                Shared(overlap),
            ]);
    }

    private Words Shared(WaveOverlap overlap) =>
        overlap.SharedPsus > 0
            ? Say($"两次调查有{ReportNumber.Count(overlap.SharedPsus)}个共同的初级抽样单位（{overlap.Second}年共{ReportNumber.Count(overlap.SecondPsus)}个），变化的误差已计入两次调查的相关。", $"{ReportNumber.Count(overlap.SharedPsus)} of the {ReportNumber.Count(overlap.SecondPsus)} primary sampling units of {overlap.Second} were in {overlap.First} too; errors of changes take the correlation of the waves into account.")
            : Say($"两次调查没有共同的初级抽样单位，按相互独立处理。", $"The waves share no primary sampling unit and are taken as independent.");

    private ReportRow Row(Indicator indicator, Change change)
    {
        bool isHidden = IsHidden(indicator, change);
        Interval points = change.Difference.Interval(Voice.Level);
        RelativeInterval relative = change.RelativeInterval(Voice.Level);
        ReportNumber Points(double value) => (change.After.IsProportion ? Voice.Points(HasError(change) ? value : double.NaN) : ReportNumber.Of(value)) with { IsSuppressed = isHidden };
        ReportNumber Relative(double value) => Voice.Relative(double.IsNaN(relative.Low) ? double.NaN : value) with { IsSuppressed = isHidden };
        return new ReportRow([Voice.In(indicator.Name), Study.Shown(indicator, change.From).Value, Study.Shown(indicator, change.To).Value, Points(change.Difference.Value), Cell.Interval(Points(points.Low), Points(points.High)), Relative(change.Relative), Cell.Interval(Relative(relative.Low), Relative(relative.High))]);
    }

    // two rates of 0, or of 100 %, show no sampling error, and an interval from 0 to 0 would say that there is none
    private static bool HasError(Change change) => change.Difference.StandardError > 0;

    private bool IsHidden(Indicator indicator, Change change) => Study.Shown(indicator, change.From).IsSuppressed || Study.Shown(indicator, change.To).IsSuppressed;

    private IEnumerable<Block> References()
    {
        Indicator[] compared = [.. Study.Surveyed.Where(own => Study.Indicators.References.Any(reference => reference.Indicator == own.Id))];
        if (compared.Length == 0)
        {
            Context.LeaveOut(In("与其他地区比较", "Against other areas"), In("研究文件未提供全省、全国等参照值", "the study gives no figures of other areas (references)"));
            yield break;
        }
        foreach (Indicator indicator in compared)
        {
            Reference[] references = [.. Study.Indicators.References.Where(own => own.Indicator == indicator.Id)];
            foreach (Reference reference in references.Where(own => own.Basis.Year == Study.YearOf(indicator)))
                yield return new Paragraph(Against(indicator, reference));
            yield return Table(indicator, references);
            if (YearsOf(indicator, references).Length > 1)
                yield return Trend(indicator, references);
        }
    }

    /// <summary>高于 and 低于 only where the interval excludes the reference.</summary>
    private Words Against(Indicator indicator, Reference reference)
    {
        ShownEstimate shown = Study.Shown(indicator);
        ReportNumber value = Voice.Rate((double)reference.Value);
        string name = Voice.In(indicator.Name), area = AreaOf(reference.Of);
        if (shown.IsSuppressed || !shown.Low.IsShown)
            return Say($"{name}样本量或精度不足，不与{area}（{value}）比较。", $"{name} is not compared with the {area} ({value}), too few people or too imprecise.");
        ReportNumber difference = Voice.Points(shown.Estimate.Value - value.Value);
        return value.Value < shown.Low.Value ? Say($"{name}高于{area}平均水平（{value}）{difference.Abs()}。", $"{name} is above the average of the {area} ({value}) by {difference.Abs()}.")
            : value.Value > shown.High.Value ? Say($"{name}低于{area}平均水平（{value}）{difference.Abs()}。", $"{name} is below the average of the {area} ({value}) by {difference.Abs()}.")
            : Say($"{name}与{area}平均水平（{value}）相近，差值{difference}，在抽样误差范围内。", $"{name} is close to the average of the {area} ({value}): the difference of {difference} is within sampling error.");
    }

    private ReportTable Table(Indicator indicator, IReadOnlyList<Reference> references)
    {
        string[] areas = [.. references.Select(own => own.Of).Distinct()];
        return new ReportTable($"{indicator.Id}-references", In($"{Voice.In(indicator.Name)}与其他地区的比较", $"{Voice.In(indicator.Name)} against other areas"),
            [WordColumn(In("年份", "Year"), 1), new(In("本地区（%）", "This area (%)")), new(In($"{Voice.IntervalName}（%）", $"{Voice.IntervalName} (%)"), ColumnKind.Interval), .. areas.Select(area => new ReportColumn(In($"{AreaOf(area)}（%）", $"{Capital(AreaOf(area))} (%)")))],
            [.. YearsOf(indicator, references).Select(year => new ReportRow([Invariant(year), .. Own(indicator, year), .. areas.Select(area => (Cell)Voice.Rate(Value(references, area, year)))]))],
            [Sources(references)]);
    }

    private IEnumerable<Cell> Own(Indicator indicator, int year) =>
        WaveOf(indicator, year) is { } wave && Study.Shown(indicator, wave) is { } shown ? [shown.Value, shown.Limits] : [Voice.Rate(double.NaN), Cell.Interval(Voice.Rate(double.NaN), Voice.Rate(double.NaN))];

    private ReportFigure Trend(Indicator indicator, IReadOnlyList<Reference> references)
    {
        int[] years = YearsOf(indicator, references);
        string name = Voice.In(indicator.Name);
        return new ReportFigure($"{indicator.Id}-trend", In($"{name}与其他地区的逐年比较", $"{name} and other areas, year by year"),
            new SeriesChart(In($"折线图，列出本地区各次调查的{name}及其{Voice.IntervalName}，以及其他地区各年的数值。", $"Lines: {name} of this area with {Voice.IntervalName}s, and of other areas by year."), ChartForm.Lines, In("率（%）", "Rate (%)"), [.. years.Select(Invariant)],
                [
                    new ChartSeries(Study.Study.Area.Name ?? In("本地区", "this area"), [.. years.Select(year => WaveOf(indicator, year) is { } wave ? Study.Shown(indicator, wave).Point : null)]),
                    .. references.Select(own => own.Of).Distinct().Select(area => new ChartSeries(AreaOf(area), [.. years.Select(year => Value(references, area, year) is var value && double.IsFinite(value) ? new ChartPoint(Voice.Rate(value), null, null) : null)]) { IsReference = true }),
                ])
            { CategoryTitle = In("年份", "Year") },
            [Sources(references)]);
    }

    private Words Sources(IReadOnlyList<Reference> references) =>
        references.Select(own => own.Source).OfType<string>().Distinct().ToArray() is { Length: > 0 } sources ? In($"其他地区数据来源：{string.Join("；", sources)}。", $"Sources of other areas: {string.Join("; ", sources)}.") : In("其他地区数据来源未注明。", "The sources of other areas are not given.");

    private int[] YearsOf(Indicator indicator, IReadOnlyList<Reference> references) =>
        [.. references.Select(own => own.Basis.Year).Concat(Study.Indicators.Designs.Select(own => EvaluationReader.YearOf(own.Wave)).Where(year => year is not null && WaveOf(indicator, year.Value) is not null)).OfType<int>().Distinct().Order()];

    /// <summary>The wave of a year up to that of the report.</summary>
    private string? WaveOf(Indicator indicator, int year) =>
        Study.Indicators.Designs.Select(own => own.Wave).FirstOrDefault(wave => EvaluationReader.YearOf(wave) == year && string.CompareOrdinal(wave, Study.Year) <= 0 && Study.Indicators[indicator.Id, wave] is { Estimate: not null, Figure: not null });

    private static double Value(IReadOnlyList<Reference> references, string area, int year) => references.FirstOrDefault(own => own.Of == area && own.Basis.Year == year) is { } found ? (double)found.Value : double.NaN;

    private string AreaOf(string area) => In(Areas.Chinese(area), area);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Invariant(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
