namespace Survey;

/// <summary>How an interval of a relative change is made.</summary>
public enum RelativeMethod
{
    /// <summary>The ratios c for which the test of after = c · before does not reject (<see cref="FiellerSet"/>).</summary>
    Fieller,

    /// <summary>The interval log ratio ± t · se, turned back.</summary>
    LogRatio,
}

/// <summary>An interval of a relative change, as fractions: -0.10 is a fall by 10 %.</summary>
/// <param name="Low">NaN where there is no interval.</param>
/// <param name="High">NaN where there is no interval.</param>
/// <param name="Level">Coverage, such as 0.95.</param>
/// <param name="Method">How it was made.</param>
/// <param name="Remark">What a reader must know of it, or null.</param>
public readonly record struct RelativeInterval(double Low, double High, double Level, RelativeMethod Method, string? Remark = null);

/// <summary>Methods by their usual names.</summary>
internal static class RelativeMethodNames
{
    /// <summary>The name in results: "fieller", "log-ratio".</summary>
    public static string Called(this RelativeMethod method) => method == RelativeMethod.Fieller ? "fieller" : "log-ratio";
}
