namespace Survey;

/// <summary>Student's t distribution at fixed degrees of freedom, for t ≥ 0, in factors that neither cancel nor underflow one by one.</summary>
/// <remarks>
/// With a = df/2, z = t²/df, y = z/(1 + z), x = 1/(1 + z) and
/// power = (1 + z)^−a, width = √y · Γ(a + ½) / (Γ(a) √π):
/// density(t) · t = power · width, P(0 &lt; T &lt; t) = power · width · series(t), P(T &gt; t) = power · width / (2 · fraction(t)).
/// </remarks>
internal readonly struct StudentTCurve
{
    /// <summary>At this many degrees of freedom t and normal tails agree to the last bit wherever a double can hold them: the relative difference is about t⁴/(4 df), and t &lt; 39.</summary>
    private const double AsGoodAsNormal = 1e24;

    private const int MostTerms = 10_000;

    private readonly double _a;
    private readonly double _gammas;

    public StudentTCurve(double df)
    {
        DegreesOfFreedom = Math.Min(df, AsGoodAsNormal);
        _a = DegreesOfFreedom / 2;
        _gammas = GammaRatio.HalfStep(_a) / Math.Sqrt(Math.PI);
    }

    public double DegreesOfFreedom { get; }

    /// <summary>The density at zero, Γ(a + ½) / (Γ(a) √(π df)).</summary>
    public double Peak => _gammas / Math.Sqrt(DegreesOfFreedom);

    /// <summary>The t up to which the series is used and from which the fraction is: both converge well there, and the tail is still above a tenth.</summary>
    public double Middle => Math.Sqrt(1.5 * DegreesOfFreedom / (DegreesOfFreedom + 1));

    /// <summary>P(T &gt; t) for t ≥ 0.</summary>
    public double UpperTail(double t)
    {
        if (double.IsPositiveInfinity(t))
            return 0;
        double area = Power(t) * Width(t);
        return t > Middle ? area / (2 * Fraction(t)) : 0.5 - area * Series(t);
    }

    /// <summary>√y · Γ(a + ½) / (Γ(a) √π).</summary>
    public double Width(double t) => Math.Sqrt(Y(t)) * _gammas;

    /// <summary>(1 + t²/df)^(−df/2), as exact as the power function of the platform even where it is 1e-300.</summary>
    /// <remarks>Rounding t² or 1 + z would cost a relative error of a times as much, so what they round off is put back as a factor.</remarks>
    public double Power(double t)
    {
        double square = t * t;
        double squareRest = Math.FusedMultiplyAdd(t, t, -square);
        double z = square / DegreesOfFreedom;
        if (z > 1e200)
            return HeavyPower(t);
        if (z < 1e-5)
            return NearlyNormalPower(square, squareRest, z);

        double zRest = (Math.FusedMultiplyAdd(-z, DegreesOfFreedom, square) + squareRest) / DegreesOfFreedom;
        double sum = 1 + z;
        double sumRest = (z > 1 ? z - sum + 1 : 1 - sum + z) + zRest;
        double power = Math.Pow(sum, -_a);
        return power > 0 ? power * Math.Exp(-_a * sumRest / sum) : 0;
    }

    /// <summary>The same for huge z, which may have overflowed: z^−a, in the form that neither overflows nor underflows before the answer does.</summary>
    private double HeavyPower(double t) => DegreesOfFreedom < 1
        ? Math.Pow(t, -DegreesOfFreedom) * Math.Pow(DegreesOfFreedom, _a)
        : Math.Pow(Math.Sqrt(DegreesOfFreedom) / t, DegreesOfFreedom);

    /// <summary>The same for small z: exp(−t²/2 + a(z − ln(1 + z))), where 2az = t² leaves (t²/2)(z/2 − z²/3 + z³/4 − …) to correct the normal.</summary>
    private static double NearlyNormalPower(double square, double squareRest, double z)
    {
        if (square > 1_500) // underflows, and the correction below might overflow
            return 0;
        return Math.Exp(-square / 2) * Math.Exp(square * z * (1.0 / 4 - z * (1.0 / 6 - z / 8)) - squareRest / 2);
    }

    /// <summary>Σ (a + ½)ₙ / (3/2)ₙ · yⁿ from n = 0, the hypergeometric F(a + ½, 1; 3/2; y) of I_y(½, a), all of its terms positive (DLMF §8.17(ii)).</summary>
    public double Series(double t)
    {
        double y = Y(t), ay = _a * y;
        double sum = 1, term = 1;
        for (int n = 0; n < MostTerms && term > sum * 1e-17; n++)
        {
            term *= (ay + (n + 0.5) * y) / (n + 1.5);
            sum += term;
        }
        return sum;
    }

    /// <summary>The continued fraction f in I_x(a, ½) = x^a y^½ / (B(a, ½) f).</summary>
    /// <remarks>
    /// f = b₀ + c₁/(b₁ + c₂/(b₂ + …)) with b = ½ in
    /// cₘ = (a + m − 1)(a + b + m − 1) m (b − m) x² / (a + 2m − 1)²,
    /// bₘ = m + m(b − m)x / (a + 2m − 1) + (a + m)(ay − bx + 1 + m(2 − x)) / (a + 2m + 1).
    /// Didonato and Morris (1992), "Significant digit computation of the incomplete beta function ratios", ACM TOMS 18. It takes ay = t²x/2 as it is,
    /// where the usual fraction would find it as a difference of nearly equal numbers when df is large. Evaluated forwards by Lentz's method.
    /// </remarks>
    public double Fraction(double t)
    {
        double x = 1 / (1 + t * t / DegreesOfFreedom);
        double start = _a * Y(t) - x / 2 + 1;
        double fraction = _a * start / (_a + 1);
        double numerators = fraction, denominators = 0;
        for (int m = 1; m < MostTerms; m++)
        {
            double c = (_a + m - 1) / (_a + 2 * m - 1) * ((_a + m - 0.5) / (_a + 2 * m - 1)) * m * (0.5 - m) * x * x;
            double b = m + m * (0.5 - m) * x / (_a + 2 * m - 1) + (_a + m) / (_a + 2 * m + 1) * (start + m * (2 - x));
            denominators = 1 / (b + c * denominators);
            numerators = b + c / numerators;
            double change = numerators * denominators;
            fraction *= change;
            if (Math.Abs(change - 1) < 3e-16) // one rounding away from 1
                break;
        }
        return fraction;
    }

    /// <summary>z/(1 + z), written so that an overflowing z gives 1.</summary>
    private double Y(double t) => 1 / (1 + DegreesOfFreedom / (t * t));
}
