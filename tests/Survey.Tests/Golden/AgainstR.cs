using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Holds a request against what R answered, figure by figure.</summary>
internal static class AgainstR
{
    /// <param name="golden">The case.</param>
    /// <param name="estimates">Ours.</param>
    /// <param name="order">Which of ours each of R's is; by default the same order.</param>
    public static void Compare(GoldenCase golden, Estimates estimates, int[]? order = null)
    {
        double[] expected = golden.Numbers("estimate");
        order ??= [.. Enumerable.Range(0, expected.Length)];
        Assert.That(estimates, Has.Count.EqualTo(expected.Length));
        using (Assert.EnterMultipleScope())
        {
            for (int k = 0; k < expected.Length; k++)
            {
                Estimate estimate = estimates[order[k]];
                Assert.That(estimate.Value, Close(expected[k], ClosedForm));
                if (golden.Has("se"))
                    Assert.That(estimate.StandardError, Close(golden.Numbers("se")[k], ClosedForm, expected[k]));
                if (golden.Has("deff"))
                    Assert.That(DesignEffect(golden, estimate), Close(golden.Numbers("deff")[k], ClosedForm));
                if (golden.Has("df"))
                    Assert.That(estimate.DegreesOfFreedom, Is.EqualTo(golden.Numbers("df")[0]));
                if (golden.Has("ci95_t"))
                {
                    Interval interval = estimate.Interval(0.95, IntervalMethod.Wald);
                    if (golden.Numbers("se")[k] == 0) // R has an interval of the rounding of 0
                        Assert.That(interval.Low, Is.EqualTo(estimate.Value));
                    else
                    {
                        Assert.That(interval.Low, Close(golden.Matrix("ci95_t")[k][0], ClosedForm, expected[k]));
                        Assert.That(interval.High, Close(golden.Matrix("ci95_t")[k][1], ClosedForm, expected[k]));
                    }
                }
            }
            // without covmat R's svyby has zeros beside the diagonal
            if (golden.Has("vcov") && (!golden.Call.StartsWith("svyby", StringComparison.Ordinal) || golden.Call.Contains("covmat", StringComparison.Ordinal)))
                CompareCovariance(golden.Matrix("vcov"), estimates, order, expected);
        }
    }

    private static double DesignEffect(GoldenCase golden, Estimate estimate) =>
        golden.Id.EndsWith("deffreplace", StringComparison.Ordinal) ? estimate.DesignEffectWithReplacement
        : estimate.DesignEffect;

    // The floor of a covariance is sqrt(V_ii V_jj), and that of a variance the squared estimate, as for its root.
    private static void CompareCovariance(double[][] expected, Estimates estimates, int[] order, double[] values)
    {
        double[,] matrix = estimates.CovarianceMatrix();
        for (int i = 0; i < expected.Length; i++)
            for (int j = 0; j < expected.Length; j++)
            {
                double floor = Math.Sqrt(expected[i][i] * expected[j][j]);
                if (floor == 0)
                    floor = Math.Abs(values[i] * values[j]);
                Assert.That(matrix[order[i], order[j]], Close(expected[i][j], ClosedForm, floor));
                Assert.That(estimates.Covariance(order[i], order[j]), Is.EqualTo(matrix[order[i], order[j]]));
            }
    }
}
