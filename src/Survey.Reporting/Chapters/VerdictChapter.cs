using Survey.Monitoring;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>The targets that the survey judges: of a baseline what they ask of it, else whether they are met and why.</summary>
/// <param name="context">Of the report.</param>
internal sealed class VerdictChapter(ReportContext context) : Chapter(context)
{
    private IReadOnlyList<JudgedTarget>? _targets;

    private IReadOnlyList<JudgedTarget> Targets => _targets ??= JudgedTarget.Of(Study);

    private bool AreRates => Targets.All(own => own.Indicator is null or { IsProportion: true });

    /// <summary>Of a column of figures.</summary>
    private string Unit => AreRates ? In("（%）", " (%)") : In("（率为%）", " (rates in %)");

    public override Section? Make()
    {
        bool isBaseline = Study.Kind == ReportKind.Baseline;
        string title = isBaseline ? In("目标与基期差距", "Targets and the way to them") : In("目标达标评定", "Whether targets are met");
        if (Targets.Count == 0)
            return Context.LeaveOut(title, In("研究文件没有目标，也没有指明方案", "the study lists no targets and names no programme"));
        return new Section("verdicts", title, isBaseline ? [.. Baseline()] : [.. Judged()]);
    }

    private IEnumerable<Block> Baseline()
    {
        yield return Text($"本章列出由居民调查评定的目标及其基期值；目标值按点估计推算，未考虑抽样误差。", $"Targets that the survey judges, with their baseline values; target values follow from point estimates, without sampling error.");
        yield return new ReportTable("targets", In("目标、基期值与目标值", "Targets, baseline and target values"),
            [WordColumn(In("编号", "No."), 0.8), WordColumn(In("指标", "Indicator"), 2.2), WordColumn(In("要求", "Asked"), 3), new(In($"基期值{Unit}", $"Baseline{Unit}")), new(Voice.IntervalName + Unit, ColumnKind.Interval), new(In($"目标值{Unit}", $"Target value{Unit}")), new(AreRates ? In("差距（百分点）", "Way to it (points)") : In("差距（率为百分点）", "Way to it (of rates in points)")), WordColumn(In("责任单位", "Department"), 1.5)],
            [.. Targets.SelectMany(BaselineRows)], [In("一项有几个条件的，分行列出各条件对应的目标值；其他地区的值取与基期同年的，没有则取最近的年份；“—”表示目标值不能由基期值推算。", "Conditions of one target stand in rows of their own; values of other areas are those of the same year, else the latest; “—” marks a target value that does not follow from the baseline.")]);
    }

    private IEnumerable<ReportRow> BaselineRows(JudgedTarget own)
    {
        ShownEstimate? now = own.Indicator is null ? null : Study.Shown(own.Indicator);
        ReportNumber none = Voice.Rate(double.NaN);
        bool isFirst = true;
        foreach (Target arm in JudgedTarget.ArmsOf(own.Judged.Target.Rule))
        {
            ReportNumber value = now is null ? none : (JudgedTarget.TargetValue(arm, now.Estimate, own.Indicator!, Study) ?? none) with { IsSuppressed = now.IsSuppressed };
            double distance = value.Value - (now?.Estimate.Value ?? double.NaN);
            ReportNumber way = (value.Kind == NumberKind.Rate ? Voice.Points(distance) : ReportNumber.Of(distance)) with { IsSuppressed = value.IsSuppressed };
            yield return new ReportRow([isFirst ? own.Id : "", isFirst ? own.Name : "", own.TextOf(arm, Study), now?.Value ?? none, now?.Limits ?? Cell.Interval(none, none), value, way, isFirst && own.Units.Count > 0 ? Voice.List(own.Units) : isFirst ? ReportNumber.None : ""]);
            isFirst = false;
        }
    }

