using Survey.Monitoring;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;
using Survey.Reporting.Phrases;

namespace Survey.Reporting.Chapters;

/// <summary>The page that most readers read: who was asked, what was found, what changed, what is met, what to do.</summary>
/// <param name="context">Of the report.</param>
internal sealed class SummaryChapter(ReportContext context) : Chapter(context)
{
    private const int MostHeadlines = 6, MostVerdicts = 6;

    public override Section Make() => new("summary", In("摘要", "Summary"), [.. Blocks()]);

    private IEnumerable<Block> Blocks()
    {
        yield return new Paragraph(Fieldwork());
        if (Study.Kind != ReportKind.SelfAssessment)
            yield return new ItemList([.. Study.Main.Take(MostHeadlines).Select(Headline)]);
        IReadOnlyList<JudgedTarget> targets = JudgedTarget.Of(Study);
        if (targets.Count > MostVerdicts && Study.Kind != ReportKind.Baseline)
            yield return new Paragraph(Counted(targets), ParagraphKind.Callout);
        else
            foreach (JudgedTarget own in targets)
                yield return new Paragraph(Verdict(own), ParagraphKind.Callout);
        if (Study.Kind != ReportKind.Baseline)
            foreach (Scorecard card in Study.Scorecards)
                yield return new Paragraph(ScorecardChapter.Lead(Voice, card));
        string[] problems = [.. Problems.Of(Context).Select(own => own.Title).Distinct().Take(5)];
        if (problems.Length > 0 && Study.Kind != ReportKind.SelfAssessment)
            yield return Text($"按本报告列明的规则，主要问题为：{string.Join("；", problems)}（见“主要健康问题与重点人群”）。", $"By the rules that this report states the main problems are: {string.Join("; ", problems)} (see “Main problems and priority groups”).");
        yield return Study.Kind == ReportKind.Baseline
            ? Text($"{Rates}，括号内为{Voice.IntervalName}。", $"{Rates} with their {Voice.IntervalName}s.")
            : Text(
                $"{Rates}，括号内为{Voice.IntervalName}；“达标”按文件规则以点估计判定，“把握”按抽样误差判定，二者分别列出。",
                $"{Rates} with their {Voice.IntervalName}s. “Met” follows the notice, from point estimates; “confirmed” says what the sample can bear.");
    }

    private string Rates => Study.IsWeighted ? In("以上率均为加权估计", "Rates are weighted estimates") : In("以上率未加权，所有应答者按等权计", "Rates are unweighted, everyone counting the same,");

    private Words Fieldwork()
    {
        StudyWave wave = Study.Wave.Wave;
        string place = Study.Study.Area.Name ?? Study.Study.Title.In(Voice.Language);
        Words when = wave.Fieldwork is var (first, last) ? Say($"{Day(first)}至{Day(last)}", $"from {Day(first)} to {Day(last)}") : Say($"{Study.Year}年", $"in {Study.Year}");
        ReportNumber valid = ReportNumber.Count(Study.Table.RowCount);
        if (Response.Of(Study) is not { } response)
            return Say($"{place}于{when}开展居民抽样调查，有效问卷{valid}份。", $"{place} surveyed a sample of residents {when}; {valid} questionnaires are valid.");
        return Say(
            $"{place}于{when}开展居民抽样调查，抽取{ReportNumber.Count(response.All.Drawn)}人，有效问卷{valid}份，应答率{Voice.Rate(response.All.Minimum)}。",
            $"{place} surveyed a sample of residents {when}: {ReportNumber.Count(response.All.Drawn)} people were drawn, {valid} questionnaires are valid, and the response rate is {Voice.Rate(response.All.Minimum)}.");
    }

    private Words Headline(Indicator indicator)
    {
        string name = Voice.In(indicator.Name);
        Words rate = Voice.Named(name, Study.Shown(indicator));
        if (Study.ChangeOf(indicator) is not { } change || Study.Shown(indicator).IsSuppressed || Study.Shown(indicator, change.From).IsSuppressed)
            return Say($"{rate}。", $"{rate}.");
        Words since = new ChangePhrases(Voice).Change(In("", change is { Before.Value: 0, After.Value: 0 } ? "" : "it"), change, indicator.Better);
        return Say($"{rate}；{since}。", $"{rate}; {since}.");
    }

    private Words Verdict(JudgedTarget own)
    {
        string id = own.Number(Study);
        return Study.Kind == ReportKind.Baseline
            ? Say($"{id}{own.Name}：要求{own.Rule}。{own.Needed(Study)}", $"{id}{own.Name}: asked: {own.Rule}. {own.Needed(Study)}")
            : Say($"{id}{own.Name}（要求：{own.Rule}）：{new StrongSpan(own.Label)}。", $"{id}{own.Name} (asked: {own.Rule}): {new StrongSpan(own.Label)}.");
    }

    /// <summary>How many of many targets are met; the chapter has each.</summary>
    private Words Counted(IReadOnlyList<JudgedTarget> targets)
    {
        ReportNumber Of(Func<Verdict, bool> which) => ReportNumber.Count(targets.Count(own => which(own.Judged.Verdict)));
        (ReportNumber all, ReportNumber met, ReportNumber sure) = (Of(_ => true), Of(own => own.Published == PublishedVerdict.Met), Of(own => own is { Published: PublishedVerdict.Met, Confidence: ConfidenceVerdict.ConfirmedMet }));
        (ReportNumber not, ReportNumber open) = (Of(own => own.Published == PublishedVerdict.NotMet), Of(own => own.Published == PublishedVerdict.NotAssessed));
        return Say(
            $"居民调查评定的要求共{all}项：达标{met}项，其中把握充分{sure}项；未达标{not}项；暂不评定{open}项（逐项见“目标达标评定”）。",
            $"The survey judges {all} targets: {met} are met, {sure} of them confirmed; {not} are not met; {open} are not assessed (each is under “Whether targets are met”).");
    }

    /// <summary>"2024-09-02".</summary>
    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
