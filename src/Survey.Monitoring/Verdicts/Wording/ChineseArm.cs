namespace Survey.Monitoring;

/// <summary>One condition of a rule in Chinese.</summary>
internal static class ChineseArm
{
    public static string Of(Verdict condition, double level) =>
        condition.Published == PublishedVerdict.NotAssessed ? $"{string.Join("，且", condition.Reasons.Select(reason => reason.Chinese))}，暂不评定"
        : condition.Figures is not { } arm ? string.Join("，", condition.Reasons.Select(reason => reason.Chinese))
        : arm.Kind switch
        {
            ArmKind.Reference => Reference(condition, arm),
            ArmKind.Relative => arm.IsUpward ? Rise(condition, arm) : Fall(condition, arm),
            ArmKind.Points => Points(condition, arm, level),
            _ => Level(condition, arm),
        };

    private static string Reference(Verdict condition, ArmFigures arm)
    {
        string area = Areas.Chinese(arm.Other!.Of), rate = ChineseVerdict.Rate(arm.Other);
        double difference = arm.Difference!.Value;
        string points = arm.After.IsProportion ? $"{Numbers.Fixed(Math.Abs(100 * difference))}个百分点" : Numbers.Fixed(Math.Abs(difference));
        string year = arm.Other.Basis.Year is { } own ? $"{own}年，" : "", other = arm.Other.Basis.Year == arm.After.Basis.Year ? "" : year;
        string applied = difference == 0 ? $"与{area}平均水平（{other}{rate}）相同" : $"{(difference > 0 ? "高于" : "低于")}{area}平均水平（{other}{rate}）{points}";
        if (arm.Other.IsSampled)
            return $"{applied}（差值{ChineseVerdict.Level(condition)}：{ChineseVerdict.PointsRange(arm with { IsUpward = true }, condition.Level)}）{(condition.Confidence == ConfidenceVerdict.Undetermined ? "，尚不能判定高低" : Why(condition))}";
        return condition.Confidence switch
        {
            ConfidenceVerdict.NotAssessed or _ when !arm.After.IsSampled => applied,
            ConfidenceVerdict.NotAssessed => $"{applied}{Why(condition)}",
            ConfidenceVerdict.Undetermined when condition.Published == PublishedVerdict.Met => $"{applied}，区间包含{area}水平",
            ConfidenceVerdict.Undetermined => difference == 0 ? $"{applied}，尚不能判定高低" : $"与{area}平均水平（{year}{rate}）相比{(difference > 0 ? "高" : "低")}{points}，区间包含{area}水平，尚不能判定高低",
            _ => $"{applied}，区间（{ChineseVerdict.Range(arm.After, condition)}）整体{(difference > 0 ? "高于" : "低于")}{area}平均水平",
        };
    }

    private static string Rise(Verdict condition, ArmFigures arm)
    {
        string asked = ChineseVerdict.Asked(arm), low = Percent(arm.RelativeInterval.Low), high = Percent(arm.RelativeInterval.High);
        return (condition.Confidence, condition.Published) switch
        {
            (ConfidenceVerdict.ConfirmedMet, _) => $"相对增幅的区间下限高于{asked}，可以确认达到要求",
            (ConfidenceVerdict.ConfirmedNotMet, _) => $"相对增幅的区间上限低于{asked}，可以确认未达到要求",
            (ConfidenceVerdict.NotAssessed, var published) => $"相对增幅{(published == PublishedVerdict.Met ? "" : "未")}达到{asked}{Why(condition)}",
            (_, PublishedVerdict.Met) => $"相对增幅达到{asked}的要求，但区间下限为{low}，尚不能确认实际增幅已达到{asked}",
            _ => $"相对增幅未达到{asked}，区间上限为{high}，尚不能确认实际增幅未达到{asked}",
        };
    }

    private static string Fall(Verdict condition, ArmFigures arm)
    {
        string asked = ChineseVerdict.Asked(arm);
        (double low, double high) = arm.RelativeInterval;
        string reach = condition.Published == PublishedVerdict.Met ? $"降幅达到{asked}" : $"降幅未达到{asked}";
        return condition.Confidence switch
        {
            ConfidenceVerdict.ConfirmedMet => $"可以确认降幅达到{asked}",
            ConfidenceVerdict.ConfirmedNotMet => $"可以确认降幅未达到{asked}",
            ConfidenceVerdict.NotAssessed => reach + Why(condition),
            _ when low <= 0 && high >= 0 => $"{reach}，{(condition.Published == PublishedVerdict.Met ? "但" : "")}区间包含“没有下降”",
            _ when condition.Published == PublishedVerdict.Met => $"{reach}，但区间为下降{Percent(-high)}至下降{Percent(-low)}，尚不能确认实际降幅已达到{asked}",
            _ => $"{reach}，区间为下降{Percent(-high)}至下降{Percent(-low)}，尚不能确认实际降幅未达到{asked}",
        };
    }

    private static string Points(Verdict condition, ArmFigures arm, double level)
    {
        double difference = arm.Difference!.Value;
        string change = $"比{arm.Other!.Of}年的{ChineseVerdict.Rate(arm.Other)}{(difference < 0 ? "下降" : arm.IsUpward ? "提高" : "上升")}{Numbers.Fixed(Math.Abs((arm.After.IsProportion ? 100 : 1) * difference))}{ChineseVerdict.Unit(arm.After)}";
        string wide = double.IsNaN(arm.Difference.Interval(level).Low) || !(arm.Difference.StandardError > 0) ? "" : $"（{ChineseVerdict.Level(condition)}：{ChineseVerdict.PointsRange(arm, level)}）";
        return $"{change}{wide}，{Reached(condition)}";
    }

    private static string Level(Verdict condition, ArmFigures arm)
    {
        string bound = arm.After.IsProportion ? $"{Numbers.Plain(100 * arm.Bound)}%" : Numbers.Plain(arm.Bound);
        return condition.Confidence == ConfidenceVerdict.Undetermined ? $"{Reached(condition)}（区间包含{bound}）" : Reached(condition);
    }

    /// <summary>"达到“不低于28%”的要求", and what the interval makes of it.</summary>
    private static string Reached(Verdict condition)
    {
        string rule = ChineseRule.Of(condition.Target), reached = condition.Published == PublishedVerdict.Met ? $"达到“{rule}”的要求" : $"未达到“{rule}”的要求";
        return condition.Confidence switch
        {
            _ when condition.Figures is { After.IsSampled: false } and ({ Other: null } or { Other.IsSampled: false }) => reached,
            ConfidenceVerdict.ConfirmedMet when condition.Published == PublishedVerdict.Met => $"可以确认{reached}",
            ConfidenceVerdict.ConfirmedNotMet when condition.Published == PublishedVerdict.NotMet => $"可以确认{reached}",
            ConfidenceVerdict.Undetermined => $"{reached}，但尚不能确认",
            _ => reached + Why(condition),
        };
    }

    private static string Why(Verdict condition) => condition.Reasons.Count == 0 ? "" : $"（{string.Join("，", condition.Reasons.Select(reason => reason.Chinese))}）";

    private static string Percent(double fraction) => $"{Numbers.Fixed(100 * fraction)}%";
}
