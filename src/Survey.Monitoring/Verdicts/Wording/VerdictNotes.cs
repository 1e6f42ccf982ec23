namespace Survey.Monitoring;

/// <summary>What stands in small type under a verdict: what rounding would change, what was waived, and what the sample could have shown.</summary>
public static class VerdictNotes
{
    /// <summary>The notes of a verdict, each a sentence.</summary>
    /// <param name="verdict">Of a whole rule.</param>
    /// <param name="language">Of the sentences.</param>
    public static IReadOnlyList<string> Notes(this Verdict verdict, Language language)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        bool zh = language == Language.Chinese;
        return
        [
            .. verdict.Rounded.Select(rounded => zh ? RoundedChinese(verdict, rounded) : RoundedEnglish(verdict, rounded)),
            .. verdict.Waived.Select(own => zh ? $"已登记认可的差异：{own.Difference.Chinese}；理由：{own.Waiver.Reason}。" : $"A difference that the study accepts: {own.Difference.English}; reason: {own.Waiver.Reason}."),
            .. Confirmed(verdict, zh),
            .. verdict.Conditions.Where(own => own.Figures is { ReferenceErrorLimit: var limit } && !double.IsNaN(limit)).Select(own => ReferenceLimit(own, zh)),
            .. Wider(verdict, zh),
            .. verdict.Family > 1 ? [zh ? $"p值已在{verdict.Family}项指标间作多重比较校正。" : $"P values are adjusted over {verdict.Family} targets."] : (string[])[],
            .. Reliability(verdict, zh),
        ];
    }

    private static string RoundedChinese(Verdict verdict, RoundedVerdict rounded)
    {
        string result = Word(rounded.Published), own = Word(verdict.Published);
        if (verdict.Judgement.Decimals is { } decimals)
            return $"按规定修约到{Places(decimals)}后判定为{own}；{(rounded.Decimals is { } places ? $"修约到{Places(places)}" : "按未修约值")}则为{result}，将此情况列明，提请评估组认定。";
        return $"{Changed(verdict, null)}{Changed(verdict, rounded.Decimals)}，按后者为{result}。方案未规定修约方法，本报告判定为{own}，并将此情况列明，提请评估组认定。";
    }

    private static string Word(PublishedVerdict published) => published switch { PublishedVerdict.Met => "达标", PublishedVerdict.NotMet => "未达标", _ => "暂不评定" };

    private static string EnglishWord(PublishedVerdict published) => published switch { PublishedVerdict.Met => "met", PublishedVerdict.NotMet => "not met", _ => "not assessed" };

    /// <summary>"按未修约值计算增幅为19.87%，" or "按修约到一位小数（20.8%、25.0%）计算为20.19%".</summary>
    private static string Changed(Verdict verdict, int? decimals)
    {
        ArmFigures? change = verdict.Conditions.Select(own => own.Figures).FirstOrDefault(own => own is { Kind: ArmKind.Relative, After.IsProportion: true });
        if (change is not { Other: { } before, After: { } after })
            return decimals is null ? "" : $"修约到{Places(decimals.Value)}后再比较，结论不同";
        string word = change.IsUpward ? "增幅" : "降幅";
        double relative(double first, double last) => (change.IsUpward ? 1 : -1) * 100 * (last / first - 1);
        if (decimals is not { } places)
            return $"按未修约值计算{word}为{Numbers.Fixed(relative(before.Value, after.Value))}%，";
        (double p1, double p2) = (before.Exact.Round(places + 2).ToDouble(), after.Exact.Round(places + 2).ToDouble());
        return $"按修约到{Places(places)}（{Numbers.Fixed(100 * p1, places)}%、{Numbers.Fixed(100 * p2, places)}%）计算为{Numbers.Fixed(relative(p1, p2))}%";
    }

    private static string Places(int decimals) => decimals switch { 0 => "整数", 1 => "一位小数", 2 => "两位小数", _ => "三位小数" };

    private static string RoundedEnglish(Verdict verdict, RoundedVerdict rounded) =>
        $"Figures {(rounded.Decimals is { } places ? FormattableString.Invariant($"rounded to {places} decimal{(places == 1 ? "" : "s")}") : "as they are, unrounded,")} would make it {EnglishWord(rounded.Published)}; {(verdict.Judgement.Decimals is null ? "the rule does not say how figures are rounded, and" : "the study rounds them, and")} it is judged {EnglishWord(verdict.Published)} here.";

    private static IEnumerable<string> Confirmed(Verdict verdict, bool zh) =>
        verdict.Conditions.SelectMany(own => new[] { own.Figures?.After, own.Figures?.Other }).OfType<Figure>().Where(figure => figure.Confirmed is not null).DistinctBy(figure => (figure.Indicator, figure.Of)).Select(figure =>
        {
            ConfirmedFigure confirmed = figure.Confirmed!;
            string own = ChineseVerdict.Rate(figure), other = Numbers.Of(figure, (double)confirmed.Value, "%");
            return zh ? $"{figure.Of}年：本报告按原始数据计算为{own}；{confirmed.By}确认值为{other}（{confirmed.Document}）。" : $"In {figure.Of} the data give {own}, and {confirmed.By} confirmed {other} ({confirmed.Document}).";
        });

    private static string ReferenceLimit(Verdict condition, bool zh)
    {
        Figure reference = condition.Figures!.Other!;
        string limit = Numbers.Fixed((reference.IsProportion ? 100 : 1) * condition.Figures.ReferenceErrorLimit);
        return zh ? $"{Areas.Chinese(reference.Of)}数据按无抽样误差处理；若其标准误达到{limit}{(reference.IsProportion ? "个百分点" : "")}，该项不再能确认。" : $"The figure of the {reference.Of} is taken as exact; from a standard error of {limit}{(reference.IsProportion ? " percentage points" : "")} on that part would not be confirmed.";
    }

    private static IEnumerable<string> Wider(Verdict verdict, bool zh)
    {
        if (!(verdict.Multiplicity > 1))
            yield break;
        string level = FormattableString.Invariant($"{100 * (1 - (1 - verdict.Level) / verdict.Multiplicity):0.##}");
        foreach (Verdict condition in verdict.Conditions)
            if (condition.Figures is { } arm && arm.After.IsSampled)
            {
                (double low, double high) = arm.After.Interval(1 - (1 - verdict.Level) / verdict.Multiplicity);
                string range = $"{Numbers.Of(arm.After, low, "%")}～{Numbers.Of(arm.After, high, "%")}";
                yield return zh ? $"该规则有多项条件，“{condition.Target.ToText(Language.Chinese)}”另列{level}%CI：{range}。" : $"The rule has several parts; for '{condition.Target}' also the {level} % CI {range.Replace("～", " to ", StringComparison.Ordinal)}.";
                yield break;
            }
    }

    private static IEnumerable<string> Reliability(Verdict verdict, bool zh)
    {
        if (verdict.Chances.Count > 0)
            yield return new ChanceNote(verdict, zh).Text;
        if (verdict.Detectable is { } detectable)
        {
            double scale = detectable.IsProportion ? 100 : 1;
            string unit = !detectable.IsProportion ? "" : zh ? "个百分点" : " percentage points", way = !zh ? "" : detectable.TrueChange < 0 ? "下降" : "上升";
            string change = double.IsNaN(detectable.TrueChange) ? zh ? "无（超出0～100%）" : "none that is possible"
                : detectable.IsRelative ? $"{way}{Numbers.Fixed(100 * (zh ? Math.Abs(detectable.TrueChange) : detectable.TrueChange))}{(zh ? "%（相对）" : " % (relative)")}"
                : $"{way}{Numbers.Fixed(scale * (zh ? Math.Abs(detectable.TrueChange) : detectable.TrueChange))}{unit}";
            string difference = $"{Numbers.Fixed(scale * detectable.TrueDifference)}{unit}";
            yield return zh ? $"有80%把握确认达到要求所需的真实变化：{change}；有80%把握显示与没有变化不同：{difference}。恰好等于要求的变化，无论样本多大，确认的可能只有{Numbers.Fixed(50 * (1 - verdict.Level), 1)}%。"
                : $"True change that would be confirmed to meet the target with 80 % power: {change}; shown different from none with 80 % power: {difference}. A change exactly on the target is confirmed in {Numbers.Fixed(50 * (1 - verdict.Level), 1)} % of samples, whatever their size.";
        }
    }
}
