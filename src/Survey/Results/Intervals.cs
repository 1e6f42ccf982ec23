namespace Survey;

/// <summary>Intervals by their formulas.</summary>
internal static class Intervals
{
    private const string NoDegrees = "no interval: there are no degrees of freedom";

    // a standard error this much below a proportion is the rounding of 0
    private const double Rounding = 1e-14;

    public static void CheckLevel(double level)
    {
        if (level is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Give the coverage as a fraction, such as 0.95.");
    }

    public static Interval Wald(double value, double standardError, double df, double level)
    {
        if (!(df > 0))
            return new Interval(double.NaN, double.NaN, level, "wald", NoDegrees);
        double margin = T(level, df) * standardError;
        return new Interval(value - margin, value + margin, level, "wald");
    }

    /// <summary>expit(logit p ± t · se/(p(1 - p))), and <see cref="AtBoundary"/> where p is 0 or 1.</summary>
    public static Interval OfProportion(double p, double standardError, double df, long respondents, double level, IntervalMethod method)
    {
        string name = method == IntervalMethod.Wald ? "wald" : "logit";
        if (p is 0 or 1)
            return AtBoundary(p, respondents, level);
        if (!(df > 0))
            return new Interval(double.NaN, double.NaN, level, name, NoDegrees);
        if (standardError <= Rounding * Math.Min(p, 1 - p))
            return new Interval(p, p, level, name, "fixed by the design");
        if (method == IntervalMethod.Wald)
            return Wald(p, standardError, df, level);
        double centre = Math.Log(p / (1 - p)), margin = T(level, df) * standardError / (p * (1 - p));
        return new Interval(Expit(centre - margin), Expit(centre + margin), level, name);
    }

    /// <summary>
    /// With no variation among n respondents, the exact binomial limit: [0, 1 - (a/2)^(1/n)] or its mirror, the interval of Korn and Graubard with n as effective size.
    /// </summary>
    private static Interval AtBoundary(double p, long respondents, double level)
    {
        const string Remark = "no variation among the respondents: exact binomial limit, in which clustering and weights are not counted";
        double far = -ExpMinus1(Math.Log((1 - level) / 2) / respondents);
        return p == 0 ? new Interval(0, far, level, "korn-graubard", Remark) : new Interval(1 - far, 1, level, "korn-graubard", Remark);
    }

    // exp(x) - 1 without the loss of digits near 0
    private static double ExpMinus1(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x) - 1;

    public static double T(double level, double df) => StudentT.UpperQuantile((1 - level) / 2, df);

    private static double Expit(double x) => 1 / (1 + Math.Exp(-x));
}
