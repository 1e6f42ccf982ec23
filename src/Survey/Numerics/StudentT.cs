namespace Survey;

/// <summary>Tail areas and quantiles of Student's t distribution, to full relative accuracy however small the tail.</summary>
/// <remarks>
/// Degrees of freedom may be any positive number; +∞ is the normal distribution. Degrees of freedom that are zero, negative or NaN give NaN.
/// R: pt and qt.
/// </remarks>
internal static class StudentT
{
    /// <summary>P(T &gt; t).</summary>
    /// <remarks>Below zero 1 − P(T &gt; −t), which is at least a half, so nothing cancels.</remarks>
    public static double UpperTail(double t, double df)
    {
        if (!(df > 0) || double.IsNaN(t))
            return double.NaN;
        var curve = new StudentTCurve(df);
        return t < 0 ? 1 - curve.UpperTail(-t) : curve.UpperTail(t);
    }

    /// <summary>The x with P(T ≤ x) = p; NaN unless 0 &lt; p &lt; 1.</summary>
    /// <remarks>By symmetry −x has upper tail p, so a small p loses nothing. A p near 1 has lost its digits already: ask for the upper quantile of 1 − p.</remarks>
    public static double Quantile(double p, double df) => 0 - UpperQuantile(p, df); // 0 − x, so that the median is 0 and not −0

    /// <summary>The x with P(T &gt; x) = q; NaN unless 0 &lt; q &lt; 1, and ±∞ where x is beyond the largest double.</summary>
    public static double UpperQuantile(double q, double df)
    {
        if (!(df > 0) || !(q > 0 && q < 1))
            return double.NaN;
        if (q == 0.5)
            return 0;
        return q < 0.5
            ? StudentTQuantile.Positive(q, new StudentTCurve(df))
            : -StudentTQuantile.Positive(1 - q, new StudentTCurve(df)); // 1 − q is exact here
    }
}
