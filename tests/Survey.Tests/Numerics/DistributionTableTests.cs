using static Survey.Tests.Tolerance;

namespace Survey.Tests;

/// <summary>Beta, F, chi-squared and normal distributions against exact arithmetic and other software.</summary>
public class DistributionTableTests
{
    [Test]
    public void AgreesWithFiftyDigits([Values("pbeta", "qbeta")] string function)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (DistributionCase row in DistributionCase.Exact().Where(row => row.Function == function))
                Assert.That(row.Actual, Close(row.Value, ToleranceOf(row)), row.ToString());
        }
    }

    /// <summary>A quantile near zero of a beta with parameter a is like p^(1/a): the last digit of the gammas in it counts 1/a times, a thousand times in the table.</summary>
    private static double ToleranceOf(DistributionCase row) => row.Function is "qbeta" && Math.Min(row.First, row.Second) < 0.01 ? ClosedForm : Distribution;
}
