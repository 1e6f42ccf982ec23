namespace Survey;

/// <summary>How an interval is made from an estimate, its standard error and its degrees of freedom.</summary>
public enum IntervalMethod
{
    /// <summary>estimate ± t · se. For means, totals and ratios; for a proportion it may leave [0, 1]. R: <c>confint</c>.</summary>
    Wald,

    /// <summary>Of a proportion: the Wald interval of log(p/(1 - p)), turned back, so always inside [0, 1]. R: <c>svyciprop(method = "xlogit")</c>.</summary>
    Logit,

    /// <summary>Of a relative change: the ratios that the test of after = c · before does not reject.</summary>
    Fieller,

    /// <summary>Of a relative change: the Wald interval of the log ratio, turned back.</summary>
    LogRatio,
}

/// <summary>A closed interval in the units of the estimate it came from.</summary>
/// <param name="Low">NaN where there is no interval.</param>
/// <param name="High">NaN where there is no interval.</param>
/// <param name="Level">Coverage, such as 0.95.</param>
/// <param name="Method">The method used, in its usual name: "wald", "logit"; "korn-graubard" for a proportion of 0 or 1, whatever was asked for.</param>
/// <param name="Remark">What a reader must know of it, or null.</param>
public readonly record struct Interval(double Low, double High, double Level, string Method, string? Remark = null);
