using MathNet.Numerics.Integration;

namespace Survey;

/// <summary>Tails of beta and gamma distributions with large parameters, where series and continued fractions would take √a terms.</summary>
/// <remarks>
/// The density that leaves a point outwards, in units of the density there, is exp(−slope·t − αφ(pt) − βφ(−ct)) / ((1 + pt)(1 − ct)), φ(u) = u − ln(1 + u):
/// nothing in it cancels, however large the parameters, and seen on the scale on which it falls it is always close to exp(−t²/2 − kt), which Gauss and Legendre integrate to the last digit.
/// </remarks>
internal readonly record struct TailIntegral(double Slope, double Alpha, double P, double Beta, double C)
{
    /// <summary>The integrand has fallen by e to this where the rest is left out.</summary>
    private const double Negligible = 40;

    private const int Points = 32; // of the rules MathNet keeps as a table: those it computes are right to 1e-12 only

    // for the interval from 0 to 1
    private static readonly GaussLegendreRule Rule = new(0, 1, Points);

    /// <summary>The integral from 0 to the end of the support.</summary>
    public double Value()
    {
        double end = End();
        double sum = 0;
        for (int i = 0; i < Points; i++)
            sum += Rule.GetWeight(i) * At(end * Rule.GetAbscissa(i));
        return end * sum;
    }

    private double At(double t)
    {
        double up = P * t, down = C * t;
        return Math.Exp(-(Slope * t + Alpha * Deviance.Phi(up) + Beta * Deviance.Phi(-down))) / ((1 + up) * (1 - down));
    }

    /// <summary>The t at which slope·t + ½(αp² + βc²)t² / (1 + ⅔pt) is negligible: an upper bound, as φ(u) ≥ ½u² / (1 + ⅔u), and at most 1/c.</summary>
    private double End()
    {
        double curvature = Alpha * P * P + Beta * C * C;
        double linear = Slope - Negligible * P * 2 / 3;
        double end = 2 * Negligible / (linear + Math.Sqrt(linear * linear + 2 * Negligible * curvature));
        return C > 0 ? Math.Min(end, 1 / C) : end;
    }
}
