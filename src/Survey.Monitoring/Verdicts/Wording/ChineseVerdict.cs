namespace Survey.Monitoring;

/// <summary>Verdicts in Chinese: what was found, arm by arm, and what follows. 提高 and 高于 only where the interval bears it, but in the sentence that applies the rule; percentage points are never per cent.</summary>
internal static class ChineseVerdict
{
    private const string Numerals = "①②③④⑤⑥⑦⑧⑨⑩";

    public static string Of(Verdict verdict)
    {
        Verdict[] conditions = [.. verdict.Conditions];
        if (verdict.Published == PublishedVerdict.NotAssessed)
            return NotAssessed(verdict, conditions);
        if (verdict.Judgement.ConfirmedJudges && conditions.SelectMany(FiguresOf).FirstOrDefault(figure => figure.Confirmed is not null) is { } confirmed)
            return Confirmed(verdict, confirmed);
        ArmFigures? change = conditions.Select(own => own.Figures).FirstOrDefault(own => own is { Kind: ArmKind.Relative });
        // of rules with a relative change the five cases have sentences of their own
        return change is { IsUpward: true } && IsUsual(conditions) ? Rise(verdict, conditions, change)
            : change is not null && IsUsual(conditions) ? Fall(verdict, conditions, change)
            : General(verdict, conditions);
    }

    /// <summary>At most one relative change and one reference, of the same figure, each with an interval.</summary>
    private static bool IsUsual(Verdict[] conditions) =>
        conditions.Length <= 2 && conditions.Count(own => own.Figures?.Kind == ArmKind.Relative) == 1 &&
        Array.TrueForAll(conditions, own => own.Figures is { Kind: ArmKind.Relative or ArmKind.Reference, After: { IsProportion: true, IsSampled: true } } && own.Confidence != ConfidenceVerdict.NotAssessed);

    private static string Rise(Verdict verdict, Verdict[] conditions, ArmFigures change)
    {
        string name = NameOf(verdict), year = change.After.Of, before = Rate(change.Other!), after = Rate(change.After), level = Level(verdict);
        string points = Points(change.Difference!.Value), wide = $"（{level}：{PointsRange(change, verdict.Level)}）", relative = $"{(change.Relative < 0 ? "相对下降" : "相对增幅")}{RelativeOf(change)}（{level}：{RelativeRange(change)}）";
        Verdict own = conditions.First(condition => condition.Figures == change);
        string asked = Asked(change);
        switch (verdict.Label)
        {
            case VerdictLabel.MetConfirmed when own.Confidence == ConfidenceVerdict.ConfirmedMet:
                return $"{year}年{name}由{before}提高到{after}，{relative}，区间下限高于{asked}，可以确认达到要求。";
            case VerdictLabel.NotMetConfirmed:
                return $"{year}年{name}由{before}变为{after}，{relative}，区间上限低于{asked}{string.Concat(conditions.Where(condition => condition != own).Select(condition => $"；且{ReferenceMissed(condition)}"))}。{All(conditions.Length)}可以确认未达到。";
            case VerdictLabel.NotMetWithinError when Array.TrueForAll(conditions, condition => condition.Published == PublishedVerdict.NotMet):
                string other = conditions.Length > 1 ? $"，也未{ChineseRule.Of(conditions.First(condition => condition != own).Target)}" : "";
                return $"{year}年{name}由{before}变为{after}{Interval(change.After, verdict)}，{Verb(change)}{points}个百分点{wide}，{relative}，未达到{asked}{other}。{WithinError(conditions)}";
            default:
                return $"{year}年{name}为{after}{Interval(change.After, verdict)}，比{change.Other!.Of}年的{before}{Verb(change)}{points}个百分点{wide}，{relative}。{Clauses(verdict, conditions)}{Conclusion(verdict, conditions, change)}";
        }
    }

