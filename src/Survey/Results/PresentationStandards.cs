using System.Globalization;

namespace Survey;

/// <summary>Standards by which figures are shown, reviewed or suppressed.</summary>
public static class PresentationStandards
{
    private const double LeastRespondents = 30, LeastCounted = 10, LeastDegrees = 8;

    private const double NarrowWidth = 0.05, WideWidth = 0.30, WidestOfProportion = 1.30, WidestOfCount = 1.60;

    /// <summary>The standard of the US National Center for Health Statistics for proportions, and for counts that are the total of 1 in a domain.</summary>
    /// <param name="estimate">Any estimate.</param>
    /// <returns>
    /// Of a proportion p, with w the width of its 95 % <see cref="IntervalMethod.KornGraubard"/> interval: suppressed with fewer than 30 respondents, or where its effective sample size p(1 − p)/se² (at most n) is
    /// under 30; else shown where w ≤ .05; suppressed where w ≥ .30 or w/p &gt; 1.30; shown otherwise, with a footnote where w/(1 − p) &gt; 1.30. What is not suppressed is for review with fewer than 8 degrees of
    /// freedom, and where p is 0 or 1, whose width is not asked for. Without an interval it is suppressed. Of the total of 1 in a domain, which counts
    /// its people: <see cref="NchsCount"/>. Of means, ratios and other totals: not applicable.
    /// </returns>
    /// <remarks>
    /// Widths are compared as they are, not rounded. The effective sample size is not adjusted for degrees of freedom; the interval is. Parker et al. (2017), Vital and Health Statistics, Series 2, Number 175;
    /// in R CDC's <c>surveytable</c> with <c>mode = "NCHS"</c>.
    /// </remarks>
    public static Presentation Nchs(Estimate estimate)
    {
        if (estimate.Statistic == "total")
            return IsCount(estimate)
                ? NchsCount(estimate, estimate.KishEffectiveSize)
                : new(PresentationStatus.NotApplicable, false, [$"NCHS's standard for counts asks for the weights of those counted, so count them as a domain of their own: the total of 1 where {estimate.Variable}"]);
        if (!estimate.IsProportion)
            return new(PresentationStatus.NotApplicable, false, [$"NCHS has standards for proportions and counts, none for a {estimate.Statistic}"]);
        double p = estimate.Value;
        Interval interval = estimate.Interval(0.95, IntervalMethod.KornGraubard);
        double width = p is 0 or 1 ? 0 : interval.High - interval.Low;
        if (WhySuppressed(estimate, interval, width) is { } reason)
            return Suppressed(reason);
        bool footnote = width > NarrowWidth && width / (1 - p) > WidestOfProportion;
        return Shown(
            estimate,
            footnote,
            [
                .. footnote ? [Text($"the 95 % interval is {100 * width / (1 - p):0.#} % as wide as the complement, more than {100 * WidestOfProportion} %, so 1 - p would be suppressed")] : (string[])[],
                .. p is 0 or 1 ? [Text($"the estimate is {100 * p} %")] : (string[])[],
            ]);
    }

    /// <summary>The standard of the US National Center for Health Statistics for counts of people.</summary>
    /// <param name="count">The total of a condition, x with standard error se: how many people it holds of.</param>
    /// <param name="effectiveSize">
    /// How many rows were counted, divided by Kish's design effect of their weights: (Σw)²/Σw² over the rows of which the condition holds, not over all that answered.
    /// </param>
    /// <returns>
    /// Suppressed where <paramref name="effectiveSize"/> is under 10, or where the interval exp(ln x ± t se/x), t at 95 % with <paramref name="effectiveSize"/> − 1 degrees of freedom, is more than 1.60 x wide;
    /// else for review with fewer than 8 degrees of freedom, else shown.
    /// </returns>
    /// <remarks>Parker et al. (2023), Vital and Health Statistics, Series 2, Number 200; in R CDC's <c>surveytable</c> with <c>mode = "NCHS"</c>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="count"/> is no total, or the effective size is negative.</exception>
    public static Presentation NchsCount(Estimate count, double effectiveSize)
    {
        if (count.Statistic != "total")
            throw new ArgumentException($"The standard for counts is for totals of a condition, not for the {count.Statistic} of {count.Variable}.", nameof(count));
        if (effectiveSize < 0)
            throw new ArgumentOutOfRangeException(nameof(effectiveSize), effectiveSize, "Give the effective number of those counted, n divided by Kish's design effect.");
        if (!(effectiveSize >= LeastCounted))
            return Suppressed(Text($"the effective number of those counted, {effectiveSize:0.##}, is under {LeastCounted}"));
        // exp(h) - exp(-h), of the interval over x
        double half = Intervals.T(0.95, effectiveSize - 1) * count.StandardError / count.Value;
        double width = NearZero.ExpMinusOne(half) - NearZero.ExpMinusOne(-half);
        if (!(width <= WidestOfCount))
            return Suppressed(Text($"the 95 % interval is {100 * width:0.#} % as wide as the count, more than {100 * WidestOfCount} %"));
        return Shown(count, false, []);
    }

    // everyone who answered is counted, so their weights are those of the respondents
    private static bool IsCount(Estimate total) => total.Value > 0 && Math.Abs(total.Value - total.SumOfWeights) <= 1e-12 * total.SumOfWeights;

    /// <summary>Why a figure is for review that has few degrees of freedom.</summary>
    internal static string FewDegrees(Estimate estimate) => Text($"the degrees of freedom, {estimate.DegreesOfFreedom:0.##}, are under {LeastDegrees}");

    private static string? WhySuppressed(Estimate estimate, Interval interval, double width)
    {
        double p = estimate.Value, se = estimate.StandardError;
        double effective = p is 0 or 1 || se == 0 ? estimate.Respondents : Math.Min(estimate.Respondents, p / se * ((1 - p) / se));
        return estimate.Respondents < LeastRespondents ? Text($"the number of respondents, {estimate.Respondents}, is under {LeastRespondents}")
            : double.IsNaN(interval.Low) ? interval.Remark
            : effective < LeastRespondents ? Text($"the effective sample size, {effective:0.##}, is under {LeastRespondents}")
            : width <= NarrowWidth ? null
            : width >= WideWidth ? Text($"the 95 % interval is {100 * width:0.##} points wide, not under {100 * WideWidth}")
            : width / p > WidestOfProportion ? Text($"the 95 % interval is {100 * width / p:0.#} % as wide as the estimate, more than {100 * WidestOfProportion} %")
            : null;
    }

    private static Presentation Suppressed(string reason) => new(PresentationStatus.Suppress, false, [reason]);

    private static Presentation Shown(Estimate estimate, bool footnote, string[] reasons)
    {
        bool few = !(estimate.DegreesOfFreedom >= LeastDegrees);
        bool review = few || estimate.IsProportion && estimate.Value is 0 or 1;
        return new(review ? PresentationStatus.Review : PresentationStatus.Show, footnote, few ? [.. reasons, FewDegrees(estimate)] : reasons);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
