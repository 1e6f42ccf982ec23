namespace Survey.Monitoring;

/// <summary>Rules in Chinese.</summary>
internal static class ChineseRule
{
    /// <param name="rule">The rule.</param>
    /// <param name="reference">What the figure of the reference is: "（29.50%）"; empty where only the rule is said.</param>
    public static string Of(Target rule, string reference = "") => Subject(rule) + Kinds(rule, reference);

    /// <summary>The indicator that a rule names, in quotes; empty where it names none.</summary>
    public static string Subject(Target rule) => rule.Indicator is { } other ? $"“{rule.IndicatorName?.Chinese ?? other}”" : "";

    private static string Kinds(Target rule, string figure) =>
        rule switch
        {
            LevelTarget level => Level(level),
            AboutTarget about => $"在{about.Amount.Text(Language.Chinese)}左右{(about.Tolerance is null ? "" : $"（上下不超过{Tolerance(about.Amount, about.Tolerance)}）")}",
            FullCoverageTarget => "全覆盖",
            ZeroEventsTarget => "没有发生",
            RelativeChangeTarget change => $"较{Base(change.Since)}{(change.Direction == ChangeDirection.Rise ? "增加" : "下降")}{Numbers.Plain(change.Percent)}%",
            PointsChangeTarget points => Points(points),
            ReferenceTarget reference => reference.Comparison switch
            {
                TargetComparison.MoreThan => $"高于{Areas.Chinese(reference.Of)}平均水平{figure}",
                TargetComparison.LessThan => $"低于{Areas.Chinese(reference.Of)}平均水平{figure}",
                TargetComparison.AtLeast => $"达到{Areas.Chinese(reference.Of)}平均水平{figure}以上",
                _ => $"不高于{Areas.Chinese(reference.Of)}平均水平{figure}",
            },
            NoWorseTarget noWorse => $"{(noWorse.Better == ChangeDirection.Rise ? "不低于" : "不高于")}{(noWorse.Since == Target.LastYear ? "去年同期" : Base(noWorse.Since))}水平{(noWorse.MarginPoints == 0 ? "" : $"（允许相差{Numbers.Plain(noWorse.MarginPoints)}个百分点）")}",
            TrendTarget trend => trend.Direction == ChangeDirection.Rise ? "逐年提高" : "逐年下降",
            RankTarget rank => rank.Share is { } share ? $"排名在前{Numbers.Plain(share)}%" : $"排名在前{rank.Places}名",
            AreaTypeTarget byArea => string.Join("，", byArea.Rules.Select(own => $"{Kind(own.Kind)}{Of(own.Rule)}")),
            EveryTownTarget everyTown => $"每个镇（街道）{Of(everyTown.Rule)}",
            PrerequisiteTarget prerequisite => $"以{prerequisite.Of}达到为前提",
            ChoiceTarget choice => string.Join("；", choice.Options.Select(own => $"{Option(own.Option)}{Of(own.Rule)}")),
            ReviewTarget => "由评审认定",
            AllOfTarget all => Joined(all.Arms, "且"),
            AnyOfTarget any => Joined(any.Arms, "或"),
            _ => throw new ArgumentException($"There is no rule of the kind {rule.GetType().Name}."),
        };

    /// <summary>本方案要求：居民健康素养水平高于全省平均水平或较上一年增加20%（本报告按相对增幅理解，同时列出百分点）。</summary>
    public static string Sentence(string name, Target rule)
    {
        RelativeChangeTarget? relative = RelativeIn(rule);
        string reading = relative is null ? "" : $"（本报告按相对{(relative.Direction == ChangeDirection.Rise ? "增幅" : "降幅")}理解，同时列出百分点）";
        return $"本方案要求：{name}{Of(rule)}{reading}。";
    }

    private static string Level(LevelTarget level)
    {
        Amount amount = level.Amount;
        string word = level.Comparison switch { TargetComparison.AtLeast => "不低于", TargetComparison.MoreThan => "超过", TargetComparison.AtMost => "不高于", _ => "低于" };
        return amount.IsPercent ? word + amount.Text(Language.Chinese) : $"{amount.ChinesePer}{word}{Numbers.Plain(amount.Value)}{Amount.ChineseUnit(amount.Unit)}";
    }

    public static string Base(string since) => since switch { Target.LastYear => "上一年", Target.Start => "建设之初", _ => $"{since}年" };

    private static RelativeChangeTarget? RelativeIn(Target rule) =>
        rule switch
        {
            RelativeChangeTarget own => own,
            AllOfTarget all => all.Arms.Select(RelativeIn).FirstOrDefault(own => own is not null),
            AnyOfTarget any => any.Arms.Select(RelativeIn).FirstOrDefault(own => own is not null),
            AreaTypeTarget byArea => byArea.Rules.Select(own => RelativeIn(own.Rule)).FirstOrDefault(own => own is not null),
            ChoiceTarget choice => choice.Options.Select(own => RelativeIn(own.Rule)).FirstOrDefault(own => own is not null),
            _ => null,
        };

    private static string Points(PointsChangeTarget rule)
    {
        string verb = rule.Direction == ChangeDirection.Rise ? "提高" : "下降";
        return rule switch
        {
            { Most: { } most } => $"较{Base(rule.Since)}{verb}{Numbers.Plain(rule.Points)}～{Numbers.Plain(most)}个百分点",
            { Yearly: Yearly.OnAverage } => $"较{Base(rule.Since)}年均{verb}不低于{Numbers.Plain(rule.Points)}个百分点",
            { Yearly: Yearly.EveryYear } => $"每年{verb}不低于{Numbers.Plain(rule.Points)}个百分点",
            _ => $"较{Base(rule.Since)}{verb}不低于{Numbers.Plain(rule.Points)}个百分点",
        };
    }

    private static string Tolerance(Amount amount, Amount tolerance) => amount.IsPercent ? $"{Numbers.Plain(tolerance.Value)}个百分点" : tolerance.Text(Language.Chinese);

    private static string Option(string option) =>
        option switch { "city" => "城市", "county" => "县（建成区）", "inclusive" => "（含本数）", "strict" => "（不含本数）", "on-average" => "（按年均）", "every-year" => "（逐年）", "both-ends" => "（两端均须符合）", "at-least" => "（只须达到下限）", _ => $"{option}：" };

    private static string Kind(string kind) => kind switch { "city" => "市", "county" => "县", "district" => "区", _ => kind };

    private static string Joined(IReadOnlyList<Target> arms, string word) =>
        string.Join(word, arms.Select(arm => arm is AllOfTarget or AnyOfTarget or AreaTypeTarget && arms.Count > 1 ? $"（{Of(arm)}）" : Of(arm)));
}
