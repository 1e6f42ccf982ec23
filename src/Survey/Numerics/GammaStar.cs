namespace Survey;

/// <summary>What Stirling's formula leaves out: Γ*(a) = Γ(a) / (√(2π/a) aᵃ e⁻ᵃ), which tends to 1 (DLMF §5.11(i)).</summary>
/// <remarks>Quotients of gammas are formed from it, so the large factors aᵃ can be cancelled on paper instead of in floating point.</remarks>
internal static class GammaStar
{
    /// <summary>From here on the terms kept below leave a relative error under 1e-16.</summary>
    private const double LargeEnough = 10;

    /// <summary>Γ*(a) for a &gt; 0.</summary>
    /// <remarks>A small a is first moved up by Γ(a) = Γ(a + m) / (a (a + 1) … (a + m − 1)).</remarks>
    public static double Of(double a)
    {
        if (a >= LargeEnough)
            return Math.Exp(Series(1 / a));

        double moved = a, below = 1;
        for (; moved < LargeEnough; moved++)
            below *= moved;
        int steps = (int)Math.Round(moved - a);
        double rounded = a - (moved - steps); // what adding the ones has cost, times the derivative ln(moved) of the exponent
        double powers = Math.Pow(moved, moved) / Math.Pow(a, a);
        return Math.Exp(Series(1 / moved) - steps + rounded * Math.Log(moved)) * powers * Math.Sqrt(a / moved) / below;
    }

    /// <summary>Σ B₂ₖ / (2k (2k − 1)) r²ᵏ⁻¹ (DLMF 5.11.1).</summary>
    private static double Series(double r)
    {
        double r2 = r * r;
        return r * (1.0 / 12 + r2 * (-1.0 / 360 + r2 * (1.0 / 1_260 + r2 * (-1.0 / 1_680
            + r2 * (1.0 / 1_188 + r2 * (-691.0 / 360_360 + r2 / 156))))));
    }
}
