using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Phrases;

/// <summary>Sentences about changes and differences: a direction is said only where the interval excludes 0, and differences of rates are percentage points.</summary>
/// <param name="voice">Of the report.</param>
internal sealed class ChangePhrases(Voice voice)
{
    /// <summary>"由2023年的23.73%提高到2024年的28.21%，提高4.48个百分点（95%CI：…），相对增幅18.88%（95%CI：…）"; without a full stop.</summary>
    /// <param name="name">Of the indicator.</param>
    /// <param name="change">Of it.</param>
    /// <param name="better">Which way is better, by which a rise is 提高 or 上升.</param>
    public Words Change(string name, Change change, Better better)
    {
        bool isRate = change.After.IsProportion;
        ReportNumber before = Level(change.Before), after = Level(change.After), difference = Difference(change.Difference.Value, isRate);
        Interval interval = change.Difference.Interval(voice.Level);
        Words range = voice.Range(Difference(interval.Low, isRate), Difference(interval.High, isRate));
        if (!Excludes(interval))
            return voice.Say(
                $"{name}由{change.From}年的{before}变为{change.To}年的{after}，差异无统计学意义（差值{difference}，{voice.IntervalName}：{range}）",
                $"{name} went from {before} in {change.From} to {after} in {change.To}; the difference is within sampling error ({difference}, {voice.IntervalName} {range})");
        string zh = difference.Value > 0 ? better == Better.Lower ? "上升" : "提高" : "下降", en = difference.Value > 0 ? "rose" : "fell";
        return voice.Say(
            $"{name}由{change.From}年的{before}{zh}到{change.To}年的{after}，{zh}{difference.Size}（{voice.IntervalName}：{range}）{Relative(change)}",
            $"{name} {en} from {before} in {change.From} to {after} in {change.To}, by {difference.Size} ({voice.IntervalName} of the change {range}){Relative(change)}");
    }

    /// <summary>"，相对增幅18.88%（95%CI：…）"; nothing where the base cannot be told from 0.</summary>
    private Words Relative(Change change)
    {
        RelativeInterval relative = change.RelativeInterval(voice.Level);
        if (double.IsNaN(change.Relative) || double.IsNaN(relative.Low))
            return Words.Empty;
        Words range = voice.Range(ReportNumber.Relative(relative.Low), ReportNumber.Relative(relative.High));
        return voice.Say($"，相对{(change.Relative > 0 ? "增幅" : "降幅")}{ReportNumber.Relative(change.Relative).Size}（相对变化的{voice.IntervalName}：{range}）", $", relatively by {ReportNumber.Relative(change.Relative).Size} ({voice.IntervalName} of the relative change {range})");
    }

    /// <summary>Whether an interval lies on one side of 0.</summary>
    public static bool Excludes(Interval interval) => interval.Low > 0 || interval.High < 0;

    private static ReportNumber Level(Estimate estimate) => estimate.IsProportion ? ReportNumber.Rate(estimate.Value) : ReportNumber.Of(estimate.Value);

    private static ReportNumber Difference(double value, bool isRate) => isRate ? ReportNumber.Points(value) : ReportNumber.Of(value);
}
