namespace Survey.Cli;

/// <summary>The options that say which intervals estimates have.</summary>
internal static class IntervalOptions
{
    // the default, then the others as the help lists them
    private static readonly IntervalMethod[] Methods =
        [IntervalMethod.Logit, IntervalMethod.Wald, IntervalMethod.Wilson, IntervalMethod.Beta, IntervalMethod.KornGraubard, IntervalMethod.Arcsine, IntervalMethod.Likelihood];

    /// <param name="section">Of the help.</param>
    public static Option[] Options(string section) =>
    [
        new("--interval", ["METHOD"], $"for proportions: logit (default), {string.Join(", ", Methods[1..^1].Select(method => method.Called()))} or {Methods[^1].Called()}", section),
        new("--assumed-design-effect", ["D"], "for proportions of 0 or 1: how many times the variance of a simple random sample, at least 1 (default)", section),
        new("--level", ["FRACTION"], "coverage of the intervals, 0.95 by default", section),
    ];

    /// <param name="arguments">The command's.</param>
    /// <param name="proportions">Whether any is asked for.</param>
    public static IntervalChoice Of(Arguments arguments, bool proportions)
    {
        var choice = new IntervalChoice(
            arguments["--level"] is { } level ? Words.Fraction("--level", level) : 0.95,
            arguments["--interval"] is { } method ? Words.OneOf<IntervalMethod>("--interval", method, [.. Methods.Select(method => (method.Called(), method))]) : null,
            arguments["--assumed-design-effect"] is { } effect ? Words.AtLeastOne("--assumed-design-effect", effect) : null);
        if (!proportions && arguments.Has("--interval"))
            throw new ArgumentException("--interval is for proportions, and none is asked for; means, totals and ratios have Wald intervals.");
        if (!proportions && arguments.Has("--assumed-design-effect"))
            throw new ArgumentException("--assumed-design-effect is for proportions of 0 or 1, and no proportion is asked for.");
        return choice;
    }
}
