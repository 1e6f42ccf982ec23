using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Five imputations combined, against R's mitools.</summary>
public class ImputationTests
{
    private static readonly Estimates[] Imputed = [.. Enumerable.Range(1, 5).Select(imputation =>
        new SurveyDesign(Samples.Table("nhanes_chol_imputed").Filter(Col("imp") == imputation), "WTMEC2YR", "SDMVSTRA", "SDMVPSU").By("RIAGENDR").Estimate(Mean("HI_CHOL"), Proportion("HI_CHOL")))];

    private static readonly Estimates[] OfEverybody = [.. Enumerable.Range(1, 5).Select(imputation =>
        new SurveyDesign(Samples.Table("nhanes_chol_imputed").Filter(Col("imp") == imputation), "WTMEC2YR", "SDMVSTRA", "SDMVPSU").Estimate(Mean("HI_CHOL")))];

    /// <summary>
    /// mitools 2.4 takes U/(U + B) where Barnard and Rubin have U/T, T = U + (1 + 1/m) B, so its degrees of freedom are not those of the paper; put together its way ours are its.
    /// </summary>
    [Test]
    public void MatchesR()
    {
        GoldenCase golden = GoldenCase.Named("estimates_2.json", "mi.mean.small_sample");
        Estimate combined = MultipleImputation.Combine(OfEverybody)[0];
        double[] values = [.. OfEverybody.Select(estimates => estimates[0].Value)];
        double u = OfEverybody.Average(estimates => Math.Pow(estimates[0].StandardError, 2)), b = values.Sum(value => Math.Pow(value - values.Average(), 2)) / 4, t = u + 1.2 * b;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(combined.Value, Close(golden.Numbers("estimate")[0], ClosedForm));
            Assert.That(combined.StandardError, Close(golden.Numbers("se")[0], ClosedForm));
            Assert.That(combined.DegreesOfFreedom, Close(Combined(16 * 17 / 19.0 * u / t), ClosedForm));
            Assert.That(Combined(16 * 17 / 19.0 * u / (u + b)), Close(golden.Numbers("df")[0], ClosedForm));
        }

        double Combined(double observed) => 1 / (1 / (4 * Math.Pow(t / (1.2 * b), 2)) + 1 / observed);
    }

    [Test]
    public void TheCovarianceIsThatOfTheParts()
    {
        Estimates combined = MultipleImputation.Combine(Imputed);
        double[] first = [.. Imputed.Select(estimates => estimates[0].Value)], second = [.. Imputed.Select(estimates => estimates[1].Value)];
        double between = first.Zip(second, (a, b) => (a - first.Average()) * (b - second.Average())).Sum() / 4;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(combined.Covariance(0, 1), Close(Imputed.Average(estimates => estimates.Covariance(0, 1)) + 1.2 * between, ClosedForm, combined[0].StandardError * combined[1].StandardError));
            for (int k = 0; k < combined.Count; k++)
                Assert.That(combined[k].StandardError, Close(Math.Sqrt(combined.Covariance(k, k)), ClosedForm));
            Assert.That(combined[2].Interval().Method, Is.EqualTo(IntervalMethod.Logit));
            Assert.That(combined.Sample.Notes, Has.Member("combined over 5 imputations"));
        }
    }

    [Test]
    public void EqualImputationsAreOneWithFewerDegreesOfFreedom()
    {
        Estimate combined = MultipleImputation.Combine(OfEverybody[0], OfEverybody[0], OfEverybody[0])[0], alone = OfEverybody[0][0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(combined.Value, Close(alone.Value, ClosedForm));
            Assert.That(combined.StandardError, Close(alone.StandardError, ClosedForm));
            Assert.That(combined.DegreesOfFreedom, Close(16 * 17 / 19.0, ClosedForm), "the limit of the formula, as nothing is lost");
        }
    }

    [Test]
    public void OneIsNoneAndUnlikeOnesDoNotCombine()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => MultipleImputation.Combine(OfEverybody[0]), Throws.ArgumentException.With.Message.StartsWith("Give the estimates of at least two imputations, not of 1;"));
            Assert.That(() => MultipleImputation.Combine(OfEverybody[0], Imputed[0]), Throws.ArgumentException.With.Message.StartsWith("Imputation 2 has other statistics or domains than the first;"));
        }
    }

    /// <summary>The mean of equal numbers may be off by a rounding, which is no variance.</summary>
    [Test]
    public void WhatTheDesignFixesStaysFixed()
    {
        double[] strata = [.. Enumerable.Range(0, 98).Select(row => (double)(row % 3))];
        Table table = Survey.Table.FromColumns([("h", (System.Collections.IEnumerable)strata.Select(h => "abc"[(int)h].ToString()).ToArray()), ("w", strata.Select(h => 0.1 + 0.27 * h).ToArray())]);
        Estimates shares = new SurveyDesign(table, "w", "h").Shares("h"), combined = MultipleImputation.Combine(shares, shares, shares);
        Assert.That(combined.Select(share => share.StandardError), Is.All.Zero);
        Assert.That(combined.Select(share => share.DegreesOfFreedom), Is.All.GreaterThan(80));
    }
}
