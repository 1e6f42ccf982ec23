using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>What is true of every sample, whatever the numbers are.</summary>
public class EstimateLaws
{
    private static readonly Statistic[] Asked = [Total("y"), Mean("y"), Proportion("smoker"), Ratio("y", "x"), Shares("kind")];

    private static RandomSample Sample(int seed) => RandomSample.Of(seed, SamplePlan.Of(new Random(seed), LonelyPsu.Fail));

    private static RandomSample Weighted(int seed) => RandomSample.Of(seed, SamplePlan.Of(new Random(seed), LonelyPsu.Fail) with { Weighted = true });

    [Test]
    public void TheOrderOfRowsIsIrrelevant([Range(1, 20)] int seed)
    {
        RandomSample sample = Sample(seed);

        Same(sample.Shuffled().Design().By("region").Estimate(Asked), sample.Design().By("region").Estimate(Asked));
    }

    [Test]
    public void ScalingWeightsScalesTotalsAndNothingElse([Range(1, 20)] int seed)
    {
        RandomSample sample = Weighted(seed), scaled = sample.With(sample.Rows.Select(row => row with { Weight = row.Weight * 37 }));
        Estimates before = sample.Design().Estimate(Asked), after = scaled.Design().Estimate(Asked);

        using (Assert.EnterMultipleScope())
            for (int k = 0; k < before.Count; k++)
            {
                double factor = before[k].Statistic == "total" ? 37 : 1;
                Assert.That(after[k].Value, Close(factor * before[k].Value, ClosedForm));
                Assert.That(after[k].StandardError, Close(factor * before[k].StandardError, ClosedForm, factor * before[k].Value));
                Assert.That(after[k].DegreesOfFreedom, Is.EqualTo(before[k].DegreesOfFreedom));
            }
    }

    [Test]
    public void ScalingAVariableScalesItsEstimatesAndTheirErrors([Range(1, 10)] int seed, [Values(-3.7, 1e-6, 0.0)] double factor)
    {
        SurveyDesign design = Sample(seed).Design();
        Estimates before = design.By("region").Estimate(Total("y"), Mean("y"), Ratio("y", "x"));
        Expr scaled = factor * Col("y");
        Estimates after = design.By("region").Estimate(Total(scaled), Mean(scaled), Ratio(scaled, "x"));

        using (Assert.EnterMultipleScope())
            for (int k = 0; k < before.Count; k++)
            {
                Assert.That(after[k].Value, CloseOrNaN(factor * before[k].Value));
                Assert.That(after[k].StandardError, CloseOrNaN(Math.Abs(factor) * before[k].StandardError, factor * before[k].Value));
            }
    }

