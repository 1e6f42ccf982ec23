using Survey.Reporting.Analysis;
using Survey.Reporting.Content;

namespace Survey.Reporting.Phrases;

/// <summary>Sentences about differences between groups.</summary>
/// <param name="voice">Of the report.</param>
internal sealed class GroupPhrases(Voice voice)
{
    /// <summary>"按性别分，男为31.05%、女为28.74%，差异有统计学意义（经设计校正的χ²检验，F=…，P=…）。"</summary>
    /// <param name="breakdown">Of an indicator.</param>
    public Words Groups(Breakdown breakdown)
    {
        BreakdownRow[] shown = [.. breakdown.Rows.Where(row => row.Shown.Value.IsShown)];
        Words values = Words.Join(shown.Select(ValueOf), voice.In("、", ", "));
        int hidden = breakdown.Rows.Count(row => row.Shown.IsSuppressed);
        Words rest = hidden == 0 ? Words.Empty : voice.Say($"（另有{ReportNumber.Count(hidden)}组样本量或精度不足，不予列示）", $" ({ReportNumber.Count(hidden)} more not shown, too few people or too imprecise)");
        if (shown.Length == 0)
            return voice.Say($"按{breakdown.Group.Title}分，各组样本量或精度均不足，不予列示。", $"By {Sentence.Start(breakdown.Group.Title)}: not shown, too few people or too imprecise in each group.");
        Words verdict = Verdict(breakdown, shown);
        return voice.Say($"按{breakdown.Group.Title}分，{values}{rest}{verdict}。", $"By {Sentence.Start(breakdown.Group.Title)}: {values}{rest}{verdict}.");
    }

    private Words ValueOf(BreakdownRow row) =>
        row.Shown.Estimate is { IsProportion: true, Value: 0 }
            ? voice.Say($"{row.Label}未发现（样本{ReportNumber.Count(row.Shown.Estimate.Respondents)}人）", $"{row.Label} none found (of {ReportNumber.Count(row.Shown.Estimate.Respondents)} respondents)")
            : voice.Say($"{row.Label}为{row.Shown.Value}", $"{row.Label} ({row.Shown.Value})");

    /// <summary>Whether they differ: by the test, else by the interval of a difference of two.</summary>
    private Words Verdict(Breakdown breakdown, BreakdownRow[] shown)
    {
        if (breakdown.Test is { } test)
        {
            ReportNumber p = ReportNumber.P(test.PValue);
            Words figures = voice.Say($"（{Test(test)}）", $" ({Test(test)})");
            return p.Value < 1 - voice.Level ? voice.Say($"，差异有统计学意义{figures}", $"; the groups differ{figures}") : voice.Say($"，差异无统计学意义{figures}", $"; the differences are within sampling error{figures}");
        }
        return shown is [_, { Difference: { StandardError: > 0 } difference }]
            ? ChangePhrases.Excludes(difference.Interval(voice.Level)) ? voice.In("，差异有统计学意义", "; the groups differ") : voice.In("，差异无统计学意义", "; the difference is within sampling error")
            : Words.Empty;
    }

    /// <summary>"经设计校正的χ²检验：F=3.21，P=0.042".</summary>
    public Words Test(Association test)
    {
        ReportNumber f = ReportNumber.Of(test.Statistic), p = ReportNumber.P(test.PValue);
        string equals = test.PValue < 0.001 ? "" : "=";
        return voice.Say($"经设计校正的χ²检验：F={f}，P{equals}{p}", $"design-based χ² test: F = {f}, P {(equals.Length > 0 ? "= " : "")}{p}");
    }
}
