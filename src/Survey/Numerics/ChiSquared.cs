namespace Survey;

/// <summary>Tail areas and quantiles of the chi-squared distribution, to full relative accuracy however small the tail.</summary>
/// <remarks>
/// Twice a gamma variable of shape df/2 (DLMF §8.2). Degrees of freedom may be any positive number; zero, negative, infinite or NaN ones give NaN.
/// R: pchisq and qchisq.
/// </remarks>
internal static class ChiSquared
{
    /// <summary>P(X ≤ x).</summary>
    public static double LowerTail(double x, double df)
    {
        if (!IsDegreesOfFreedom(df) || double.IsNaN(x))
            return double.NaN;
        if (x <= 0 || double.IsPositiveInfinity(x))
            return x <= 0 ? 0 : 1;
        return new IncompleteGamma(df / 2).Lower(x / 2).Area;
    }

    /// <summary>P(X &gt; x).</summary>
    public static double UpperTail(double x, double df)
    {
        if (!IsDegreesOfFreedom(df) || double.IsNaN(x))
            return double.NaN;
        if (x <= 0 || double.IsPositiveInfinity(x))
            return x <= 0 ? 1 : 0;
        return new IncompleteGamma(df / 2).Upper(x / 2).Area;
    }

    /// <summary>The x with P(X ≤ x) = p; 0 at p = 0 and ∞ at p = 1.</summary>
    public static double Quantile(double p, double df)
    {
        if (p > 0.5)
            return UpperQuantile(1 - p, df); // 1 − p is exact here
        if (!IsDegreesOfFreedom(df) || !(p >= 0))
            return double.NaN;
        if (p == 0)
            return 0;
        var gamma = new IncompleteGamma(df / 2);
        return 2 * TailQuantile.Find(p, df / 2, lower: true, gamma.Lower);
    }

    /// <summary>The x with P(X &gt; x) = q; ∞ at q = 0 and 0 at q = 1.</summary>
    public static double UpperQuantile(double q, double df)
    {
        if (q > 0.5)
            return Quantile(1 - q, df); // 1 − q is exact here
        if (!IsDegreesOfFreedom(df) || !(q >= 0))
            return double.NaN;
        if (q == 0)
            return double.PositiveInfinity;
        var gamma = new IncompleteGamma(df / 2);
        return 2 * TailQuantile.Find(q, AtLeast(q, df / 2), lower: false, x => gamma.Upper(x));
    }

    /// <summary>A point whose upper tail in the gamma distribution of shape a is at most q: a + √(2al) + l, l = −ln q.</summary>
    /// <remarks>
    /// Laurent and Massart (2000), "Adaptive estimation of a quadratic functional by model selection", Annals of Statistics 28, Lemma 1, for chi-squared.
    /// From the mean the first step of the search would end where the logarithm of the tail is about −x, and steps divide x by e only: hundreds to come back.
    /// </remarks>
    private static double AtLeast(double q, double a)
    {
        double log = -Math.Log(q);
        return a + Math.Sqrt(2 * a * log) + log;
    }

    private static bool IsDegreesOfFreedom(double df) => df > 0 && df < double.PositiveInfinity;
}
