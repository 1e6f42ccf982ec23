namespace Survey.Monitoring;

/// <summary>Rules in English.</summary>
internal static class EnglishRule
{
    public static string Of(Target rule) => Subject(rule) + Kinds(rule);

    /// <summary>The indicator that a rule names; empty where it names none.</summary>
    public static string Subject(Target rule) => rule.Indicator is { } other ? $"{rule.IndicatorName?.English ?? other} " : "";

    private static string Kinds(Target rule) =>
        rule switch
        {
            LevelTarget level => level.Comparison switch
            {
                TargetComparison.AtLeast => $"at least {level.Amount}",
                TargetComparison.MoreThan => $"more than {level.Amount}",
                TargetComparison.AtMost => $"at most {level.Amount}",
                _ => $"less than {level.Amount}",
            },
            AboutTarget about => $"about {about.Amount}{(about.Tolerance is null ? "" : $" (no further than {Tolerance(about.Amount, about.Tolerance)})")}",
            FullCoverageTarget => "full coverage",
            ZeroEventsTarget => "no event",
            RelativeChangeTarget change => $"{(change.Direction == ChangeDirection.Rise ? "up" : "down")} {Numbers.Plain(change.Percent)} % (relative) on {Base(change.Since)}",
            PointsChangeTarget points => Points(points),
            ReferenceTarget reference => reference.Comparison switch
            {
                TargetComparison.MoreThan => $"above the {reference.Of}'s average",
                TargetComparison.LessThan => $"below the {reference.Of}'s average",
                TargetComparison.AtLeast => $"at or above the {reference.Of}'s average",
                _ => $"at or below the {reference.Of}'s average",
            },
            NoWorseTarget noWorse => $"{(noWorse.IsSameSeason ? "in the same season " : "")}not {(noWorse.Better == ChangeDirection.Rise ? "below" : "above")} {Base(noWorse.Since)}{(noWorse.MarginPoints == 0 ? "" : $" by more than {Numbers.Plain(noWorse.MarginPoints)} percentage points")}",
            TrendTarget trend => trend.Direction == ChangeDirection.Rise ? "up from every wave to the next" : "down from every wave to the next",
            RankTarget rank => rank.Share is { } share ? $"ranked in the top {Numbers.Plain(share)} %" : $"ranked in the first {rank.Places}",
            AreaTypeTarget byArea => string.Join("; ", byArea.Rules.Select(own => $"{own.Kind}: {Of(own.Rule)}")),
            EveryTownTarget everyTown => $"in every town {Of(everyTown.Rule)}",
            PrerequisiteTarget prerequisite => $"prerequisite: {prerequisite.Of}",
            ChoiceTarget choice => string.Join("; ", choice.Options.Select(own => $"{own.Option}: {Of(own.Rule)}")),
            ReviewTarget => "decided by review",
            AllOfTarget all => Joined(all.Arms, " and "),
            AnyOfTarget any => Joined(any.Arms, " or "),
            _ => throw new ArgumentException($"There is no rule of the kind {rule.GetType().Name}."),
        };

    public static string Base(string since) => since switch { Target.LastYear => "last year", Target.Start => "the start", _ => since };

    private static string Points(PointsChangeTarget rule)
    {
        string verb = rule.Direction == ChangeDirection.Rise ? "up" : "down";
        return rule switch
        {
            { Most: { } most } => $"{verb} {Numbers.Plain(rule.Points)} to {Numbers.Plain(most)} percentage points on {Base(rule.Since)}",
            { Yearly: Yearly.OnAverage } => $"{verb} at least {Numbers.Plain(rule.Points)} percentage points a year on average since {Base(rule.Since)}",
            { Yearly: Yearly.EveryYear } => $"{verb} at least {Numbers.Plain(rule.Points)} percentage points every year",
            _ => $"{verb} at least {Numbers.Plain(rule.Points)} percentage points on {Base(rule.Since)}",
        };
    }

    private static string Tolerance(Amount amount, Amount tolerance) => amount.IsPercent ? $"{Numbers.Plain(tolerance.Value)} percentage points" : tolerance.ToString();

    private static string Joined(IReadOnlyList<Target> arms, string word) =>
        string.Join(word, arms.Select(arm => arm is AllOfTarget or AnyOfTarget or AreaTypeTarget && arms.Count > 1 ? $"({Of(arm)})" : Of(arm)));
}
