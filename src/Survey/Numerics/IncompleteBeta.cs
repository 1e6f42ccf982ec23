namespace Survey;

/// <summary>The beta distribution at fixed a and b, in factors that neither cancel nor underflow one by one.</summary>
/// <remarks>
/// With n = a + b the density times xy, the height, is xᵃyᵇ/B(a, b) = √(ab/(2πn)) Γ*(n) / (Γ*(a)Γ*(b)) · [(nx/a)ᵃ eᵃ⁻ⁿˣ] · [(ny/b)ᵇ eᵇ⁻ⁿʸ],
/// as nx − a = b − ny. A tail is the height times a ratio that varies slowly.
/// </remarks>
internal readonly struct IncompleteBeta
{
    /// <summary>With both parameters above this the ratio is an integral, otherwise a continued fraction.</summary>
    private const double Large = 40;

    /// <summary>Up to this area a tail leaves its complement nearly all of its digits; beyond it the fraction, which loses some in this place, is better.</summary>
    private const double MostOfIt = 0.9;

    /// <summary>At points nearer to zero than this in units of 1/(1 + n) the fraction needs a thousand terms and more, and its last digits; the complement of a tail of parameter a is then at least a, and loses no more than a factor 1/a.</summary>
    private const double NearZero = 0.1;

    private const int MostTerms = 10_000;

    private readonly double _a;
    private readonly double _b;
    private readonly Twofold _n;
    private readonly double _scale;

    public IncompleteBeta(double a, double b)
    {
        _a = a;
        _b = b;
        _n = (Twofold)a + b;
        _scale = Math.Sqrt(Math.Min(a, b) * (Math.Max(a, b) / _n.High) / (2 * Math.PI)) * GammaStar.Of(_n.High) / GammaStar.Of(a) / GammaStar.Of(b);
    }

    /// <summary>P(X &gt; x).</summary>
    /// <remarks>
    /// Beyond the mean directly. Before it one minus the other tail, unless that leaves nothing: with a small a nearly all of the area is left of the mean,
    /// and the fraction converges there too.
    /// </remarks>
    public Tail Upper(BetaPoint at)
    {
        Twofold up = _n * at.X, down = _n * at.Y;
        double height = _scale * Deviance.Factor(_a, up) * Deviance.Factor(_b, down);
        double slope = (up - _a).High;
        bool nearZero = at.X.High * (1 + _n.High) < NearZero, nearOne = at.Y.High * (1 + _n.High) < NearZero;
        if (nearZero || (slope < 0 && !nearOne))
        {
            double lower = height * Ratio(_b, _a, at.Mirrored, -slope);
            if (nearZero || lower < MostOfIt)
                return Tail.Beyond(lower, height);
        }
        return Tail.Of(height, Math.Log(_scale) + Deviance.Log(_a, up) + Deviance.Log(_b, down), Ratio(_a, _b, at, slope));
    }

    /// <summary>The upper tail over the height; the slope is nx − a.</summary>
    private static double Ratio(double a, double b, BetaPoint at, double slope) => Math.Min(a, b) > Large
        ? new TailIntegral(slope, a, at.Y.High, b, at.X.High).Value()
        : 1 / Fraction(b, a, at.Y.High, at.X.High, slope);

    /// <summary>The continued fraction f in I_x(a, b) = xᵃyᵇ / (B(a, b) f), where slope = a − nx.</summary>
    /// <remarks>
    /// f = b₀ + c₁/(b₁ + c₂/(b₂ + …)),
    /// cₘ = (a + m − 1)(n + m − 1) m (b − m) x² / (a + 2m − 1)²,
    /// bₘ = m + m(b − m)x / (a + 2m − 1) + (a + m)(slope + 1 + m(1 + y)) / (a + 2m + 1).
    /// Didonato and Morris (1992), "Significant digit computation of the incomplete beta function ratios", ACM TOMS 18. Evaluated forwards by Lentz's method.
    /// </remarks>
    private static double Fraction(double a, double b, double x, double y, double slope)
    {
        double fraction = a * ((slope + 1) / (a + 1));
        double numerators = fraction, denominators = 0;
        for (int m = 1; m < MostTerms; m++)
        {
            double middle = a + 2 * m - 1;
            double bent = m * (b - m) * x / middle;
            double c = (a + m - 1) / middle * ((a + b + m - 1) * x) * bent;
            double d = m + bent + (a + m) / (middle + 2) * (slope + 1 + m * (1 + y));
            denominators = 1 / (d + c * denominators);
            numerators = d + c / numerators;
            double change = numerators * denominators;
            fraction *= change;
            if (Math.Abs(change - 1) < 3e-16) // one rounding away from 1
                break;
        }
        return fraction;
    }
}