    [Test]
    public void ShiftingAVariableLeavesTheErrorOfItsMean([Range(1, 10)] int seed, [Values(-50.0, 4_096.0)] double shift)
    {
        SurveyDesign design = Sample(seed).Design();
        Estimate before = design.Mean("y"), after = design.Mean(Col("y") + shift);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Value, Close(before.Value + shift, ClosedForm, shift));
            Assert.That(after.StandardError, Close(before.StandardError, ClosedForm, shift));
        }
    }

    /// <summary>y is a multiple of 2⁻²⁰, so that y + 10⁹ is exact and only the library's own rounding is seen.</summary>
    [Test]
    public void AShiftOfABillionLosesNoDigits([Range(1, 20)] int seed)
    {
        RandomSample sample = Sample(seed);
        sample = sample.With(sample.Rows.Select(row => row with { Y = Math.Round(row.Y * (1 << 20)) / (1 << 20) }));
        RandomSample shifted = sample.With(sample.Rows.Select(row => row with { Y = row.Y + 1e9 }));
        Estimates before = sample.Design().By("region").Mean("y"), after = shifted.Design().By("region").Mean("y");

        using (Assert.EnterMultipleScope())
            for (int k = 0; k < before.Count; k++)
            {
                Assert.That(after[k].Value, CloseOrNaN(before[k].Value + 1e9));
                Assert.That(after[k].StandardError, CloseOrNaN(before[k].StandardError));
            }
    }

    [Test]
    public void NorWhereTheFirstChunkHasOneValue([Values(0, 1)] int clusters)
    {
        double[] y = [.. Enumerable.Range(0, 70_000).Select(row => row < 66_000 && row != 1_234 ? double.NaN : row % 10)], psus = [.. y.Select((_, row) => (double)(row % 97))];
        Table table = Table.FromColumns([("y", y), ("shifted", y.Select(value => value + 1e9).ToArray()), ("psu", psus)]);
        Estimates estimates = new SurveyDesign(table, clusters: clusters == 0 ? default(Names) : "psu").Estimate(Mean("y"), Mean("shifted"));

        Assert.That(estimates[1].StandardError, Close(estimates[0].StandardError, ClosedForm));
    }

    [Test]
    public void ATotalIsItsMeanTimesTheSumOfWeights([Range(1, 20)] int seed)
    {
        Estimates estimates = Sample(seed).Design().By("region").Estimate(Total("y"), Mean("y"));

        using (Assert.EnterMultipleScope())
            for (int k = 0; k < estimates.Count / 2; k++)
            {
                Estimate mean = estimates[k + estimates.Count / 2];
                Assert.That(estimates[k].Value, CloseOrNaN(mean.Value * mean.SumOfWeights));
            }
    }

    [Test]
    public void AMeanOfADomainIsARatioOfTotals([Range(1, 20)] int seed)
    {
        SurveyDesign design = Sample(seed).Design();
        Expr meant = Col("region") == "west";
        Estimate mean = design.Where(meant).Mean("y");
        Estimates ratios = design.Estimate(
            Ratio(When(meant, Col("y"), 0), When(meant, Col("y") - Col("y") + 1, 0)),
            Total(When(meant, Col("y"), 0)),
            Total(When(meant, Col("y") - Col("y") + 1, 0)));
        double people = ratios[2].Value, r = ratios[1].Value / people;
        // the delta method over the two totals
        double variance = (ratios.Covariance(1, 1) - 2 * r * ratios.Covariance(1, 2) + r * r * ratios.Covariance(2, 2)) / people / people;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mean.Value, Close(ratios[0].Value, ClosedForm));
            Assert.That(mean.Value, Close(r, ClosedForm));
            Assert.That(mean.StandardError, Close(ratios[0].StandardError, ClosedForm, mean.Value));
            Assert.That(mean.StandardError * mean.StandardError, Close(variance, ClosedForm, r * r));
        }
    }

    [Test]
    public void ACensusHasNoError([Range(1, 10)] int seed, [Values(0, 1, 2, 3)] int clusters, [Values] bool fractions)
    {
        var plan = new SamplePlan { Clusters = clusters, Sizes = Math.Max(1, clusters), Fractions = fractions, Census = true, MostUnits = 6, Weighted = seed % 2 == 0 };
        Estimates estimates = RandomSample.Of(seed, plan).Design().By("region").Estimate(Asked);

        using (Assert.EnterMultipleScope())
            foreach (Estimate estimate in estimates)
                Assert.That(estimate.StandardError, estimate.Respondents == 0 ? Is.NaN : Is.Zero);
    }

    [Test]
    public void SharesSumToOneAndTheirCovariancesToZero([Range(1, 20)] int seed)
    {
        SurveyDesign design = Sample(seed).Design();
        Estimates shares = seed % 2 == 0 ? design.Shares("kind") : design.Shares("smoker");
        double[,] covariance = shares.CovarianceMatrix();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shares.Sum(share => share.Value), Close(1, ClosedForm));
            for (int k = 0; k < shares.Count; k++)
                Assert.That(Enumerable.Range(0, shares.Count).Sum(l => covariance[k, l]), Close(0, ClosedForm, covariance[k, k]));
        }
    }

    [Test]
    public void DomainsThatCoverEverybodyAddUp([Range(1, 20)] int seed)
    {
        RandomSample sample = RandomSample.Of(seed, SamplePlan.Of(new Random(seed), LonelyPsu.Fail) with { Missing = false });
        SurveyDesign design = sample.Design();
        Estimate all = design.Total("y");
        Estimates parts = design.By("kind", "smoker").Total("y");
        int[] met = [.. Enumerable.Range(0, parts.Count).Where(k => parts[k].Respondents > 0)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(met.Sum(k => parts[k].Value), Close(all.Value, ClosedForm));
            Assert.That(Math.Sqrt(met.Sum(k => met.Sum(l => parts.Covariance(k, l)))), Close(all.StandardError, ClosedForm, all.Value));
        }
    }

    [Test]
    public void ASimpleRandomSampleHasTheTextbookError([Range(1, 20)] int seed, [Values] bool clustersOfOneRow)
    {
        var random = new Random(seed);
        double[] y = [.. Enumerable.Range(0, random.Next(2, 60)).Select(_ => Math.Round(1_000 * random.NextDouble()))];
        double n = y.Length, population = 3 * n + 1, mean = y.Average(), s2 = y.Sum(value => (value - mean) * (value - mean)) / (n - 1);
        Table table = Survey.Table.FromColumns([("y", y), ("size", y.Select(_ => population).ToArray()), ("row", y.Select((_, row) => (double)row).ToArray())]);
        Estimates estimates = new SurveyDesign(table, clusters: clustersOfOneRow ? "row" : default(Names), populationSizes: "size").Estimate(Mean("y"), Total("y"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimates[0].Value, Close(mean, ClosedForm));
            Assert.That(estimates[0].StandardError, Close(Math.Sqrt(s2 / n * (1 - n / population)), ClosedForm));
            Assert.That(estimates[1].Value, Close(population * mean, ClosedForm));
            Assert.That(estimates[1].StandardError, Close(population * Math.Sqrt(s2 / n * (1 - n / population)), ClosedForm));
            Assert.That(estimates[0].DegreesOfFreedom, Is.EqualTo(n - 1));
        }
    }

    [Test]
    public void RowsAreUnitsAsClustersOfOneRowAre([Range(1, 20)] int seed, [Values] LonelyPsu rule)
    {
        SamplePlan plan = SamplePlan.Of(new Random(seed), rule);
        RandomSample rows = RandomSample.Of(seed, plan with { Clusters = 0, Sizes = Math.Min(1, plan.Sizes), MostUnits = 20 });
        Table table = rows.Table().With("row", new NumberColumn([.. rows.Rows.Select((_, row) => 7.5 * row)]));
        SurveyDesign numbered = new(table, rows.Plan.Weighted ? "w" : null, rows.Plan.Strata > 0 ? "stratum" : null, "row", rows.Plan.Sizes == 1 ? "n1" : default(Names), rule);

        Same(numbered.By("region").Estimate(Asked), rows.Design(rule).By("region").Estimate(Asked));
    }

    [Test]
    public void OtherCodesForStrataAndClustersChangeNothing([Range(1, 20)] int seed)
    {
        RandomSample sample = RandomSample.Of(seed, SamplePlan.Of(new Random(seed), LonelyPsu.Fail) with { Strata = 5, Clusters = 2, Sizes = seed % 3, Weighted = true });
        Table table = sample.Table();
        Table renamed = table
            .With("stratum", new NumberColumn([.. sample.Rows.Select(row => row.Stratum.Sum(letter => Math.Pow(letter, 3)) * 1e6 + 0.25)]))
            .With("u1", new CategoryColumn([.. sample.Rows.Select(row => $"村 {1_000 - row.Units[0]}")]))
            .With("u2", new DateColumn([.. sample.Rows.Select(row => (DateOnly?)new DateOnly(2024, 12, 31).AddDays(-17 * row.Units[1]))]));

        Same(sample.Design(renamed).By("region").Estimate(Asked), sample.Design(table).By("region").Estimate(Asked));
    }

    [Test]
    public void ACovarianceMatrixIsPositiveSemidefinite([Range(1, 20)] int seed, [Values] LonelyPsu rule)
    {
        RandomSample sample = RandomSample.Of(seed, SamplePlan.Of(new Random(seed), rule));
        Estimates estimates = sample.Design(rule).By("smoker").Estimate(Asked);
        int[] known = [.. Enumerable.Range(0, estimates.Count).Where(k => estimates[k].StandardError > 0)];
        // of correlations, so that the sizes of the variables do not matter
        double[,] correlation = new double[known.Length, known.Length];
        for (int k = 0; k < known.Length; k++)
            for (int l = 0; l < known.Length; l++)
                correlation[k, l] = estimates.Covariance(known[k], known[l]) / estimates[known[k]].StandardError / estimates[known[l]].StandardError;

        var eigen = MathNet.Numerics.LinearAlgebra.Double.Matrix.Build.DenseOfArray(correlation).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);

        Assert.That(eigen.EigenValues.Min(value => value.Real), Is.GreaterThan(-ClosedForm));
    }

    [Test]
    public void PairsOfManyEstimatesAreTheSameAsTheMatrix([Values(0, 1)] int clusters)
    {
        RandomSample sample = RandomSample.Of(3, new SamplePlan { Clusters = clusters, MostUnits = 60 });
        Estimates estimates = sample.Design().By("kind", "region", "smoker").Estimate(Asked); // 8 statistics, 32 domains
        double[,] matrix = estimates.CovarianceMatrix();

        using (Assert.EnterMultipleScope())
            for (int k = 0; k < estimates.Count; k += 29)
                for (int l = 0; l < estimates.Count; l += 23)
                    Assert.That(estimates.Covariance(k, l), Is.EqualTo(matrix[k, l]));
    }

    internal static void Same(Estimates actual, Estimates expected)
    {
        Assert.That(actual, Has.Count.EqualTo(expected.Count));
        double[,] matrix = actual.CovarianceMatrix();
        using (Assert.EnterMultipleScope())
            for (int k = 0; k < expected.Count; k++)
            {
                Estimate estimate = actual[k];
                Assert.That(estimate.Value, CloseOrNaN(expected[k].Value), estimate.Title);
                Assert.That(estimate.StandardError, CloseOrNaN(expected[k].StandardError, estimate.Value), estimate.Title);
                Assert.That(estimate.KishEffectiveSize, CloseOrNaN(expected[k].KishEffectiveSize), estimate.Title);
                if (estimate.StandardError > 1e-6 * Math.Abs(estimate.Value))
                    Assert.That(estimate.DesignEffectWithReplacement, CloseOrNaN(expected[k].DesignEffectWithReplacement, estimate.DesignEffectWithReplacement / Math.Pow(estimate.CoefficientOfVariation, 2)), estimate.Title);
                Assert.That(WithoutSums(estimate), Is.EqualTo(WithoutSums(expected[k])), estimate.Title);
                for (int l = 0; l < k; l++)
                    Assert.That(matrix[k, l], CloseOrNaN(expected.Covariance(k, l), Math.Max(estimate.StandardError * actual[l].StandardError, Math.Abs(estimate.Value * actual[l].Value))), estimate.Title);
            }
    }

    private static Estimate WithoutSums(Estimate estimate) => estimate with
    {
        Value = 0,
        StandardError = 0,
        SumOfWeights = 0,
        SumOfSquaredWeights = 0,
        DesignEffectWithReplacement = 0,
        DesignEffectInWholeSample = 0,
        Domain = [],
    };

    private static NUnit.Framework.Constraints.Constraint CloseOrNaN(double expected, double scale = 0) =>
        double.IsNaN(expected) ? Is.NaN : Close(expected, ClosedForm, scale);
}