    private static string Fall(Verdict verdict, Verdict[] conditions, ArmFigures change)
    {
        string name = NameOf(verdict), before = Rate(change.Other!), after = Rate(change.After), level = Level(verdict);
        string lead = $"{name}（{change.Other!.Of}年→{change.After.Of}年）：{before}→{after}，", relative = $"{RelativeFall(change)}（{level}：{RelativeRange(change)}）";
        Verdict own = conditions.First(condition => condition.Figures == change);
        string others(Func<Verdict, string> text) => string.Concat(conditions.Where(condition => condition != own).Select(condition => $"；{text(condition)}"));
        switch (verdict.Label)
        {
            case VerdictLabel.MetConfirmed when Array.TrueForAll(conditions, condition => condition.Confidence == ConfidenceVerdict.ConfirmedMet):
                return $"{lead}{relative}{others(condition => $"且{ReferenceClear(condition)}")}。";
            case VerdictLabel.NotMetConfirmed:
                string points = change.Difference!.Value == 0 ? "" : $"{Verb(change)}{Points(Math.Abs(change.Difference.Value))}个百分点，";
                return $"{lead}{points}{relative}，可以确认降幅未达到{Asked(change)}{others(ReferenceClear)}。";
            case VerdictLabel.NotMetWithinError:
                return $"{lead}{relative}。{Clauses(verdict, conditions)}按文件规则未达标；{WithinError(conditions)}";
            default:
                string wide = $"（{level}：{PointsRange(change, verdict.Level)}）";
                return $"{change.After.Of}年{name}为{after}{Interval(change.After, verdict)}，比{change.Other!.Of}年的{before}{Verb(change)}{Points(Math.Abs(change.Difference!.Value))}个百分点{wide}，{relative}。{Clauses(verdict, conditions)}{Conclusion(verdict, conditions, change)}";
        }
    }

    private static string General(Verdict verdict, Verdict[] conditions)
    {
        Figure? figure = conditions.Select(own => own.Figures?.After).FirstOrDefault(own => own is not null);
        figure = conditions.Select(own => own.Figures?.After).LastOrDefault(own => own?.Indicator == figure?.Indicator); // of a trend the last step's
        string lead = figure is null ? "" : figure.Source == FigureSource.Administrative ? $"{figure.Of}年{NameOf(verdict)}为{Recorded(figure, verdict)}。" : $"{figure.Of}年{NameOf(verdict)}为{Rate(figure)}{Interval(figure, verdict)}。";
        return $"{lead}{Clauses(verdict, conditions)}{Conclusion(verdict, conditions, conditions.Select(own => own.Figures).FirstOrDefault(own => own is { Kind: ArmKind.Points or ArmKind.Relative }))}";
    }

    /// <summary>A figure from records in the unit of the rule: "每万人3.29名（412/1251000）".</summary>
    private static string Recorded(Figure figure, Verdict verdict)
    {
        string counts = figure.Counts is { } own ? $"（{Numbers.Plain(own.Numerator)}/{Numbers.Plain(own.Denominator)}）" : "";
        Amount? amount = verdict.Conditions.Select(condition => condition.Target).OfType<LevelTarget>().Select(level => level.Amount).FirstOrDefault();
        return (amount is { IsPercent: false } ? amount.Of(figure.Value, Language.Chinese) : Rate(figure)) + counts;
    }

    private static string NotAssessed(Verdict verdict, Verdict[] conditions)
    {
        Verdict[] open = [.. conditions.Where(own => own.Published == PublishedVerdict.NotAssessed)];
        string[] reasons = [.. open.SelectMany(own => own.Reasons).Select(reason => reason.Chinese!).Distinct()];
        string joined = string.Join("，且", reasons);
        bool isMissing = open.Any(own => own.Differences.Count == 0);
        if (verdict.Target is ReviewTarget)
            return $"{joined}。";
        if (conditions.Length > 1 && open.Length < conditions.Length)
            return $"{Clauses(verdict, conditions)}其余各项不能决定，暂不评定。{(isMissing ? "补齐后重新判定。" : "")}";
        if (isMissing)
            return reasons.Length > 1 ? $"{joined}，{All(open.Length)}无可比数据，暂不评定。补齐后重新判定。" : $"{joined}，暂不评定。补齐后重新判定。";
        AgeRange? ages = open[0].Differences.Contains(ComparedBy.Age) ? open[0].Figures?.After.Basis.Ages : null;
        string agreed = ages is { } own ? $"如经评估组同意按{own.Text(Language.Chinese)}比较" : "如经评估组同意比较";
        return $"{joined}，暂不评定（{agreed}，可在研究文件中登记后重新判定）。";
    }

