using Survey.Monitoring;
using Survey.Monitoring.Intake;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>What became of those who were drawn, and how good their answers are.</summary>
/// <param name="context">Of the report.</param>
internal sealed class FieldworkChapter(ReportContext context) : Chapter(context)
{
    public override Section Make() => new("fieldwork", In("调查实施与质量控制", "Fieldwork and quality control"), [])
    {
        Sections = Parts(
            Part("response", In("应答情况", "Response"), ResponseBlocks()),
            Part("exclusions", In("剔除情况", "Exclusions"), [Exclusions()]),
            Part("recheck", In("复核一致性", "Agreement of re-checks"), Recheck()),
            Part("durations", In("访问时长", "Length of interviews"), [Durations()]),
            Part("quality-text", In("质量控制措施", "Quality control"), new OwnTexts(Context).Of(In("质量控制", "quality control"), "quality", Study.Study.Report.Texts.Quality))),
    };

    // a questionnaire that does not count counts with the refusals, as AAPOR has break-offs
    private bool HasInvalid => Study.Study.Eligibility.Any(rule => rule.Status != RuleStatus.Ineligible && (rule.Waves.Count == 0 || rule.Waves.Contains(Study.Year)));

    private IEnumerable<Block?> ResponseBlocks()
    {
        if (Response.Of(Study) is not { } all)
        {
            Context.LeaveOut(In("应答情况", "Response"), In("数据中没有入户结果，抽取和拒访人数未知", "the data do not say what became of those drawn (response.disposition)"));
            yield break;
        }
        ResponseRates rates = all.All;
        yield return Text(
            $"共抽取{ReportNumber.Count(rates.Drawn)}人，完成有效问卷{ReportNumber.Count(rates.Responded)}份，拒访或问卷无效{ReportNumber.Count(rates.Refused)}人，多次未遇{ReportNumber.Count(rates.NotFound)}人，不合格{ReportNumber.Count(rates.Ineligible)}人，情况不明{ReportNumber.Count(rates.Unknown)}人。应答率（有效问卷数占抽取人数减去不合格人数）为{Voice.Rate(rates.Minimum)}，拒访率{(HasInvalid ? "（含无效问卷）" : "")}为{Voice.Rate(rates.Refusal)}。",
            $"{ReportNumber.Count(rates.Drawn)} people were drawn; {ReportNumber.Count(rates.Responded)} questionnaires are valid, {ReportNumber.Count(rates.Refused)} people refused or gave one that is not valid, {ReportNumber.Count(rates.NotFound)} were not found, {ReportNumber.Count(rates.Ineligible)} were not eligible, and of {ReportNumber.Count(rates.Unknown)} it is not known. The response rate (valid questionnaires over those drawn less the ineligible; AAPOR's RR1) is {Voice.Rate(rates.Minimum)}, the refusal rate{(HasInvalid ? " (with questionnaires that are not valid)" : "")} {Voice.Rate(rates.Refusal)}.");
        if (Study.Towns is { } towns)
            yield return ResponseTable("response-by-town", In("各乡镇（街道）应答情况", "Response by town"), Response.Of(Study, towns.Column)!, [towns.Title]);
    }

    /// <summary>Dispositions and response rates of places, with a row for all.</summary>
    internal ReportTable ResponseTable(string id, string caption, ResponseSummary summary, IReadOnlyList<string> titles)
    {
        ReportRow Row(IEnumerable<Cell> places, ResponseRates rates, RowKind kind) => new(
            [.. places, ReportNumber.Count(rates.Drawn), ReportNumber.Count(rates.Responded), ReportNumber.Count(rates.Refused), ReportNumber.Count(rates.NotFound), ReportNumber.Count(rates.Ineligible), ReportNumber.Count(rates.Unknown), Voice.Rate(rates.Minimum)], kind);
        return new ReportTable(id, caption,
            [.. titles.Select(title => WordColumn(title, 2)), new(In("抽取", "Drawn")), new(In("有效", "Valid")), new(In("拒访或无效", "Refused or not valid")), new(In("未遇", "Not found")), new(In("不合格", "Ineligible")), new(In("不明", "Unknown")), new(In("应答率（%）", "Response rate (%)"))],
            [.. summary.Parts.Select(part => Row(part.Levels.Select(level => (Cell)LabelOf(level)), part.Rates, RowKind.Body)), Row([In("合计", "All"), .. Enumerable.Repeat((Cell)"", titles.Count - 1)], summary.All, RowKind.Total)],
            []);
    }

    private string LabelOf(DomainLevel level) => Study.Wave.Everyone![level.Variable] is CategoryColumn column && column.Levels.ToList().IndexOf(level.Level) is >= 0 and var k ? column.Labels[k] : level.Level;

