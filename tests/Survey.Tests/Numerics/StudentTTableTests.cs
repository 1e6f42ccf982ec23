using static Survey.Tests.Tolerance;

namespace Survey.Tests;

/// <summary>Student's t against other software. When the tables were made the worst relative error against 60 digits was 1e-14 for tails and 3e-15 for quantiles (4e-14 at 0.01 degrees of freedom); R itself is up to 7e-14 off.</summary>
public class StudentTTableTests
{
    [TestCaseSource(typeof(StudentTCase), nameof(StudentTCase.Exact))]
    public void AgreesWithSixtyDigits(StudentTCase row) => Assert.That(row.Actual, Close(row.Value, Distribution));

    [TestCaseSource(typeof(StudentTCase), nameof(StudentTCase.FromR))]
    public void AgreesWithR(StudentTCase row)
    {
        Assert.That(row.Actual, Close(row.Value, Distribution));

        if (row.Log is not { } log)
            return;
        if (row.Actual > 0)
            Assert.That(Math.Log(row.Actual), Close(log, Distribution));
        else
            Assert.That(log, Is.LessThan(Math.Log(double.Epsilon) - Math.Log(2)), "is too small for a double");
    }

    [Test]
    public void BothTablesHaveTheirRows()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(StudentTCase.Exact().Count(), Is.EqualTo(18 * (19 + 21)));
            Assert.That(StudentTCase.FromR().Count(row => row.Function == "pt"), Is.EqualTo(12 * 17));
            Assert.That(StudentTCase.FromR().Count(row => row.Function == "qt"), Is.GreaterThan(12 * 20 - 12), "quantiles on which R contradicts itself are left out");
        }
    }
}
