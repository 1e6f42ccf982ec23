namespace Survey;

/// <summary>Tail areas and quantiles of the beta distribution, to full relative accuracy however small the tail.</summary>
/// <remarks>
/// Density xᵃ⁻¹(1 − x)ᵇ⁻¹ / B(a, b) on the unit interval (DLMF §8.17). The parameters may be any positive numbers; others give NaN.
/// Between 0.001 and 1e8 they are held to 1e-12 and better by tests; below 1e-10, where all of the area is at 0 and 1 and between them nothing, and above 1e15 nothing is promised.
/// R: pbeta and qbeta.
/// </remarks>
internal static class BetaDistribution
{
    /// <summary>P(X ≤ x), that is I_x(a, b).</summary>
    public static double LowerTail(double x, double a, double b)
    {
        if (!(IsShape(a) && IsShape(b)) || double.IsNaN(x))
            return double.NaN;
        if (x <= 0 || x >= 1)
            return x <= 0 ? 0 : 1;
        return new IncompleteBeta(b, a).Upper(BetaPoint.At(x).Mirrored).Area;
    }

    /// <summary>P(X &gt; x), that is I_{1−x}(b, a), with the digits that 1 − x would round off.</summary>
    public static double UpperTail(double x, double a, double b)
    {
        if (!(IsShape(a) && IsShape(b)) || double.IsNaN(x))
            return double.NaN;
        if (x <= 0 || x >= 1)
            return x <= 0 ? 1 : 0;
        return new IncompleteBeta(a, b).Upper(BetaPoint.At(x)).Area;
    }

    /// <summary>The x with P(X ≤ x) = p; 0 at p = 0 and 1 at p = 1.</summary>
    public static double Quantile(double p, double a, double b) => UnitInterval(1 / UpperOdds(p, b, a));

    /// <summary>The x with P(X &gt; x) = q; 1 at q = 0 and 0 at q = 1.</summary>
    public static double UpperQuantile(double q, double a, double b) => UnitInterval(UpperOdds(q, a, b));

    /// <summary>x / (1 − x) of the upper quantile, which keeps its digits where x is near 1.</summary>
    public static double UpperOdds(double q, double a, double b)
    {
        if (!(IsShape(a) && IsShape(b)) || !(q >= 0 && q <= 1))
            return double.NaN;
        if (q is 0 or 1)
            return q == 0 ? double.PositiveInfinity : 0;
        if (q > 0.5)
            return 1 / UpperOdds(1 - q, b, a); // 1 − q is exact here
        var beta = new IncompleteBeta(a, b);
        return TailQuantile.Find(q, a / b, lower: false, odds => beta.Upper(BetaPoint.WithOdds(odds, 1)));
    }

    private static double UnitInterval(double odds) => odds > 1 ? 1 / (1 + 1 / odds) : odds / (1 + odds);

    private static bool IsShape(double parameter) => parameter > 0 && parameter < double.PositiveInfinity;
}
