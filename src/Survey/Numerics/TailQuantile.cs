namespace Survey;

/// <summary>Inverts the tail of a distribution on the positive numbers by Newton's method.</summary>
internal static class TailQuantile
{
    /// <summary>Newton's error after a step is at most about step²/ratio; once that is this small nothing is left to gain.</summary>
    private const double SmallError = 1e-17;

    private const double Smallest = 1e-307;
    private const double Largest = 1e307;
    private const int MostSteps = 200;

    /// <summary>The z at which the tail is q, for a tail that falls to the right, or one that falls to the left if it is lower.</summary>
    /// <remarks>
    /// The equation is ln tail = ln q in ln z. The densities of the logarithms (of the odds, for the beta) are log-concave, hence so are the tails: a step from
    /// the wide side of the root never falls short of it, and steps from the far side never pass it. So the first step may go either way and the others only
    /// back; one that does not is rounding error, and the end. A root too large or too small for a double is stepped over to ∞ or 0.
    /// </remarks>
    public static double Find(double q, double start, bool lower, Func<double, Tail> tail)
    {
        double z = Math.Clamp(start, Smallest, Largest);
        for (int i = 0; i < MostSteps; i++)
        {
            Tail at = tail(z);
            double step = at.Ratio * (at.Area > Smallest ? Math.Log(at.Area / q) : at.Log - Math.Log(q));
            double next = z * Math.Exp(lower ? -step : step);
            if (i > 0 && (step >= 0 || step * step < SmallError * at.Ratio || next is <= Smallest or >= Largest))
                return next;
            z = Math.Clamp(next, Smallest, Largest);
        }
        return z;
    }
}
