namespace Survey;

/// <summary>The gamma distribution of shape a and scale 1, in factors that neither cancel nor underflow one by one.</summary>
/// <remarks>The density times x, the height, is xᵃe⁻ˣ/Γ(a) = √(a/(2π)) / Γ*(a) · (x/a)ᵃ eᵃ⁻ˣ. A tail is the height times a ratio that varies slowly.</remarks>
internal readonly struct IncompleteGamma
{
    /// <summary>From this shape on the ratio is an integral, below it a series or a continued fraction.</summary>
    private const double Large = 40;

    /// <summary>Up to this area a tail leaves its complement nearly all of its digits; beyond it the fraction, which loses some in this place, is better.</summary>
    private const double MostOfIt = 0.9;

    /// <summary>At points nearer to zero than this the fraction needs a thousand terms and more, and its last digits; the complement of a tail of parameter a is then at least a, and loses no more than a factor 1/a.</summary>
    private const double NearZero = 0.1;

    private const int MostTerms = 10_000;

    private readonly double _a;
    private readonly double _scale;

    public IncompleteGamma(double a)
    {
        _a = a;
        _scale = Math.Sqrt(a / (2 * Math.PI)) / GammaStar.Of(a);
    }

    /// <summary>P(X ≤ x).</summary>
    public Tail Lower(double x)
    {
        double height = Height(x);
        return x > Math.Max(_a, NearZero)
            ? Tail.Beyond(height * UpperRatio(x), height)
            : Tail.Of(height, LogHeight(x), LowerRatio(x));
    }

    /// <summary>P(X &gt; x).</summary>
    /// <param name="twofold">The x, which may be a product, with the digits that a tail far out asks for.</param>
    /// <remarks>Beyond the mean directly. Before it one minus the other tail, unless that leaves little: with a small a nearly all of the area is left of the mean.</remarks>
    public Tail Upper(Twofold twofold)
    {
        double x = twofold.High;
        double height = Height(twofold);
        if (x < Math.Max(_a, NearZero))
        {
            double lower = height * LowerRatio(x);
            if (lower < MostOfIt || x < NearZero)
                return Tail.Beyond(lower, height);
        }
        return Tail.Of(height, LogHeight(x), UpperRatio(x));
    }

    private double Height(Twofold x) => _scale * Deviance.Factor(_a, x);

    private double LogHeight(double x) => Math.Log(_scale) + Deviance.Log(_a, x);

    /// <summary>The lower tail over the height.</summary>
    private double LowerRatio(double x) => _a > Large ? new TailIntegral(_a - x, 0, 0, _a, 1).Value() : Series(x);

    /// <summary>The upper tail over the height.</summary>
    private double UpperRatio(double x) => _a > Large ? new TailIntegral(x - _a, _a, 1, 0, 0).Value() : 1 / Fraction(x);

    /// <summary>Σ xᵏ / (a(a + 1) … (a + k)) from k = 0, all of its terms positive (DLMF 8.7.1).</summary>
    private double Series(double x)
    {
        double sum = 1, term = 1;
        for (int k = 1; k < MostTerms && term > sum * 1e-17; k++)
        {
            term *= x / (_a + k);
            sum += term;
        }
        return sum / _a;
    }

    /// <summary>The continued fraction f in Γ(a, x) = xᵃe⁻ˣ / f.</summary>
    /// <remarks>f = b₀ + c₁/(b₁ + c₂/(b₂ + …)), bₘ = x − a + 2m + 1, cₘ = −m(m − a): the even part of DLMF 8.9.2. Evaluated forwards by Lentz's method.</remarks>
    private double Fraction(double x)
    {
        double start = x - _a + 1;
        double fraction = start, numerators = start, denominators = 0;
        for (int m = 1; m < MostTerms; m++)
        {
            double c = m * (_a - m);
            double b = start + 2 * m;
            denominators = 1 / (b + c * denominators);
            numerators = b + c / numerators;
            double change = numerators * denominators;
            fraction *= change;
            if (Math.Abs(change - 1) < 3e-16) // one rounding away from 1
                break;
        }
        return fraction;
    }
}
