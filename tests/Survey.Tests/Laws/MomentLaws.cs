using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>What is true of design effects, effective sizes and variances of variables, whatever the numbers are.</summary>
public class MomentLaws
{
    private static RandomSample Sample(int seed) => RandomSample.Of(seed, SamplePlan.Of(new Random(seed), LonelyPsu.Fail));

    [Test]
    public void ASimpleRandomSampleHasADesignEffectOfOne([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        double[] y = [.. Enumerable.Range(0, random.Next(3, 60)).Select(_ => Math.Round(1_000 * random.NextDouble()))], x = [.. y.Select(_ => 1 + random.NextDouble())];
        double population = 3 * y.Length + 1;
        Table table = Table.FromColumns([("y", y), ("x", x), ("size", y.Select(_ => population).ToArray())]);
        Estimates drawn = new SurveyDesign(table, populationSizes: "size").Estimate(Total("y"), Mean("y"), Proportion(Col("x") > 1.5), Ratio("y", "x"), Variance("y"));
        Estimates replaced = new SurveyDesign(table).Estimate(Total("y"), Mean("y"), Ratio("y", "x"), StandardDeviation("y"));

        using (Assert.EnterMultipleScope())
        {
            foreach (Estimate estimate in drawn.Where(estimate => estimate.StandardError > 0))
                Assert.That(estimate.DesignEffect, Close(1, ClosedForm), estimate.Title);
            Assert.That(drawn[0].DesignEffectInWholeSample, Close(1, ClosedForm));
            foreach (Estimate estimate in replaced)
            {
                Assert.That(estimate.DesignEffectWithReplacement, Close(1, ClosedForm), estimate.Title);
                Assert.That(estimate.DesignEffect, Is.NaN, "weights of 1 expand to nobody else");
            }
        }
    }

    [Test]
    public void DesignEffectsDoNotCareForUnits([Range(1, 10)] int seed, [Values(-3.7, 1e-6)] double factor)
    {
        Domains domains = Sample(seed).Design().By("region");
        Expr scaled = factor * Col("y");
        Estimates before = domains.Estimate(Total("y"), Mean("y"), Ratio("y", "x")), after = domains.Estimate(Total(scaled), Mean(scaled), Ratio(scaled, "x"));

        using (Assert.EnterMultipleScope())
            for (int k = 0; k < before.Count; k++)
                if (before[k].StandardError > 1e-6 * Math.Abs(before[k].Value))
                {
                    Assert.That(after[k].DesignEffectWithReplacement, CloseOrNaN(before[k].DesignEffectWithReplacement, before[k]));
                    Assert.That(after[k].DesignEffectInWholeSample, CloseOrNaN(before[k].DesignEffectInWholeSample, before[k]));
                    Assert.That(after[k].KishDesignEffect, Is.EqualTo(before[k].KishDesignEffect));
                }
    }

    [Test]
    public void EqualWeightsHaveAKishDesignEffectOfOne([Range(1, 10)] int seed)
    {
        RandomSample sample = RandomSample.Of(seed, SamplePlan.Of(new Random(seed), LonelyPsu.Fail) with { Weighted = true });
        Estimates equal = sample.With(sample.Rows.Select(row => row with { Weight = row.Weight > 0 ? 3.7 : 0 })).Design().By("region").Estimate(Mean("y"), Total("x"));

        using (Assert.EnterMultipleScope())
            foreach (Estimate estimate in equal.Where(estimate => estimate.Respondents > 0))
            {
                Assert.That(estimate.KishDesignEffect, Close(1, ClosedForm));
                Assert.That(estimate.KishEffectiveSize, Close(estimate.Respondents, ClosedForm));
            }
    }

    [Test]
    public void TheVarianceOfAMultipleIsItsSquareAsMuch([Range(1, 20)] int seed, [Values(-3.7, 1e-6)] double factor)
    {
        Domains domains = Sample(seed).Design().By("region");
        Estimates before = domains.Estimate(Variance("y"), StandardDeviation("y")), after = domains.Estimate(Variance(factor * Col("y")), StandardDeviation(factor * Col("y")));

        using (Assert.EnterMultipleScope())
            for (int k = 0; k < before.Count; k++)
            {
                double scale = before[k].Statistic == "variance" ? factor * factor : Math.Abs(factor);
                Assert.That(after[k].Value, CloseOrNaN(scale * before[k].Value));
                Assert.That(after[k].StandardError, CloseOrNaN(scale * before[k].StandardError, scale * before[k].Value));
            }
    }

    [Test]
    public void AStandardDeviationIsTheRootOfAVariance([Range(1, 20)] int seed)
    {
        Estimates estimates = Sample(seed).Design().Estimate(Variance("y"), StandardDeviation("y"), Variance("smoker"), Mean("smoker"));
        double n = estimates[3].Respondents, p = estimates[3].Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimates[1].Value, Close(Math.Sqrt(estimates[0].Value), ClosedForm));
            Assert.That(estimates[1].CoefficientOfVariation, Close(estimates[0].CoefficientOfVariation / 2, ClosedForm, 1));
            Assert.That(estimates[2].Value, Close(n / (n - 1) * p * (1 - p), ClosedForm));
        }
    }

    /// <summary>y is a multiple of 2⁻¹⁰ and small, so that y + 10⁹ is exact and only the library's own rounding is seen.</summary>
    [Test]
    public void AShiftOfABillionLosesNoDigits([Range(1, 20)] int seed)
    {
        RandomSample sample = Sample(seed);
        sample = sample.With(sample.Rows.Select(row => row with { Y = Math.Round(row.Y * 1_024) / 1_024 }));
        Statistic[] asked = [Variance("y"), StandardDeviation("y"), Mean("y")];
        Estimates before = sample.Design().By("region").Estimate(asked), after = sample.With(sample.Rows.Select(row => row with { Y = row.Y + 1e9 })).Design().By("region").Estimate(asked);

        using (Assert.EnterMultipleScope())
            for (int k = 0; k < before.Count; k++)
            {
                if (before[k].Statistic != "mean")
                    Assert.That(after[k].Value, CloseOrNaN(before[k].Value));
                Assert.That(after[k].StandardError, CloseOrNaN(before[k].StandardError, before[k].Statistic == "mean" ? 0 : before[k].Value));
                Assert.That(after[k].DesignEffectWithReplacement, CloseOrNaN(before[k].DesignEffectWithReplacement, before[k]));
            }
    }

    [Test]
    public void OfOneRespondentOrEqualAnswersThereIsNoDesignEffect()
    {
        var design = new SurveyDesign(Table.FromColumns([("y", (double[])[3.3, 3.3, 3.3, double.NaN]), ("w", (double[])[1.7, 2.9, 10.1, 4]), ("g", (double[])[1, 2, 2, 3])]), "w");
        Estimates all = design.Estimate(Mean("y"), Total("y"), Ratio("y", 3 * Col("y")), StandardDeviation("y")), one = design.By("g").Estimate(Mean("y"), Variance("y"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(estimate => estimate.DesignEffect), Is.All.NaN);
            Assert.That((all[3].Value, all[3].StandardError), Is.EqualTo((0, double.NaN)));
            Assert.That((one[0].DesignEffect, one[3].Value, one[2].KishDesignEffect), Is.EqualTo((double.NaN, double.NaN, double.NaN)));
            Assert.That(one[0].KishDesignEffect, Is.EqualTo(1));
        }
    }

    private static NUnit.Framework.Constraints.Constraint CloseOrNaN(double expected, double scale = 0) => double.IsNaN(expected) ? Is.NaN : Close(expected, ClosedForm, scale);

    // it has lost the digits that the variance has lost to the squared estimate
    private static NUnit.Framework.Constraints.Constraint CloseOrNaN(double effect, Estimate of) => CloseOrNaN(effect, effect * Math.Max(1, 1 / Math.Pow(of.CoefficientOfVariation, 2)));
}