    private static string Clauses(Verdict verdict, Verdict[] conditions) =>
        string.Join("；", conditions.Select((own, k) => $"{(conditions.Length > 1 ? Numeral(k) : "")}{Other(own, conditions)}{ChineseArm.Of(own, verdict.Level)}")) + "。";

    /// <summary>Of a condition on another indicator its rate, which the lead does not say.</summary>
    private static string Other(Verdict own, Verdict[] conditions)
    {
        string? first = conditions.Select(condition => condition.Figures?.After.Indicator).FirstOrDefault(indicator => indicator is not null);
        return own.Figures is { After: var after } && after.Indicator != first ? $"{after.Indicator}为{Rate(after)}，" : "";
    }

    private static IEnumerable<Figure> FiguresOf(Verdict condition) => new[] { condition.Figures?.After, condition.Figures?.Other }.OfType<Figure>();

    /// <summary>判定采用确认值: the figure that judges first, then what the sample makes of it.</summary>
    private static string Confirmed(Verdict verdict, Figure figure)
    {
        string own = $"{Rate(figure)}{Interval(figure, verdict)}", confirmed = Numbers.Of(figure, (double)figure.Confirmed!.Value, "%");
        string sample = verdict.Confidence switch { ConfidenceVerdict.ConfirmedMet => "可以确认达到", ConfidenceVerdict.ConfirmedNotMet => "可以确认未达到", ConfidenceVerdict.Undetermined => "尚不能判定", _ => "无法计算抽样误差" };
        string against = verdict.IsContradictory ? "，两者不一致，提请评估组认定" : "";
        return $"{figure.Of}年{NameOf(verdict)}判定采用{figure.Confirmed.By}确认值{confirmed}（本报告按原始数据计算为{own}）。按确认值{(verdict.Published == PublishedVerdict.Met ? "达标" : "未达标")}；按本报告数据的区间，{sample}{against}。";
    }

    private static string Conclusion(Verdict verdict, Verdict[] conditions, ArmFigures? change)
    {
        bool isAllMet = Array.TrueForAll(conditions, own => own.Published == PublishedVerdict.Met);
        Verdict[] metArms = [.. verdict.Arms.Where(arm => arm.Published == PublishedVerdict.Met).SelectMany(arm => arm.Conditions)];
        int[] deciding = [.. Enumerable.Range(0, conditions.Length).Where(k => metArms.Contains(conditions[k]))];
        string published = verdict.Published == PublishedVerdict.NotMet ? "按文件规则未达标"
            : verdict.Arms.Count > 0 && !verdict.NeedsAll && deciding.Length < conditions.Length ? $"按文件规则，第{string.Concat(deciding.Select(Numeral))}项达到即为达标"
            : "按文件规则达标";
        bool isNothingPossible = change?.Difference is { } difference && difference.Interval(verdict.Level) is { Low: <= 0, High: >= 0 };
        string confidence = verdict.IsContradictory ? $"；但按抽样误差可以确认{(verdict.Published == PublishedVerdict.Met ? "未达到" : "已达到")}，两者不一致，提请评估组认定"
            : verdict.Confidence switch
            {
                ConfidenceVerdict.ConfirmedMet or ConfidenceVerdict.ConfirmedNotMet => conditions.Any(own => own.Figures?.After.IsSampled == true) ? "；统计把握充分" : "",
                ConfidenceVerdict.NotAssessed => conditions.Any(own => own.Figures?.After.IsSampled == true) ? "；无法计算抽样误差" : "",
                _ when verdict.Published == PublishedVerdict.Met && isNothingPossible && isAllMet => "；按现有样本，尚不能排除实际没有变化",
                _ when verdict.Published == PublishedVerdict.Met => "；统计把握有限",
                _ => $"；{WithinError(conditions).TrimEnd('。')}",
            };
        return $"{published}{confidence}。";
    }

    private static string WithinError(Verdict[] conditions)
    {
        string which = Array.TrueForAll(conditions, own => own.Confidence == ConfidenceVerdict.Undetermined) ? conditions.Length > 1 ? $"{Count(conditions.Length)}差距均" : "差距" : "总的差距";
        return $"{which}在抽样误差范围内，现有样本既不能确认已达到，也不能确认未达到。";
    }

