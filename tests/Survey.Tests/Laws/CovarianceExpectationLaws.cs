using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>What the covariance of two waves is on average, worked out over all samples there can be of villages whose value is 1 or -1.</summary>
/// <remarks>
/// Each PSU is centred at the mean of all n of its wave, of which only m are in both, so that C is on average n/(n - 1) · (1 - 2/n + m/n²) of the true covariance:
/// all of it where all are shared, too little otherwise. The variance of a change is then too large rather than too small.
/// </remarks>
public class CovarianceExpectationLaws
{
    [TestCase(2, 1, 0.5)]
    [TestCase(2, 2, 1.0)]
    [TestCase(3, 1, 2 / 3.0)]
    [TestCase(3, 2, 5 / 6.0)]
    [TestCase(4, 2, 5 / 6.0)]
    [TestCase(4, 4, 1.0)]
    [TestCase(5, 4, 0.95)]
    public void IsAllOfItOnlyWhereAllAreShared(int n, int shared, double share)
    {
        int villages = 2 * n - shared;
        double variance = 0, covariance = 0, change = 0;
        for (int sample = 0; sample < 1 << villages; sample++)
        {
            double[] value = [.. Enumerable.Range(0, villages).Select(village => (sample >> village & 1) == 0 ? 1.0 : -1)];
            Change own = new Waves(samePlaces: true, ("first", Wave(value, 0, n)), ("second", Wave(value, villages - n, n))).Change(Total("y"));
            variance += Math.Pow(own.Before.StandardError, 2);
            covariance += own.Covariance;
            change += Math.Pow(own.Difference.StandardError, 2);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(share, Close(n / (n - 1.0) * (1 - 2.0 / n + (double)shared / n / n), ClosedForm));
            Assert.That(variance, Close(Math.ScaleB(n, villages), ClosedForm)); // n villages of variance 1
            Assert.That(covariance, Close(Math.ScaleB(share * shared, villages), ClosedForm));
            Assert.That(change, Close(Math.ScaleB(2 * (n - share * shared), villages), ClosedForm));
        }
    }

    private static SurveyDesign Wave(double[] value, int from, int n) =>
        new(Table.FromColumns([("y", value[from..(from + n)]), ("village", Enumerable.Range(from, n).Select(village => (double)village).ToArray())]), clusters: "village");
}
