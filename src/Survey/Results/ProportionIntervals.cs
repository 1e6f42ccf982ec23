namespace Survey;

/// <summary>Intervals of proportions by their formulas, each limit to full relative accuracy however small, inside [0, 1] but for Wald's.</summary>
internal static class ProportionIntervals
{
    // a standard error this much below a proportion is the rounding of 0
    private const double Rounding = 1e-14;

    public static Interval Of(Estimate estimate, double level, IntervalMethod method, double? assumedDesignEffect = null)
    {
        double p = estimate.Value, q = 1 - p;
        if (p is 0 or 1)
            return AtBoundary(estimate, level, assumedDesignEffect);
        if (Intervals.WhyNone(estimate.StandardError, estimate.DegreesOfFreedom) is { } remark)
            return Intervals.None(level, method, remark);
        if (estimate.StandardError <= Rounding * Math.Min(p, q))
            return new Interval(p, p, level, method, Intervals.FixedByDesign);
        if (method == IntervalMethod.Wald)
            return Intervals.Wald(p, estimate.StandardError, estimate.DegreesOfFreedom, level);
        if (!(p > 0 && p < 1)) // negative weights can do that
            return Intervals.None(level, method, "no interval: the proportion is not between 0 and 1");
        if (method is IntervalMethod.Beta or IntervalMethod.KornGraubard && estimate.Respondents < 2)
            return Intervals.None(level, method, "no interval: the method needs two respondents");

        double t = Intervals.T(level, estimate.DegreesOfFreedom), r = t * estimate.StandardError / Math.Sqrt(p * q); // r² = t²/n_eff
        (double low, double high) = method switch
        {
            IntervalMethod.Logit => Logit(p, q, r),
            IntervalMethod.Likelihood => Likelihood(p, q, r),
            IntervalMethod.Arcsine => Arcsine(p, q, r),
            IntervalMethod.Wilson => Wilson(p, q, r),
            IntervalMethod.Beta => Binomial(p, q, AdjustedSize(estimate, level), level),
            _ => Binomial(p, q, Math.Min(AdjustedSize(estimate, level), estimate.Respondents), level),
        };
        // p is inside by the formulas, but not always by their rounding where the interval is as narrow as that
        return new Interval(Math.Clamp(low, 0, p), Math.Clamp(high, p, 1), level, method);
    }

    /// <summary>p q / se² · (t' / t)², t' with n − 1 degrees of freedom: the respondents that a simple random sample would need for this standard error and its uncertainty.</summary>
    private static double AdjustedSize(Estimate estimate, double level)
    {
        double size = estimate.Value / estimate.StandardError * ((1 - estimate.Value) / estimate.StandardError);
        double ratio = Intervals.T(level, estimate.Respondents - 1) / Intervals.T(level, estimate.DegreesOfFreedom);
        return double.IsNaN(ratio) ? size : size * ratio * ratio; // 0/0 where the level is 1e-16
    }

    private static (double Low, double High) Logit(double p, double q, double r)
    {
        double centre = Math.Log(p / q), margin = r / Math.Sqrt(p * q);
        return (Expit(centre - margin), Expit(centre + margin));
    }

    private static (double Low, double High) Arcsine(double p, double q, double r)
    {
        double angle = Math.Atan2(Math.Sqrt(p), Math.Sqrt(q)); // arcsin(√p) without its loss of digits near 1
        double low = Math.Sin(Math.Max(angle - r / 2, 0)), high = Math.Sin(Math.Min(angle + r / 2, Math.PI / 2));
        return (low * low, high * high);
    }

    /// <summary>The roots of (p − x)² = k x (1 − x), k = r²; the lesser from the product p²/(1 + k) of both, so that nothing cancels.</summary>
    private static (double Low, double High) Wilson(double p, double q, double r)
    {
        double k = r * r, root = r * Math.Sqrt(p * q + k / 4);
        double low = p / (p + k / 2 + root) * p;
        double high = k < 1 ? (p + k / 2 + root) / (1 + k) : (p / k + 0.5 + Math.Sqrt(p * q / k + 0.25)) / (1 / k + 1); // k may be infinite
        return (low, high);
    }

    /// <summary>The x on both sides of p whose divergence p ln(p/x) + q ln(q/(1 − x)) is r²/2.</summary>
    private static (double Low, double High) Likelihood(double p, double q, double r)
    {
        double divergence = r * r / 2;
        double down = Math.Exp(-LogOddsRise(q, p, divergence)), up = Math.Exp(-LogOddsRise(p, q, divergence));
        return (p * down / (q + p * down), p / (p + q * up));
    }

    /// <summary>The d &gt; 0 with D(d) = ln(q + p eᵈ) − p d as given: by how much the log odds of p rise until the divergence from p is that large.</summary>
    /// <remarks>
    /// D is convex, is 0 at 0 and lies above its asymptote ln p + q d. Newton's method from where the asymptote has the value comes down to the root and never passes it but by
    /// rounding; it ends at the first step that does not come down.
    /// </remarks>
    private static double LogOddsRise(double p, double q, double divergence)
    {
        if (double.IsInfinity(divergence))
            return divergence;
        double d = (divergence - Math.Log(p)) / q;
        while (true)
        {
            double slope = -p * q * NearZero.ExpMinusOne(-d) / (p + q * Math.Exp(-d));
            double next = d - (Divergence(p, q, d) - divergence) / slope;
            if (!(next > 0 && next < d))
                return d;
            d = next;
        }
    }

    // ln(q + p eᵈ) − p d in the form whose terms are smallest
    private static double Divergence(double p, double q, double d) =>
        p >= 0.5 ? q * d + NearZero.LogOnePlus(q * NearZero.ExpMinusOne(-d))
        : d < 700 ? NearZero.LogOnePlus(p * NearZero.ExpMinusOne(d)) - p * d
        : q * d + Math.Log(p + q * Math.Exp(-d));

    /// <summary>The exact limits of Clopper and Pearson for n p of n respondents, neither of which need be whole.</summary>
    private static (double Low, double High) Binomial(double p, double q, double n, double level) =>
        n * Math.Min(p, q) > 0
            ? (BetaDistribution.Quantile(Intervals.Tail(level), n * p, n * q + 1), BetaDistribution.UpperQuantile(Intervals.Tail(level), n * p + 1, n * q))
            : (0, 1);

    /// <summary>With no variation among n respondents, the exact binomial limit: [0, 1 − (a/2)^(1/n)] or its mirror.</summary>
    private static Interval AtBoundary(Estimate estimate, double level, double? assumedDesignEffect)
    {
        string remark = "no variation among the respondents: exact binomial limit, "
            + (assumedDesignEffect is { } effect ? $"for an assumed design effect of {Invariant.Text(effect)}" : "in which clustering and weights are not counted");
        double n = estimate.Respondents / (assumedDesignEffect ?? 1);
        double logarithm = Math.Log(Intervals.Tail(level)) / n;
        return estimate.Value == 0
            ? new Interval(0, -NearZero.ExpMinusOne(logarithm), level, IntervalMethod.KornGraubard, remark)
            : new Interval(Math.Exp(logarithm), 1, level, IntervalMethod.KornGraubard, remark);
    }

    private static double Expit(double x) => 1 / (1 + Math.Exp(-x));
}