    private IEnumerable<Block> Judged()
    {
        yield return Text(
            $"“结论”按文件规则以点估计判定；“把握”按{Voice.IntervalName}判定：区间整体越过要求为“充分”，否则为“有限”。未达标而区间包含要求的，差距在抽样误差范围内。",
            $"“Met” follows the notice and compares point estimates. “Confirmed” needs the {Voice.IntervalName} to lie wholly where the target is reached; where it covers the target, the gap is within sampling error.");
        yield return new ReportTable("verdict-table", In("居民调查指标的达标评定", "Targets judged by the survey"),
            [WordColumn(In("编号", "No."), 0.8), WordColumn(In("指标", "Indicator"), 2.2), WordColumn(In("要求", "Asked"), 3.2), new(In($"本期值{Unit}", $"Now{Unit}")), new(Voice.IntervalName + Unit, ColumnKind.Interval), WordColumn(In("结论", "Verdict"), 2.2), WordColumn(In("责任单位", "Department"), 1.5)],
            [.. Targets.Select(VerdictRow)], []);
        if (ChangeFigure() is { } figure)
            yield return figure;
        foreach (JudgedTarget own in Targets)
            foreach (Block block in Because(own))
                yield return block;
    }

    private ReportRow VerdictRow(JudgedTarget own)
    {
        ShownEstimate? now = own.Indicator is null ? null : Study.Shown(own.Indicator);
        ReportNumber none = Voice.Rate(double.NaN);
        return new ReportRow([own.Id, own.Name, own.Rule, now?.Value ?? none, now?.Limits ?? Cell.Interval(none, none), own.Label, own.Units.Count > 0 ? Voice.List(own.Units) : ReportNumber.None]);
    }

    private IEnumerable<Block> Because(JudgedTarget own)
    {
        Verdict verdict = own.Judged.Verdict;
        yield return new Subheading(own.IsNumbered ? In($"{own.Number(Study)} {own.Name}", $"{own.Number(Study).TrimEnd(',', ' ')}: {own.Name}") : own.Name);
        yield return new Paragraph(Voice.IsChinese ? ChineseRule.Sentence(own.Name, own.Judged.Target.Rule) : $"Rule: {own.Name}: {own.Judged.Target.Rule.ToText(Language.English)}.");
        if (own.Part?.Part.Quote is { } quote)
            yield return new Paragraph(In($"原文：“{quote}”", $"The notice: “{quote}”"), ParagraphKind.Note);
        yield return new Paragraph($"{new StrongSpan(own.Label)}{In("：", ": ")}{IsHidden(own) ?? verdict.ToText(Voice.Language)}", ParagraphKind.Callout);
        foreach (string note in IsHidden(own) is null ? verdict.Notes(Voice.Language) : [])
            yield return new Paragraph(note, ParagraphKind.Note);
    }

    /// <summary>Of an estimate that is too unreliable to be shown, the numbers of its verdict are not shown either.</summary>
    private string? IsHidden(JudgedTarget own) =>
        own.Indicator is { } indicator && (Study.Shown(indicator).IsSuppressed || (Study.ChangeOf(indicator) is { } change && Study.Shown(indicator, change.From).IsSuppressed))
            ? In("样本量或精度不足，依据的数值不予列示。", "the numbers are not shown, too few people or too imprecise.")
            : null;

    /// <summary>Relative changes with their intervals, each against its target.</summary>
    private ReportFigure? ChangeFigure()
    {
        ChangeRow[] rows = [.. from own in Targets where IsHidden(own) is null from condition in own.Judged.Verdict.Conditions where condition.Figures is { Kind: ArmKind.Relative } figures && double.IsFinite(figures.RelativeInterval.Low) select RowOf(own, condition.Figures!)];
        return rows.Length == 0 ? null : new ReportFigure("change-targets", In("相对变化与要求", "Relative changes and what is asked"),
            new ChangeChart(In($"区间图：{string.Join("；", rows.Select(row => $"{row.Name}的相对变化及其{Voice.IntervalName}，{row.Label}"))}。", $"Intervals: {string.Join("; ", rows.Select(row => $"relative change of {row.Name} with its {Voice.IntervalName}, {row.Label}"))}."), In("相对变化（%）", "Relative change (%)"), rows),
            [In($"注：误差线为{Voice.IntervalName}；目标为文件要求的变化，0为没有变化。", $"Note: error bars are {Voice.IntervalName}s; the target is what the notice asks; 0 is no change.")]);
    }

    private ChangeRow RowOf(JudgedTarget own, ArmFigures figures)
    {
        (double low, double high) = figures.RelativeInterval;
        return new ChangeRow(own.Name, new ChartPoint(Voice.Relative(figures.Relative), Voice.Relative(low), Voice.Relative(high)), Voice.Relative((double)figures.Bound - 1), figures.IsUpward, own.Label);
    }
}
