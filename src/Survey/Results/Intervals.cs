namespace Survey;

/// <summary>Intervals of any estimate.</summary>
internal static class Intervals
{
    /// <summary>value ± t · se.</summary>
    public static Interval Wald(Estimate estimate, double level)
    {
        if (WhyNone(estimate) is { } remark)
            return None(level, IntervalMethod.Wald, remark);
        double margin = T(level, estimate.DegreesOfFreedom) * estimate.StandardError;
        return new Interval(estimate.Value - margin, estimate.Value + margin, level, IntervalMethod.Wald);
    }

    /// <summary>Half of what is not covered.</summary>
    public static double Tail(double level) => (1 - level) / 2;

    /// <summary>What is exceeded with probability <see cref="Tail"/>.</summary>
    public static double T(double level, double df) => StudentT.UpperQuantile(Tail(level), df);

    public static Interval None(double level, IntervalMethod method, string remark) => new(double.NaN, double.NaN, level, method, remark);

    /// <summary>Why an estimate has no interval, or null.</summary>
    public static string? WhyNone(Estimate estimate) =>
        !(estimate.DegreesOfFreedom > 0) ? "no interval: there are no degrees of freedom"
        : double.IsNaN(estimate.StandardError) ? "no interval: the standard error is not known"
        : null;
}
