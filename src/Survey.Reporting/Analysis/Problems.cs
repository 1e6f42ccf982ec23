using Survey.Monitoring;
using Survey.Monitoring.Evaluating;
using Survey.Reporting.Chapters;
using Survey.Reporting.Content;

namespace Survey.Reporting.Analysis;

/// <summary>What is wrong, by rules that the report states.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Words">With the numbers that it follows from.</param>
internal sealed record Problem(string Title, Words Words);

/// <summary>Finds main problems and priority groups.</summary>
internal static class Problems
{
    private static readonly string[] Issues = ["literacy-scientific-view", "literacy-infectious-disease", "literacy-chronic-disease", "literacy-safety", "literacy-medical-care", "literacy-information"];

    /// <summary>Targets that are not met; indicators worse than a reference of the same year, sampling error excluded; of the six issues those below their mean, sampling error excluded.</summary>
    public static IReadOnlyList<Problem> Of(ReportContext context) => [.. Targets(context), .. BelowReferences(context), .. LowIssues(context)];

    private static IEnumerable<Problem> Targets(ReportContext context)
    {
        Voice voice = context.Voice;
        if (context.Study.Kind == ReportKind.Baseline)
            yield break;
        foreach (JudgedTarget own in JudgedTarget.Of(context.Study).Where(own => own.Judged.Verdict.Published == PublishedVerdict.NotMet))
            yield return new Problem(voice.In($"{own.Name}未达标", $"{own.Name}: target not met"), voice.Say($"{own.Number(context.Study)}{own.Name}：要求{own.Rule}，{new StrongSpan(own.Label)}。", $"{own.Number(context.Study)}{own.Name}: asked: {own.Rule}; {new StrongSpan(own.Label)}."));
    }

    private static IEnumerable<Problem> BelowReferences(ReportContext context)
    {
        (ReportStudy study, Voice voice) = (context.Study, context.Voice);
        foreach (Indicator indicator in study.Main)
            foreach (Reference reference in study.Indicators.References.Where(own => own.Indicator == indicator.Id && own.Basis.Year == study.YearOf(indicator)))
            {
                ShownEstimate shown = study.Shown(indicator);
                double value = (double)reference.Value;
                bool isWorse = shown.Value.IsShown && shown.Low.IsShown && (indicator.Better == Better.Higher ? shown.High.Value < value : shown.Low.Value > value);
                string area = voice.In(Areas.Chinese(reference.Of), reference.Of), name = voice.In(indicator.Name);
                if (isWorse)
                    yield return new Problem(
                        voice.In($"{name}劣于{area}平均水平", $"{name} worse than the {area}"),
                        voice.Say($"{voice.Named(name, shown)}，劣于{area}平均水平（{study.Voice.Rate(value)}），区间不含该值。", $"{voice.Named(name, shown)}, worse than the average of the {area} ({study.Voice.Rate(value)}), which the interval excludes."));
            }
    }

    /// <summary>Whether the study has the issues, so that they can be compared.</summary>
    public static bool HasIssues(ReportStudy study) => study.All(Issues).Count > 1;

    private static IEnumerable<Problem> LowIssues(ReportContext context)
    {
        (ReportStudy study, Voice voice) = (context.Study, context.Voice);
        IReadOnlyList<Indicator> issues = study.All(Issues);
        if (issues.Count < 2)
            yield break;
        Estimates estimates = study.DesignOf(issues[0]).Estimate([.. issues.Select(own => IndicatorEstimator.StatisticOf(study.Study, own))]);
        double mean = estimates.Average(own => own.Value);
        for (int k = 0; k < issues.Count; k++)
        {
            double[] coefficients = [.. Enumerable.Range(0, issues.Count).Select(l => (l == k ? 1.0 : 0) - (1.0 / issues.Count))];
            Contrast below = estimates.Contrast(coefficients);
            Interval interval = below.Interval(voice.Level);
            string name = voice.In(issues[k].Name);
            if (interval.High < 0 && study.Shown(issues[k]).Value.IsShown)
                yield return new Problem(
                    voice.In($"{name}偏低", $"{name} is low"),
                    voice.Say($"{voice.Named(name, study.Shown(issues[k]))}，低于六类问题的平均值（{study.Voice.Rate(mean)}）{study.Voice.Points(below.Value).Abs()}（{voice.IntervalName}：{Sizes(study, interval)}）。", $"{voice.Named(name, study.Shown(issues[k]))}, below the mean of the six issues ({study.Voice.Rate(mean)}) by {study.Voice.Points(below.Value).Abs()} ({voice.IntervalName} of the difference {Sizes(study, interval)})."));
        }
    }

    /// <summary>The limits of a difference whose direction is said: the smaller size first.</summary>
    private static Words Sizes(ReportStudy study, Interval interval) =>
        interval.High < 0 ? study.Voice.Range(study.Voice.Points(-interval.High), study.Voice.Points(-interval.Low)) : study.Voice.Range(study.Voice.Points(interval.Low), study.Voice.Points(interval.High));

    /// <summary>Where the groups of a variable differ by their test: groups that are worse than all other people together, sampling error excluded, in a main indicator.</summary>
    public static IReadOnlyList<Problem> Groups(ReportContext context)
    {
        var all = new List<Problem?>();
        foreach (Indicator indicator in context.Study.Main)
            foreach (Breakdown breakdown in context.Study.Groups.Where(own => !own.IsPlace).Select(own => context.Breakdowns.Of(indicator, own)).OfType<Breakdown>().Where(own => own.Test is { } test && test.PValue < 1 - context.Voice.Level))
                all.AddRange(breakdown.Rows.Where(row => row.Shown.Value.IsShown).Select(row => GroupOf(context, indicator, breakdown.Group, row)));
        return [.. all.OfType<Problem>()];
    }

    private static Problem? GroupOf(ReportContext context, Indicator indicator, GroupVariable group, BreakdownRow row)
    {
        (ReportStudy study, Voice voice) = (context.Study, context.Voice);
        if (context.Breakdowns.AgainstRest(indicator, group, row.Level) is not var (rest, difference) || rest.IsSuppressed)
            return null;
        Interval interval = difference.Interval(voice.Level);
        if (indicator.Better == Better.Higher ? !(interval.High < 0) : !(interval.Low > 0))
            return null;
        string name = voice.In(indicator.Name);
        string zh = indicator.Better == Better.Higher ? "低于" : "高于", en = indicator.Better == Better.Higher ? "below" : "above";
        return new Problem(row.Label, voice.Say(
            $"{group.Title}“{row.Label}”：{voice.Named(name, row.Shown)}，{zh}其余人群（{rest.Value}）{study.Voice.Points(difference.Value).Abs()}（{voice.IntervalName}：{Sizes(study, interval)}）。",
            $"{group.Title}: {row.Label}. {name} is {voice.Estimate(row.Shown)}, {en} that of all others ({rest.Value}) by {study.Voice.Points(difference.Value).Abs()} ({voice.IntervalName} of the difference {Sizes(study, interval)})."));
    }
}
