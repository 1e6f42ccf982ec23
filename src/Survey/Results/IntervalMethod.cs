namespace Survey;

/// <summary>How an interval is made from an estimate and its standard error.</summary>
/// <remarks>
/// In the formulas of proportions p is the proportion, q = 1 − p, se its standard error, n the respondents, a = 1 − level, t the upper a/2 quantile of Student's t with the
/// degrees of freedom of the estimate, and n_eff = p q / se² the size of a simple random sample with that standard error. R: <c>survey::svyciprop</c>, with <c>df</c> those of the design by default.
/// </remarks>
public enum IntervalMethod
{
    /// <summary>estimate ± t · se. For means, totals and ratios; of a proportion it may leave [0, 1] and covers too little near 0 and 1.</summary>
    /// <remarks>R: <c>confint(x, df = degf(design))</c>; <c>svyciprop(method = "mean")</c>.</remarks>
    Wald,

    /// <summary>The Wald interval of the log odds, ln(p/q) ± t · se/(p q), turned back. The default for proportions; wide where few have what is asked.</summary>
    /// <remarks>R: <c>svyciprop(method = "xlogit")</c>. R's <c>"logit"</c> is the same interval from an iterated model, which stops 6e-9 away.</remarks>
    Logit,

    /// <summary>The values x that a likelihood ratio test would not reject: 2 n_eff [p ln(p/x) + q ln(q/(1 − x))] ≤ t². Bounded by the data as far as they go, also near 0 and 1.</summary>
    /// <remarks>R: <c>svyciprop(method = "likelihood")</c>, which reads its limits off a spline, 2 to 5 % away; these are solved for.</remarks>
    Likelihood,

    /// <summary>sin² of arcsin(√p) ± t · se/(2 √(p q)), cut to [0, π/2]: the scale on which the variance does not depend on p. Narrow near 0 and 1.</summary>
    /// <remarks>R: <c>svyciprop(method = "asin")</c>, which does not cut and so folds a limit below 0 back to a positive one.</remarks>
    Arcsine,

    /// <summary>The score interval (p − x)² ≤ t² x (1 − x)/n_eff. A good choice for small shares and middling samples.</summary>
    /// <remarks>R: <c>svyciprop(method = "wilson")</c>.</remarks>
    Wilson,

    /// <summary>
    /// The exact binomial limits for n* = n_eff (t' / t)² respondents, t' with n − 1 degrees of freedom: quantile a/2 of Beta(n* p, n* q + 1) and 1 − a/2 of Beta(n* p + 1, n* q).
    /// Cautious; for rare events.
    /// </summary>
    /// <remarks>
    /// Korn and Graubard (1998). R: <c>svyciprop(method = "beta")</c>, which takes for n the rows that did not answer as well. Of one respondent t' is not defined, so there is no interval.
    /// </remarks>
    Beta,

    /// <summary>As <see cref="Beta"/> with n* at most n. What the presentation standards of the US National Center for Health Statistics are defined by.</summary>
    /// <remarks>R: CDC's <c>surveytable::svyciprop_adjusted</c>. Every method gives it, with n* = n, where p is 0 or 1.</remarks>
    KornGraubard,
}

/// <summary>Methods by their usual names.</summary>
internal static class IntervalMethodNames
{
    /// <summary>The name in results, on the command line and in sentences: "logit", "korn-graubard".</summary>
    public static string Called(this IntervalMethod method) => method == IntervalMethod.KornGraubard ? "korn-graubard" : method.ToString().ToLowerInvariant();
}
