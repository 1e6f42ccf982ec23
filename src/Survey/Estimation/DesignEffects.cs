namespace Survey;

/// <summary>Variances against those of simple random samples, by the linearized variable u = J t / w.</summary>
/// <remarks>
/// In the domain: V / [N² S² / n], N = Σw, S² = n/(n - 1) Σw(u - ū)² / N, over the n respondents. NaN of fewer than two, and where u does not vary.
/// </remarks>
internal sealed class DesignEffects(UnitTotals totals)
{
    // a sum of products that cancel is the rounding of 0 when it is this much smaller than they are
    private const double Rounding = 1e-14;

    /// <summary>V / [N² S² / n] in the domain of the estimate.</summary>
    /// <param name="of">The estimate.</param>
    /// <param name="sums">The totals of its terms.</param>
    /// <param name="variance">V.</param>
    public double WithReplacement(Linearized of, ReadOnlySpan<double> sums, double variance) =>
        Effect(variance, totals.Tally.Respondents(of.Domain, of.Group), sums[0], SumOfSquares(of, sums));

    /// <summary>Of a total: V / [N² S² (1/n - 1/N)] with the variable 0 outside the domain, n and N of the whole sample but those of the domain who did not answer.</summary>
    /// <param name="of">The estimate.</param>
    /// <param name="sums">The totals of its terms.</param>
    /// <param name="variance">V.</param>
    public double InWholeSample(Linearized of, ReadOnlySpan<double> sums, double variance)
    {
        long n = totals.Tally.Respondents(of.Domain, of.Group);
        double people = sums[0];
        if (totals.Request.CountsWhole)
        {
            n += totals.Moments.WholeRows - totals.Tally.WeightedRows(of.Domain);
            people += totals.Moments.WholeWeight - totals.Total(of.Domain, 0);
        }
        // about the mean of the whole sample instead of that of the domain
        double squares = SumOfSquares(of, sums) + sums[1] * sums[1] * (1 / sums[0] - 1 / people);
        return people > n ? Effect(variance, n, people, squares) / (1 - n / people) : double.NaN;
    }

    private static double Effect(double variance, long n, double people, double sumOfSquares) => n > 1 && sumOfSquares > 0 ? variance * (n - 1) / (people * sumOfSquares) : double.NaN;

    /// <summary>Σw(u - ū)², NaN where products were not summed.</summary>
    private double SumOfSquares(Linearized of, ReadOnlySpan<double> sums)
    {
        ReadOnlySpan<double> gradient = of.Gradient;
        if (gradient.Length > 3)
            return double.NaN;
        double sum = 0, size = 0;
        for (int a = 1; a < gradient.Length; a++)
            for (int b = a; b < gradient.Length; b++)
            {
                double product = (a == b ? 1 : 2) * gradient[a] * gradient[b] * totals.Moments.AboutMeans(of.Domain, of.Group, a, b, sums);
                sum += product;
                size += Math.Abs(product);
            }
        return sum > Rounding * size ? sum : 0;
    }
}
