namespace Survey;

/// <summary>The quotient Γ(a + ½) / Γ(a), without the cancellation that a difference of log-gammas suffers for large a.</summary>
internal static class GammaRatio
{
    /// <summary>From here on the terms kept below leave a relative error under 1e-16.</summary>
    private const double LargeEnough = 10;

    /// <summary>Γ(a + ½) / Γ(a) for a &gt; 0.</summary>
    /// <remarks>
    /// For large a, √a · exp(−1/(8a) + 1/(192a³) − 1/(640a⁵) + 17/(14336a⁷) − …), the difference of the expansions of ln Γ(a + ½) and ln Γ(a)
    /// (DLMF §5.11(i)). A small a is first moved up by Γ(a + ½) / Γ(a) = a / (a + ½) · Γ(a + 3/2) / Γ(a + 1).
    /// </remarks>
    public static double HalfStep(double a)
    {
        double above = 1, below = 1;
        for (; a < LargeEnough; a++)
        {
            above *= a;
            below *= a + 0.5;
        }

        double r = 1 / a;
        double r2 = r * r;
        double series = r * (-1.0 / 8 + r2 * (1.0 / 192 + r2 * (-1.0 / 640 + r2 * (17.0 / 14_336
            + r2 * (-31.0 / 18_432 + r2 * (691.0 / 180_224 - r2 * (5_461.0 / 425_984)))))));
        return above / below * Math.Sqrt(a) * Math.Exp(series);
    }
}
