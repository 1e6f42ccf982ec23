namespace Survey;

/// <summary>Intervals of any estimate.</summary>
internal static class Intervals
{
    /// <summary>What is said of an interval without width.</summary>
    public const string FixedByDesign = "fixed by the design";

    /// <summary>Refuses what is no coverage.</summary>
    public static void CheckLevel(double level)
    {
        if (level is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Give the coverage as a fraction, such as 0.95.");
    }

    /// <summary>value ± t · se.</summary>
    public static Interval Wald(double value, double standardError, double df, double level)
    {
        if (WhyNone(standardError, df) is { } remark)
            return None(level, IntervalMethod.Wald, remark);
        if (standardError == 0)
            return new Interval(value, value, level, IntervalMethod.Wald, FixedByDesign);
        double margin = T(level, df) * standardError;
        return new Interval(value - margin, value + margin, level, IntervalMethod.Wald);
    }

    /// <summary>Half of what is not covered.</summary>
    public static double Tail(double level) => (1 - level) / 2;

    /// <summary>What is exceeded with probability <see cref="Tail"/>.</summary>
    public static double T(double level, double df) => StudentT.UpperQuantile(Tail(level), df);

    public static Interval None(double level, IntervalMethod method, string remark) => new(double.NaN, double.NaN, level, method, remark);

    /// <summary>Why there is no interval, or null.</summary>
    public static string? WhyNone(double standardError, double df) =>
        !(df > 0) ? "no interval: there are no degrees of freedom"
        : double.IsNaN(standardError) ? "no interval: the standard error is not known"
        : null;
}
