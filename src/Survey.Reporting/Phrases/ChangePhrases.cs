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
        if (isRate && change is { Before.Value: 0, After.Value: 0 })
            return voice.Say($"{name}{change.From}年和{change.To}年均未发现", $"{name}{(name.Length > 0 ? ": " : "")}none found in {change.From} and {change.To}");
        ReportNumber before = Level(change.Before), after = Level(change.After), difference = Difference(change.Difference.Value, isRate);
        Interval interval = change.Difference.Interval(voice.Level);
        Words range = better == Better.Lower || difference.Value < 0 ? Directions(Difference(interval.Low, isRate), Difference(interval.High, isRate)) : voice.Range(Difference(interval.Low, isRate), Difference(interval.High, isRate));
        if (!Excludes(interval))
            return voice.Say(
                $"{name}由{change.From}年的{before}变为{change.To}年的{after}，差异无统计学意义（差值{difference}，{voice.IntervalName}：{range}）",
                $"{name} went from {before} in {change.From} to {after} in {change.To}; the difference is within sampling error ({difference}, {voice.IntervalName} {range})");
        string zh = difference.Value > 0 ? better == Better.Lower ? "上升" : "提高" : "下降", en = difference.Value > 0 ? "rose" : "fell";
        return voice.Say(
            $"{name}由{change.From}年的{before}{zh}到{change.To}年的{after}，{zh}{difference.Abs()}（{voice.IntervalName}：{range}）{Relative(change)}",
            $"{name} {en} from {before} in {change.From} to {after} in {change.To}, by {difference.Abs()} ({voice.IntervalName} of the change {range}){Relative(change)}");
    }

    /// <summary>"，相对增幅18.88%（95%CI：…）"; nothing where the base cannot be told from 0.</summary>
    private Words Relative(Change change)
    {
        RelativeInterval relative = change.RelativeInterval(voice.Level);
        if (double.IsNaN(change.Relative) || double.IsNaN(relative.Low))
            return Words.Empty;
        (ReportNumber low, ReportNumber high) = (voice.Relative(relative.Low), voice.Relative(relative.High));
        Words range = change.Relative < 0 ? Directions(low, high) : voice.Range(low, high);
        return voice.Say($"，相对{(change.Relative > 0 ? "增幅" : "降幅")}{voice.Relative(change.Relative).Abs()}（相对变化的{voice.IntervalName}：{range}）", $", relatively by {voice.Relative(change.Relative).Abs()} ({voice.IntervalName} of the relative change {range})");
    }

    /// <summary>"下降6.13至上升1.27个百分点": limits of what fell, or should fall, in words.</summary>
    private Words Directions(ReportNumber low, ReportNumber high)
    {
        // seen from a fall: its larger size is the lower limit
        (string from, string to) = (Direction(low), Direction(high));
        return low.Kind == NumberKind.Points
            ? voice.Say($"{from}{low.Abs():digits}至{to}{high.Abs()}", $"from {from} {low.Abs():digits} to {to} {high.Abs()}")
            : voice.Say($"{from}{low.Abs()}至{to}{high.Abs()}", $"from {from} {low.Abs()} to {to} {high.Abs()}");
    }

    private string Direction(ReportNumber limit) => limit.Value < 0 ? voice.In("下降", "a fall of") : voice.In("上升", "a rise of");

    /// <summary>Whether an interval lies on one side of 0.</summary>
    public static bool Excludes(Interval interval) => interval.Low > 0 || interval.High < 0;

    private ReportNumber Level(Estimate estimate) => estimate.IsProportion ? voice.Rate(estimate.Value) : ReportNumber.Of(estimate.Value);

    private ReportNumber Difference(double value, bool isRate) => isRate ? voice.Points(value) : ReportNumber.Of(value);
}