    // "低于全省平均水平（95%CI：22.27%～29.43%，不含32.10%）"
    private static string ReferenceMissed(Verdict condition)
    {
        ArmFigures arm = condition.Figures!;
        return $"{(arm.Difference!.Value < 0 ? "低于" : "高于")}{Areas.Chinese(arm.Other!.Of)}平均水平（{Level(condition)}：{Range(arm.After, condition)}，不含{Rate(arm.Other)}）";
    }

    // "区间（14.18%～20.36%）整体低于全省平均水平"
    private static string ReferenceClear(Verdict condition)
    {
        ArmFigures arm = condition.Figures!;
        return $"区间（{Range(arm.After, condition)}）整体{(arm.Difference!.Value < 0 ? "低于" : "高于")}{Areas.Chinese(arm.Other!.Of)}平均水平";
    }

    public static string Rate(Figure figure) => Numbers.Of(figure, figure.Value, "%");

    public static string Range(Figure figure, Verdict verdict)
    {
        (double low, double high) = figure.Interval(verdict.Level);
        return $"{Numbers.Of(figure, low, "%")}～{Numbers.Of(figure, high, "%")}";
    }

    public static string Level(Verdict verdict) => FormattableString.Invariant($"{100 * verdict.Level:0.##}%CI");

    public static string RelativeRange(ArmFigures change)
    {
        (double low, double high) = change.RelativeInterval;
        return double.IsNaN(low) ? "基期率与0无差异，不作区间"
            : change.IsUpward ? $"{Numbers.Fixed(100 * low)}%～{Numbers.Fixed(100 * high)}%"
            : $"{Signed(100 * low)}%至{Signed(100 * high)}%";
    }

    /// <summary>"1.71～9.77个百分点", or of what should fall "下降6.13至上升1.27个百分点".</summary>
    public static string PointsRange(ArmFigures change, double level)
    {
        Interval own = change.Difference!.Interval(level);
        (double low, double high) = (own.Low, own.High);
        double scale = change.After.IsProportion ? 100 : 1;
        string unit = Unit(change.After);
        return change.IsUpward ? $"{Numbers.Fixed(scale * low)}～{Numbers.Fixed(scale * high)}{unit}" : $"{Signed(scale * low)}至{Signed(scale * high)}{unit}";
    }

    /// <summary>Of a difference.</summary>
    public static string Unit(Figure figure) => figure.IsProportion ? "个百分点" : "";

    public static string Asked(ArmFigures change) => $"{Numbers.Plain(100 * Math.Abs(change.Bound - 1))}%";

    private static string RelativeFall(ArmFigures change) => change.Relative > 0 ? $"相对上升{Numbers.Fixed(100 * change.Relative)}%" : $"相对降幅{Numbers.Fixed(-100 * change.Relative)}%";

    private static string RelativeOf(ArmFigures change) => $"{Numbers.Fixed(100 * Math.Abs(change.Relative))}%";

    private static string Signed(double value) => value < 0 ? $"下降{Numbers.Fixed(-value)}" : $"上升{Numbers.Fixed(value)}";

    private static string Points(double difference) => Numbers.Fixed(Math.Abs(100 * difference));

    private static string Verb(ArmFigures change) => change.Difference!.Value < 0 ? "下降" : change.IsUpward ? "提高" : "上升";

    private static string Interval(Figure figure, Verdict verdict) => double.IsNaN(figure.Interval(verdict.Level).Low) || !figure.IsSampled ? "" : $"（{Level(verdict)}：{Range(figure, verdict)}）";

    private static string NameOf(Verdict verdict) => verdict.Name?.Chinese ?? verdict.Conditions.Select(own => own.Figures?.After.Indicator).FirstOrDefault(own => own is not null) ?? "";

    private static string All(int arms) => arms == 1 ? "" : $"{Count(arms)}均";

    private static string Count(int arms) => arms == 2 ? "两项" : arms < 10 ? $"{"零一二三四五六七八九"[arms]}项" : FormattableString.Invariant($"{arms}项");

    private static string Numeral(int k) => k < Numerals.Length ? Numerals[k].ToString() : FormattableString.Invariant($"({k + 1})");
}
