namespace Survey;

/// <summary>Inverts the tail of Student's t by Newton's method, in a form in which every step is on the same side of the answer.</summary>
internal static class StudentTQuantile
{
    /// <summary>Newton's error after a step is about the square of the step, so after one this small nothing is left to gain.</summary>
    private const double SmallStep = 1e-9;

    private const int MostSteps = 200;

    /// <summary>The t &gt; 0 with P(T &gt; t) = q, for 0 &lt; q &lt; ½.</summary>
    public static double Positive(double q, StudentTCurve curve) =>
        q < curve.UpperTail(curve.Middle) ? FromTail(q, curve) : FromCentre(0.5 - q, curve); // ½ − q is exact here

    /// <summary>Solves ln P(T &gt; t) = ln q as an equation in ln t, from the right.</summary>
    /// <remarks>
    /// The density of ln T is log-concave, hence so is its tail, so Newton's steps from the right of the root stay there. P(T &gt; t) = ½ I_x(a, ½) ≤ ½ x^a
    /// gives the start. The slope t · density / P(T &gt; t) is twice the fraction, so a step is ln(P(T &gt; t)/q) / (2 fraction).
    /// A root beyond the largest double is stepped over to infinity.
    /// </remarks>
    private static double FromTail(double q, StudentTCurve curve)
    {
        double t = AtLeast(q, curve.DegreesOfFreedom);
        for (int i = 0; i < MostSteps; i++)
        {
            double slope = 2 * curve.Fraction(t);
            double step = Math.Log(curve.Power(t) / q * (curve.Width(t) / slope)) / slope;
            t *= Math.Exp(step);
            if (step >= -SmallStep)
                break;
        }
        return t;
    }

    /// <summary>The t with ½ (1 + t²/df)^(−df/2) = q, or the largest double.</summary>
    /// <remarks>√(df (eᵘ − 1)) with u = −2 ln(2q)/df, where eᵘ − 1 = 2 sinh(u/2) e^(u/2) because .NET's ExpM1 cancels for small u.</remarks>
    private static double AtLeast(double q, double df)
    {
        double quarter = -Math.Log(2 * q) / (2 * df);
        return Math.Min(Math.Sqrt(df) * Math.Sqrt(2 * Math.Sinh(2 * quarter)) * Math.Exp(quarter), double.MaxValue);
    }

    /// <summary>Solves P(0 &lt; T &lt; t) = area, from the left.</summary>
    /// <remarks>The area is concave in t and at most t times the peak, so the steps from area/peak stay left of the root. A step relative to t is (area / P(0 &lt; T &lt; t) − 1) · series.</remarks>
    private static double FromCentre(double area, StudentTCurve curve)
    {
        double t = area / curve.Peak;
        for (int i = 0; i < MostSteps; i++)
        {
            double series = curve.Series(t);
            double step = (area / (curve.Power(t) * curve.Width(t) * series) - 1) * series;
            t *= 1 + step;
            if (step <= SmallStep)
                break;
        }
        return t;
    }
}
