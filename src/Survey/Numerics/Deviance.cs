namespace Survey;

/// <summary>The factor (m/a)ᵃ eᵃ⁻ᵐ that beta and gamma densities are made of, at most 1 and equal to 1 at m = a.</summary>
/// <remarks>
/// With u = m/a − 1 it is exp(−a φ(u)), φ(u) = u − ln(1 + u) ≥ 0: the deviance of Loader (2000), "Fast and accurate computation of binomial
/// probabilities". Factors of this form never cancel one another. Where it is 1e-300 the exponent is near 700 and must be right to 17 digits, so m comes twofold.
/// </remarks>
internal static class Deviance
{
    /// <summary>Up to this |u| the deviance is a series; beyond it the power function is used, to which a is then small enough.</summary>
    private const double SmallDeviation = 0.2;

    /// <summary>Powers and exponentials below e to this stay away from overflow.</summary>
    private const double SafeExponent = 600;

    /// <summary>The smallest double is e^−745, and neither factor of a tail makes up for more than the rest of this.</summary>
    private const double Underflow = 850;

    /// <summary>φ(u) = u − ln(1 + u) for u ≥ −1, without cancellation for small u.</summary>
    public static double Phi(double u)
    {
        if (Math.Abs(u) > SmallDeviation)
            return u - Math.Log(1 + u);
        double z = u / (2 + u);
        return z * (u - Rest(z));
    }

    /// <summary>ln((m/a)ᵃ eᵃ⁻ᵐ) = −a φ(m/a − 1), which goes on where the factor itself underflows.</summary>
    public static double Log(double a, Twofold m)
    {
        double u = (m - a).High / a;
        return u < -0.5 ? a * Math.Log(m.High / a) - (m - a).High : -a * Phi(u);
    }

    /// <summary>(m/a)ᵃ eᵃ⁻ᵐ for a &gt; 0 and m ≥ 0.</summary>
    public static double Factor(double a, Twofold m)
    {
        Twofold excess = m - a;
        if (Math.Abs(excess.High) <= SmallDeviation * a)
            return FromSeries(a, excess);
        return Log(a, m) < -Underflow ? 0 : FromPower(a, m, excess);
    }

    /// <summary>a φ(u) = m′u / (2 + u) − a z · 2z²(1/3 + z²/5 + z⁴/7 + …), m′ = m − a, z = u/(2 + u), from ln(1 + u) = 2 artanh z: the second term is a small part of the first, so only the first must be exact.</summary>
    private static double FromSeries(double a, Twofold excess)
    {
        Twofold u = excess / a;
        Twofold lead = excess * u / (2 + u);
        double z = u.High / (2 + u.High);
        return Math.Exp(-lead.High) * Math.Exp(a * z * Rest(z) - lead.Low);
    }

    /// <summary>The definition, as the 2ⁿth power of its 2ⁿth root, neither half of which overflows, with what rounding m/a and m − a lost put back.</summary>
    private static double FromPower(double a, Twofold m, Twofold excess)
    {
        Twofold quotient = m / a;
        double largest = Math.Max(Math.Abs(a * Math.Log(quotient.High)), Math.Abs(excess.High));
        int squarings = (int)Math.Max(0, Math.Ceiling(Math.Log2(largest / SafeExponent)));
        double share = Math.ScaleB(1, -squarings);

        double factor = Math.Pow(quotient.High, a * share) * Math.Exp(-excess.High * share);
        for (int i = 0; i < squarings; i++)
            factor *= factor;
        return factor > 0 ? factor * Math.Exp(a * quotient.Low / quotient.High - excess.Low) : 0;
    }

    /// <summary>2z²(1/3 + z²/5 + z⁴/7 + …) = artanh series of ln((1 + z)/(1 − z)) over z, less its first term 2.</summary>
    private static double Rest(double z)
    {
        double z2 = z * z;
        return 2 * z2 * (1.0 / 3 + z2 * (1.0 / 5 + z2 * (1.0 / 7 + z2 * (1.0 / 9 + z2 * (1.0 / 11 + z2 * (1.0 / 13 + z2 * (1.0 / 15 + z2 / 17)))))));
    }
}
