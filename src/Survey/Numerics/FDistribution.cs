namespace Survey;

/// <summary>Upper tail areas and quantiles of Fisher's and Snedecor's F distribution, to full relative accuracy however small the tail.</summary>
/// <remarks>
/// df1 F / df2 is the odds X / (1 − X) of a beta variable with parameters df1/2 and df2/2. Degrees of freedom may be any positive numbers, and df2 may be
/// infinite, which makes df1 F chi-squared; anything else gives NaN. R: pf and qf.
/// </remarks>
internal static class FDistribution
{
    /// <summary>At this many denominator degrees of freedom the tail is the chi-squared tail to the last bit: the relative difference is about (df1 f)² / df2, and a tail that a double can hold has a df1 f near df1 or below 2,000.</summary>
    private const double AsGoodAsChiSquared = 1e24;

    /// <summary>P(F &gt; f).</summary>
    public static double UpperTail(double f, double df1, double df2)
    {
        if (!AreDegreesOfFreedom(df1, df2) || double.IsNaN(f))
            return double.NaN;
        if (f <= 0 || double.IsPositiveInfinity(f))
            return f <= 0 ? 1 : 0;
        double a = df1 / 2, b = df2 / 2;
        if (df2 > AsGoodAsChiSquared)
            return double.IsInfinity(a * f) ? 0 : new IncompleteGamma(a).Upper((Twofold)a * f).Area;
        BetaPoint point = f > 1 ? BetaPoint.WithOdds(a, (Twofold)b / f) : BetaPoint.WithOdds((Twofold)a * f, b); // neither overflows
        return new IncompleteBeta(a, b).Upper(point).Area;
    }

    /// <summary>The f with P(F ≤ f) = p; 0 at p = 0 and ∞ at p = 1.</summary>
    public static double Quantile(double p, double df1, double df2)
    {
        if (!AreDegreesOfFreedom(df1, df2))
            return double.NaN;
        return df2 > AsGoodAsChiSquared ? ChiSquared.Quantile(p, df1) / df1 : df2 / df1 / BetaDistribution.UpperOdds(p, df2 / 2, df1 / 2);
    }

    /// <summary>The f with P(F &gt; f) = q; ∞ at q = 0 and 0 at q = 1.</summary>
    public static double UpperQuantile(double q, double df1, double df2)
    {
        if (!AreDegreesOfFreedom(df1, df2))
            return double.NaN;
        return df2 > AsGoodAsChiSquared ? ChiSquared.UpperQuantile(q, df1) / df1 : df2 / df1 * BetaDistribution.UpperOdds(q, df1 / 2, df2 / 2);
    }

    private static bool AreDegreesOfFreedom(double df1, double df2) => df1 > 0 && df1 < double.PositiveInfinity && df2 > 0;
}
