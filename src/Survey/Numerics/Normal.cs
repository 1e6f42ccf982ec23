namespace Survey;

/// <summary>Tail areas and quantiles of the standard normal distribution: Student's t with infinite degrees of freedom. R: pnorm and qnorm.</summary>
internal static class Normal
{
    /// <summary>P(Z &gt; z).</summary>
    public static double UpperTail(double z) => StudentT.UpperTail(z, double.PositiveInfinity);

    /// <summary>The z with P(Z ≤ z) = p; −∞ at p = 0 and ∞ at p = 1.</summary>
    public static double Quantile(double p) => 0 - UpperQuantile(p); // 0 − z, so that the median is 0 and not −0

    /// <summary>The z with P(Z &gt; z) = q; ∞ at q = 0 and −∞ at q = 1.</summary>
    public static double UpperQuantile(double q) => q switch
    {
        0 => double.PositiveInfinity,
        1 => double.NegativeInfinity,
        _ => StudentT.UpperQuantile(q, double.PositiveInfinity),
    };
}
