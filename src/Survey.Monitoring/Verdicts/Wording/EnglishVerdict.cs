namespace Survey.Monitoring;

/// <summary>Verdicts in English.</summary>
internal static class EnglishVerdict
{
    public static string Of(Verdict verdict)
    {
        Verdict[] conditions = [.. verdict.Conditions];
        if (verdict.Judgement.ConfirmedJudges && verdict.Published != PublishedVerdict.NotAssessed && conditions.SelectMany(own => new[] { own.Figures?.After, own.Figures?.Other }).OfType<Figure>().FirstOrDefault(figure => figure.Confirmed is not null) is { } confirmed)
            return $"In {confirmed.Of} {verdict.Name?.English ?? verdict.Name?.Chinese ?? confirmed.Indicator} is judged by {Numbers.Of(confirmed, (double)confirmed.Confirmed!.Value, " %")}, which {confirmed.Confirmed.By} confirmed (the data give {Rate(confirmed)}{Interval(confirmed, verdict)}). {Capital(Conclusion(verdict, conditions))}.";
        string found = Found(verdict, conditions);
        string arms = string.Join("; ", conditions.Select((own, k) => $"{(conditions.Length > 1 ? FormattableString.Invariant($"({k + 1}) ") : "")}{Arm(own)}"));
        return $"{found}{Capital(arms)}. {Capital(Conclusion(verdict, conditions))}.";
    }

    private static string Found(Verdict verdict, Verdict[] conditions)
    {
        ArmFigures? change = conditions.Select(own => own.Figures).FirstOrDefault(own => own is { Kind: ArmKind.Relative or ArmKind.Points });
        Figure? after = change?.After ?? conditions.Select(own => own.Figures?.After).FirstOrDefault(own => own is not null);
        if (after is null)
            return "";
        if (after.Source == FigureSource.Administrative && change is null)
            return $"{verdict.Name?.English ?? verdict.Name?.Chinese ?? after.Indicator} in {after.Of}: {Recorded(after, verdict)}. ";
        string name = verdict.Name?.English ?? verdict.Name?.Chinese ?? after.Indicator, rate = $"{name} in {after.Of} was {Rate(after)}{Interval(after, verdict)}";
        if (change is not { Other: { } before, Difference: { } difference })
            return $"{rate}. ";
        string points = after.IsProportion ? $"{Numbers.Fixed(100 * difference.Value)} percentage points" : Numbers.Fixed(difference.Value);
        double scale = after.IsProportion ? 100 : 1;
        Interval own = difference.Interval(verdict.Level);
        (double low, double high) = (own.Low, own.High);
        string range = double.IsNaN(low) ? "" : $" ({Level(verdict)} {Numbers.Fixed(scale * low)} to {Numbers.Fixed(scale * high)})";
        (double relativeLow, double relativeHigh) = change.RelativeInterval;
        string relative = double.IsNaN(change.Relative) ? "no relative change can be given"
            : $"relatively {Numbers.Fixed(100 * change.Relative)} %{(double.IsNaN(relativeLow) ? "" : $" ({Level(verdict)} {Numbers.Fixed(100 * relativeLow)} % to {Numbers.Fixed(100 * relativeHigh)} %)")}";
        return $"{rate}, after {Rate(before)} in {before.Of}: a change of {points}{range}, {relative}. ";
    }

    private static string Recorded(Figure figure, Verdict verdict)
    {
        string counts = figure.Counts is { } own ? $" ({Numbers.Plain(own.Numerator)} / {Numbers.Plain(own.Denominator)})" : "";
        Amount? amount = verdict.Conditions.Select(condition => condition.Target).OfType<LevelTarget>().Select(level => level.Amount).FirstOrDefault();
        return (amount is { IsPercent: false } ? amount.Of(figure.Value, Language.English) : Rate(figure)) + counts;
    }

    private static string Arm(Verdict condition)
    {
        string rule = condition.Target.ToText(Language.English), why = string.Join(", and ", condition.Reasons.Select(reason => reason.English));
        if (condition.Published == PublishedVerdict.NotAssessed)
            return $"'{rule}' is not assessed: {why}";
        string reached = condition.Published == PublishedVerdict.Met ? $"'{rule}' is met" : $"'{rule}' is not met";
        if (condition.Figures is not { } arm)
            return $"{reached}: {why}";
        string against = arm.Kind == ArmKind.Reference ? $" ({arm.Other!.Of} {Rate(arm.Other)}{(arm.Other.Basis.Year is { } year ? $", {year}" : "")})" : "";
        bool isSampled = arm.After.IsSampled || arm.Other is { IsSampled: true };
        return reached + against + condition.Confidence switch
        {
            _ when !isSampled => "",
            ConfidenceVerdict.NotAssessed => $", without an interval ({why})",
            ConfidenceVerdict.ConfirmedMet => condition.Published == PublishedVerdict.Met ? ", and the interval confirms it" : ", though the interval lies where it would be",
            ConfidenceVerdict.ConfirmedNotMet => condition.Published == PublishedVerdict.NotMet ? ", and the interval confirms it" : ", though the interval lies where it would not be",
            _ when condition.Figures is { Kind: ArmKind.Reference, Other: { IsSampled: true }, Difference: { } difference } => FormattableString.Invariant($", but the interval of the difference ({(arm.After.IsProportion ? 100 : 1) * difference.Interval(condition.Level).Low:0.00} to {(arm.After.IsProportion ? 100 : 1) * difference.Interval(condition.Level).High:0.00}) covers 0"),
            _ => ", but the interval covers both",
        };
    }

    private static string Conclusion(Verdict verdict, Verdict[] conditions)
    {
        if (verdict is { Published: PublishedVerdict.NotAssessed, Target: ReviewTarget })
            return "not decided yet";
        if (verdict.Published == PublishedVerdict.NotAssessed)
            return conditions.Where(own => own.Published == PublishedVerdict.NotAssessed).Any(own => own.Differences.Count == 0)
                ? "not assessed; it will be when the figures are there" : "not assessed; if the evaluators accept the difference, enter it under waivers in the study";
        string published = $"as published: {(verdict.Published == PublishedVerdict.Met ? "met" : "not met")}";
        bool isSampled = conditions.Any(own => own.Figures is { After.IsSampled: true } or { Other.IsSampled: true });
        return published + (verdict.IsContradictory ? $"; yet the sample confirms that it is {(verdict.Published == PublishedVerdict.Met ? "not met" : "met")}, and the evaluators should decide"
            : verdict.Confidence switch
            {
                _ when !isSampled => "",
                ConfidenceVerdict.ConfirmedMet or ConfidenceVerdict.ConfirmedNotMet => "; with confidence: confirmed",
                ConfidenceVerdict.NotAssessed => "; with confidence: not assessed",
                _ => "; with confidence: undetermined",
            });
    }

    private static string Rate(Figure figure) => Numbers.Of(figure, figure.Value, " %");

    private static string Interval(Figure figure, Verdict verdict)
    {
        (double low, double high) = figure.Interval(verdict.Level);
        return double.IsNaN(low) || !figure.IsSampled ? "" : $" ({Level(verdict)} {Numbers.Of(figure, low, " %")} to {Numbers.Of(figure, high, " %")})";
    }

    private static string Level(Verdict verdict) => FormattableString.Invariant($"{100 * verdict.Level:0.##} % CI");

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
