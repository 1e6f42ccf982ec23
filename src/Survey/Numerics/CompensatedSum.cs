namespace Survey;

/// <summary>A running sum that keeps what each addition rounds off, so its error hardly grows with the number of terms.</summary>
/// <remarks>
/// What s + x rounds off is a double and found as such (Knuth's two-sum: t = s + x, v = t - s, (s - (t - v)) + (x - v)), without asking which is the larger; these are added up, and the value is s + c.
/// The terms are added in the order given, in scalar double arithmetic, so the same terms in the same order give the same bits on every machine.
/// Infinities and NaN behave as in a plain sum: +∞ and −∞ together give NaN, and a running sum that has overflowed stays infinite.
/// </remarks>
internal struct CompensatedSum
{
    private double _sum;
    private double _roundedOff;

    /// <summary>The sum of what has been added; 0 when nothing has.</summary>
    public readonly double Value => double.IsFinite(_sum) ? _sum + _roundedOff : _sum; // the correction of an infinite sum is ∞ − ∞

    /// <summary>Adds one term.</summary>
    public void Add(double term)
    {
        double sum = _sum + term, added = sum - _sum;
        _roundedOff += _sum - (sum - added) + (term - added);
        _sum = sum;
    }

    /// <summary>The sum of the terms, first to last.</summary>
    public static double Sum(ReadOnlySpan<double> terms)
    {
        CompensatedSum sum = default;
        foreach (double term in terms)
            sum.Add(term);
        return sum.Value;
    }

    /// <summary>The sum of a_i b_i, first to last; each product is rounded once.</summary>
    public static double OfProducts(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        CompensatedSum sum = default;
        for (int i = 0; i < a.Length; i++)
            sum.Add(a[i] * b[i]);
        return sum.Value;
    }
}
