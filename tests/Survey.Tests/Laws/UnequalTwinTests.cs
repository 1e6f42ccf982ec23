using System.Globalization;
using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>Variances and covariances of unequal probabilities against their naive twin, pair by pair.</summary>
public class UnequalTwinTests
{
    private delegate double Twin(double[] x, double[] y);

    [Test]
    public void Brewer([Range(1, 20)] int seed)
    {
        var sample = new UnequalSample(seed);
        Matches(sample, UnequalProbabilities.Brewer("p"), sample.Twin.Brewer);
    }

    [Test]
    public void Overton([Range(1, 20)] int seed)
    {
        var sample = new UnequalSample(seed);
        Matches(sample, UnequalProbabilities.Overton("p"), sample.Twin.Overton);
    }

    [Test]
    public void HartleyRao([Range(1, 20)] int seed)
    {
        var sample = new UnequalSample(seed);
        Matches(sample, UnequalProbabilities.HartleyRao("p", "squares"), (x, y) => sample.Twin.HartleyRao(x, y, stratum => sample.SumsOfSquares[stratum]));
        // estimated: Σ π of those that chance drew
        Matches(sample, UnequalProbabilities.HartleyRao("p"), (x, y) => sample.Twin.HartleyRao(x, y, stratum => sample.P.Where((p, i) => p < 1 && sample.Stratum[i] == stratum).Sum()));
        if (sample.Strata == 1)
            Matches(sample, UnequalProbabilities.HartleyRao("p", sample.SumsOfSquares[0]), (x, y) => sample.Twin.HartleyRao(x, y, _ => sample.SumsOfSquares[0]));
    }

    [Test]
    public void HorvitzThompson([Range(1, 20)] int seed)
    {
        var sample = new UnequalSample(seed);
        Matches(sample, UnequalProbabilities.HorvitzThompson("p", sample.Pairs()), sample.Twin.HorvitzThompson);
        Matches(sample, UnequalProbabilities.HorvitzThompson("p", sample.Joint, Ids(sample)), sample.Twin.HorvitzThompson);
    }

    [Test]
    public void YatesGrundy([Range(1, 20)] int seed)
    {
        var sample = new UnequalSample(seed);
        Matches(sample, UnequalProbabilities.YatesGrundy("p", sample.Pairs()), sample.Twin.YatesGrundy);
        Matches(sample, UnequalProbabilities.YatesGrundy("p", sample.Joint, Ids(sample)), sample.Twin.YatesGrundy);
    }

    private static string[] Ids(UnequalSample sample) => [.. sample.P.Select((_, i) => i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The total of everyone and the mean of a domain, which misses some PSUs.</summary>
    private static void Matches(UnequalSample sample, UnequalProbabilities unequal, Twin twin)
    {
        (double[] total, double[] mean) = sample.Scores();
        Estimates estimates = sample.Design(unequal).Estimate(Total("y"), Ratio(When(Col("inside"), Col("y"), 0), When(Col("inside"), 1, 0)));
        Estimate domain = sample.Design(unequal).Where(Col("inside")).Mean("y");
        double[] sizes = [total.Sum(Math.Abs), mean.Sum(Math.Abs)];

        using (Assert.EnterMultipleScope())
        {
            IsRootOf(estimates[0].StandardError, twin(total, total), sizes[0]);
            IsRootOf(estimates[1].StandardError, twin(mean, mean), sizes[1]);
            IsRootOf(domain.StandardError, twin(mean, mean), sizes[1]);
            Assert.That(estimates.Covariance(0, 1), Close(twin(total, mean), ClosedForm, sizes[0] * sizes[1]));
        }
    }

    private static void IsRootOf(double standardError, double variance, double size)
    {
        if (variance < 0)
            Assert.That(standardError, Is.NaN);
        else
            Assert.That(standardError * standardError, Close(variance, ClosedForm, size * size));
    }
}
