namespace Survey.Tests.Laws;

/// <summary>The variance of unequal probabilities by another road: every pair of PSUs one by one, as the formulas are written down. Nothing of the library is used.</summary>
/// <param name="Stratum">Of each PSU.</param>
/// <param name="P">Its probability.</param>
/// <param name="Joint">The probability of two PSUs of a stratum.</param>
internal sealed record UnequalTwin(int[] Stratum, double[] P, Func<int, int, double> Joint)
{
    private int[][] Strata => [.. Enumerable.Range(0, P.Length).Where(i => P[i] < 1).GroupBy(i => Stratum[i]).Select(same => same.ToArray()).Where(units => units.Length > 1)];

    public double Brewer(double[] x, double[] y) => Strata.Sum(units =>
    {
        double n = units.Length, ofX = units.Average(i => x[i]), ofY = units.Average(i => y[i]);
        return n / (n - 1) * units.Sum(i => (1 - P[i]) * (x[i] - ofX) * (y[i] - ofY));
    });

    public double Overton(double[] x, double[] y) => Sum(x, y, (n, i, j) => 1 - (n - (P[i] + P[j]) / 2) / (n - 1));

    /// <param name="x">Scores of PSUs.</param>
    /// <param name="y">Others.</param>
    /// <param name="squares">Σ_U π² of each stratum.</param>
    public double HartleyRao(double[] x, double[] y, Func<int, double> squares) => Sum(x, y, (n, i, j) => 1 - (n - P[i] - P[j] + squares(Stratum[i]) / n) / (n - 1));

    public double HorvitzThompson(double[] x, double[] y) => Sum(x, y, (_, i, j) => 1 - P[i] * P[j] / Joint(i, j));

    public double YatesGrundy(double[] x, double[] y) =>
        -Strata.Sum(units => units.Sum(i => units.Where(j => j != i).Sum(j => (1 - P[i] * P[j] / Joint(i, j)) * (x[i] - x[j]) * (y[i] - y[j])))) / 2;

    private double Sum(double[] x, double[] y, Func<double, int, int, double> dependence) =>
        Strata.Sum(units => units.Sum(i => units.Sum(j => (i == j ? 1 - P[i] : dependence(units.Length, i, j)) * x[i] * y[j])));
}
