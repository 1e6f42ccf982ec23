using static Survey.Tests.Tolerance;

namespace Survey.Tests;

/// <summary>Beta, F, chi-squared and normal distributions against exact arithmetic and against R.</summary>
/// <remarks>
/// When the tables were made the worst relative errors against 50 digits were 1e-14 for tails and 2e-14 for quantiles (4e-14 for chi-squared tails); with a
/// beta parameter of 0.001 they were 1.2e-13 for tails and 8e-13 for quantiles. R itself is right to 1e-13 but for the 186 rows that distributions.tsv has as comments.
/// </remarks>
public class DistributionTableTests
{
    private static readonly string[] Functions = ["pbeta", "qbeta", "pf", "qf", "pchisq", "qchisq", "pnorm", "qnorm"];

    [TestCaseSource(nameof(Functions))]
    public void AgreesWithFiftyDigits(string function) => Agrees(DistributionCase.Exact().Where(row => row.Function == function));

    [TestCaseSource(nameof(Functions))]
    public void AgreesWithR(string function) => Agrees(DistributionCase.FromR().Where(row => row.Function == function));

    [Test]
    public void BothTablesHaveTheirRows()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DistributionCase.Exact().Select(row => row.Function).Distinct(), Is.EquivalentTo(Functions));
            Assert.That(DistributionCase.Exact().Count(), Is.EqualTo(4_816));
            Assert.That(DistributionCase.FromR().Count(), Is.EqualTo(4_630), "the rows on which R is wrong are comments");
        }
    }

    private static void Agrees(IEnumerable<DistributionCase> rows)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (DistributionCase row in rows)
                Assert.That(row.Actual, Close(row.Value, ToleranceOf(row)), row.ToString());
        }
    }

    /// <summary>
    /// With a tiny parameter a (half of the degrees of freedom for chi-squared) a quantile is like p^(1/a), and a tail across the mean like a: the last digit of the other
    /// tail counts 1/a times in both, up to a thousand times in the tables.
    /// </summary>
    private static double ToleranceOf(DistributionCase row) => row.First <= 0.01 || row.Second <= 0.01 ? ClosedForm : Distribution;
}