    private ReportTable? Exclusions()
    {
        if (Study.Wave.Everyone is not { } everyone)
            return null;
        var status = (CategoryColumn)everyone[StatusColumn.Name];
        EligibilityRule[] rules = [.. Study.Study.Eligibility.Where(rule => rule.Waves.Count == 0 || rule.Waves.Contains(Study.Year))];
        if (rules.Length == 0)
            return null;
        ReportNumber CountOf(string reason) => ReportNumber.Count(status.Levels.ToList().IndexOf(reason) is >= 0 and var code ? status.Codes.ToArray().Count(own => own == code) : 0);
        return new ReportTable("exclusion-reasons", In("不计入分析的问卷", "Questionnaires that are not counted"),
            [WordColumn(In("情形", "Reason"), 3), WordColumn(In("处理", "Counted as"), 2), new(In("人数", "People"))],
            [.. rules.DistinctBy(rule => rule.Reason).Select(rule => new ReportRow([rule.Reason, rule.Status == RuleStatus.Ineligible ? In("不属调查对象", "not of the population") : In("无效问卷", "not valid"), CountOf(rule.Reason)]))],
            [In("按列出的先后次序逐条适用，每份问卷只计一次。", "Rules are applied in this order; each questionnaire counts once.")]);
    }

    private IEnumerable<Block?> Recheck()
    {
        string title = In("复核一致性", "Agreement of re-checks");
        if (Context.Quality?.Recheck is not { } recheck)
        {
            Context.LeaveOut(title, In("研究文件未登记复核数据", "the study names no re-checks of this wave (quality.recheck)"));
            yield break;
        }
        ReportNumber lost = ReportNumber.Count(recheck.Unmatched.Count);
        Words unmatched = lost.Value == 0 ? Words.Empty : Say($"，{lost}份未能匹配", $", {lost} were not");
        yield return Text(
            $"复核{ReportNumber.Count(recheck.Rows)}份，占有效问卷的{Voice.Rate((double)recheck.Matched / recheck.Interviews)}，其中{ReportNumber.Count(recheck.Matched)}份与原问卷匹配{unmatched}。",
            $"{ReportNumber.Count(recheck.Rows)} interviews were done twice, {Voice.Rate((double)recheck.Matched / recheck.Interviews)} of all valid ones; {ReportNumber.Count(recheck.Matched)} of them were matched{unmatched}.");
        yield return new ReportTable("recheck-agreement", In("复核题目的一致率和Kappa系数", "Agreement and kappa of items asked twice"),
            [WordColumn(In("题目", "Item"), 3), new(In("对数", "Pairs")), new(In("一致", "Agree")), new(In("一致率（%）", "Agreement (%)")), new("Kappa")],
            [.. recheck.Items.Select(item => new ReportRow([ItemName(item.Item), ReportNumber.Count(item.Pairs), ReportNumber.Count(item.Agreements), Voice.Rate(item.Agreement), ReportNumber.Of(item.Kappa)]))],
            [In("Kappa为未加权的Cohen系数；数值和日期不计算Kappa。", "Kappa is Cohen's, unweighted; numbers and dates have none.")]);
    }

    private string ItemName(string item) => Study.Study.Columns.Any(column => column.Name == item) ? Study.Labels.Column(item) : In($"第{item.TrimStart('Q')}题", $"Item {item.TrimStart('Q')}");

    private Paragraph? Durations()
    {
        if (Context.Quality?.Durations is not { Interviews: > 0 } durations)
        {
            Context.LeaveOut(In("访问时长", "Length of interviews"), In("数据中没有访问时长", "the data have no column of it (quality.duration)"));
            return null;
        }
        ReportNumber Minutes(double value) => ReportNumber.Of(value, 1);
        Words doubted = durations.Range is var (least, most)
            ? Say($"短于{Minutes(least)}分钟{ReportNumber.Count(durations.Below)}份，长于{Minutes(most)}分钟{ReportNumber.Count(durations.Above)}份，均已提示核查，未自动剔除。", $" {ReportNumber.Count(durations.Below)} took less than {Minutes(least)} minutes and {ReportNumber.Count(durations.Above)} more than {Minutes(most)}; they are to be looked at, and none was left out for it.")
            : Words.Empty;
        return Text(
            $"{ReportNumber.Count(durations.Interviews)}份问卷有访问时长，中位数{Minutes(durations.Median)}分钟，四分位数{Minutes(durations.LowerQuartile)}～{Minutes(durations.UpperQuartile)}分钟。{doubted}",
            $"Of {ReportNumber.Count(durations.Interviews)} interviews the length is known: median {Minutes(durations.Median)} minutes, quartiles {Minutes(durations.LowerQuartile)} and {Minutes(durations.UpperQuartile)}.{doubted}");
    }
}
