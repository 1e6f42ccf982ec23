namespace Survey;

/// <summary>What a Fieller confidence set of a ratio looks like.</summary>
public enum FiellerShape
{
    /// <summary>An interval: the denominator is distinguishable from 0.</summary>
    Interval,

    /// <summary>All but an interval: the ratio is at most <see cref="FiellerSet.Low"/> or at least <see cref="FiellerSet.High"/>.</summary>
    Outside,

    /// <summary>Every ratio: nothing is known of it.</summary>
    Everything,
}

/// <summary>The ratios p2/p1 that a sample does not reject: roots of (p1² - t² V1) x² - 2 (p1 p2 - t² C) x + (p2² - t² V2) = 0.</summary>
/// <param name="Shape">An interval only where g &lt; 1.</param>
/// <param name="Low">The smaller root; 0 or -∞ where it is cut off or there is none.</param>
/// <param name="High">The larger root; ∞ where there is none.</param>
/// <param name="G">g = t² V1 / p1²: how little the denominator is distinguishable from 0. From 1 on it is not.</param>
/// <remarks>Fieller, E. C. (1954), "Some problems in interval estimation", Journal of the Royal Statistical Society B 16, 175-185. Ratios of proportions are cut to x ≥ 0.</remarks>
public readonly record struct FiellerSet(FiellerShape Shape, double Low, double High, double G)
{
    internal static FiellerSet Of(double p1, double p2, double v1, double v2, double covariance, double t, bool cutAtZero)
    {
        double t2 = t * t, g = t2 * v1 / (p1 * p1);
        double a = p1 * p1 - t2 * v1, b = p1 * p2 - t2 * covariance, c = p2 * p2 - t2 * v2;
        double discriminant = b * b - a * c;
        if (double.IsNaN(discriminant) || a == 0 && b == 0)
            return new FiellerSet(FiellerShape.Everything, cutAtZero ? 0 : double.NegativeInfinity, double.PositiveInfinity, g);
        if (a > 0)
            return OfInterval(a, b, c, Math.Max(0, discriminant), g, cutAtZero); // not negative but by rounding: the joint matrix is positive semidefinite
        if (discriminant <= 0)
            return new FiellerSet(FiellerShape.Everything, cutAtZero ? 0 : double.NegativeInfinity, double.PositiveInfinity, g);
        (double low, double high) = a < 0 ? Roots(a, b, c, discriminant) : b > 0 ? (double.NegativeInfinity, c / (2 * b)) : (c / (2 * b), double.PositiveInfinity);
        return cutAtZero && low < 0
            ? new FiellerSet(high <= 0 ? FiellerShape.Everything : FiellerShape.Outside, high <= 0 ? 0 : double.NegativeInfinity, high <= 0 ? double.PositiveInfinity : high, g)
            : new FiellerSet(FiellerShape.Outside, low, high, g);
    }

    private static FiellerSet OfInterval(double a, double b, double c, double discriminant, double g, bool cutAtZero)
    {
        (double low, double high) = Roots(a, b, c, discriminant);
        return cutAtZero
            ? new FiellerSet(FiellerShape.Interval, Math.Max(0, low), Math.Max(0, high), g)
            : new FiellerSet(FiellerShape.Interval, low, high, g);
    }

    // of the two forms of each root the one that does not cancel
    private static (double Low, double High) Roots(double a, double b, double c, double discriminant)
    {
        double q = b + Math.CopySign(Math.Sqrt(discriminant), b);
        double first = q == 0 ? 0 : c / q, second = q / a;
        return first <= second ? (first, second) : (second, first);
    }

    /// <summary>The set in words, of the ratio.</summary>
    public override string ToString() =>
        Shape switch
        {
            FiellerShape.Interval => FormattableString.Invariant($"{Low:0.####} to {High:0.####}"),
            FiellerShape.Everything => "any ratio",
            _ when double.IsPositiveInfinity(High) => FormattableString.Invariant($"at most {Low:0.####}"),
            _ when double.IsNegativeInfinity(Low) => FormattableString.Invariant($"at least {High:0.####}"),
            _ => FormattableString.Invariant($"at most {Low:0.####} or at least {High:0.####}"),
        };
}
