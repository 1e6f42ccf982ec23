using MathNet.Numerics.LinearAlgebra;
using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;
using Matrix = MathNet.Numerics.LinearAlgebra.Double.Matrix;

namespace Survey.Tests.Laws;

/// <summary>What is true of any waves, whatever they share.</summary>
public class WaveLaws
{
    private static readonly Statistic[] _asked = [Total("y"), Mean("y"), Proportion("smoker"), Ratio("y", "x"), Shares("kind")];

    [Test]
    public void TheJointMatrixIsPositiveSemidefinite([Range(0, 900, 100)] int first)
    {
        using (Assert.EnterMultipleScope())
            for (int seed = first; seed < first + 100; seed++)
            {
                Estimates joint = RandomWaves.Of(seed, 2 + seed % 2).Waves().By("smoker").Estimate(_asked);
                int[] known = [.. Enumerable.Range(0, joint.Count).Where(k => joint[k].StandardError > 0)];
                double[,] covariance = joint.CovarianceMatrix();
                // of correlations, so that the sizes of the variables do not matter
                Matrix<double> correlation = Matrix.Build.Dense(known.Length, known.Length, (k, l) =>
                    covariance[known[k], known[l]] / joint[known[k]].StandardError / joint[known[l]].StandardError);

                if (known.Length > 0)
                    Assert.That(correlation.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real), Is.GreaterThanOrEqualTo(-ClosedForm * correlation.Trace()), $"seed {seed}");
            }
    }

    [Test]
    public void AWaveKeepsItsOwnErrors([Range(1, 20)] int seed)
    {
        RandomWaves waves = RandomWaves.Of(seed, 3);
        Estimates joint = waves.Waves().By("region").Estimate(_asked);

        using (Assert.EnterMultipleScope())
            for (int w = 0; w < 3; w++)
            {
                Estimates own = waves.Design(w).By("region").Estimate(_asked);
                int[] inJoint = [.. Enumerable.Range(0, joint.Count).Where(k => joint[k].Domain[0].Level == RandomWaves.Name(w))];
                for (int k = 0; k < own.Count; k++)
                {
                    Assert.That(joint[inJoint[k]].StandardError, Is.EqualTo(own[k].StandardError), own[k].Title);
                    Assert.That(joint[inJoint[k]].DegreesOfFreedom, Is.EqualTo(own[k].DegreesOfFreedom), own[k].Title);
                    for (int l = 0; l < k; l++)
                        Assert.That(joint.Covariance(inJoint[k], inJoint[l]), CloseOrNaN(own.Covariance(k, l), own[k].StandardError * own[l].StandardError));
                }
            }
    }

    [Test]
    public void WavesThatShareNothingHaveNoCovariance([Range(1, 20)] int seed, [Values] bool sameNumbers)
    {
        RandomWaves drawn = RandomWaves.Of(seed);
        Waves waves = sameNumbers ? drawn.Waves(samePlaces: false) : drawn.Apart().Waves();
        Estimates joint = waves.By("region").Estimate(_asked);
        Changes changes = waves.By("region").Changes(_asked);

        using (Assert.EnterMultipleScope())
        {
            for (int k = 0; k < joint.Count; k++)
                for (int l = 0; l < k; l++)
                    if (joint[k].Domain[0] != joint[l].Domain[0] && !double.IsNaN(joint[k].StandardError + joint[l].StandardError))
                        Assert.That(BitConverter.DoubleToInt64Bits(joint.Covariance(k, l)), Is.Zero);
            foreach (Change change in changes)
            {
                (double v1, double v2) = (Math.Pow(change.Before.StandardError, 2), Math.Pow(change.After.StandardError, 2));
                Assert.That(BitConverter.DoubleToInt64Bits(change.Covariance), Is.Zero);
                Assert.That(change.Difference.StandardError, CloseOrNaN(Math.Sqrt(v1 + v2)));
            }
        }
    }

    [Test]
    public void WavesOfTheSamePsusAreOneStackedDesign([Range(1, 15)] int seed, [Values] LonelyPsu rule)
    {
        var random = new Random(seed);
        SamplePlan plan = SamplePlan.Of(random, rule);
        RandomSample before = RandomSample.Of(seed, plan with { Clusters = 1, Sizes = Math.Min(1, plan.Sizes), Weighted = true, MostUnits = 6 });
        RandomSample after = before.With(before.Rows.SelectMany(row => Enumerable.Range(0, random.Next(1, 3)).Select(_ => OtherPerson(row, random))));
        var waves = new Waves(samePlaces: true, ("2023", before.Design(rule)), ("2024", after.Design(rule)));
        Table stacked = InYear(before, 2023).Concat(InYear(after, 2024));

        Estimates joint = waves.By("region").Estimate(_asked), one = before.Design(stacked, rule).By("year", "region").Estimate(_asked);

        Assert.That(waves.Overlap(), Has.Property("SharedPsus").EqualTo(before.Design(rule).PsuCount).And.Property("StratumChanges").Zero);
        Assert.That(joint, Has.Count.EqualTo(one.Count));
        using (Assert.EnterMultipleScope())
            for (int k = 0; k < joint.Count; k++)
            {
                Assert.That(joint[k].Value, CloseOrNaN(one[k].Value));
                Assert.That(joint[k].DegreesOfFreedom, Is.EqualTo(one[k].DegreesOfFreedom));
                for (int l = 0; l <= k; l++)
                    Assert.That(joint.Covariance(k, l), CloseOrNaN(one.Covariance(k, l), Scale(one[k]) * Scale(one[l])));
            }
    }

    [Test]
    public void TheOtherDirectionIsTheOtherSign([Range(1, 30)] int seed, [Values] bool listedInReverse)
    {
        RandomWaves waves = RandomWaves.Of(seed);
        Changes forth = waves.Waves().By("smoker").Changes(_asked);
        Changes back = listedInReverse ? waves.Reversed().By("smoker").Changes(_asked) : waves.Waves().By("smoker").Changes(RandomWaves.Name(1), RandomWaves.Name(0), _asked);

        Assert.That(back, Has.Count.EqualTo(forth.Count));
        using (Assert.EnterMultipleScope())
            for (int k = 0; k < forth.Count; k++)
            {
                Assert.That(back[k].Difference.Value, Is.EqualTo(-forth[k].Difference.Value));
                Assert.That(back[k].Difference.StandardError, CloseOrNaN(forth[k].Difference.StandardError, forth[k].Before.StandardError));
                Assert.That(back[k].LogRatio.Value, CloseOrNaN(-forth[k].LogRatio.Value, 1));
                Assert.That(back[k].LogRatio.StandardError, CloseOrNaN(forth[k].LogRatio.StandardError, forth[k].Before.StandardError / forth[k].Before.Value));
                Assert.That(back[k].Covariance, CloseOrNaN(forth[k].Covariance, forth[k].Before.StandardError * forth[k].After.StandardError));
                Assert.That(back[k].DegreesOfFreedom, CloseOrNaN(forth[k].DegreesOfFreedom));
            }
    }

    [Test]
    public void ARelativeChangeHasNoUnit([Range(1, 20)] int seed, [Values(250.0, 1e-6, -3.7)] double factor)
    {
        Waves waves = RandomWaves.Of(seed).Waves();
        Expr scaled = factor * Col("y");
        Changes before = waves.Changes(Total("y"), Mean("y"), Ratio("y", "x")), after = waves.Changes(Total(scaled), Mean(scaled), Ratio(scaled, "x"));

        using (Assert.EnterMultipleScope())
            for (int k = 0; k < before.Count; k++)
            {
                Assert.That(after[k].Difference.Value, Close(factor * before[k].Difference.Value, ClosedForm, factor * before[k].Before.Value));
                Assert.That(after[k].Relative, Close(before[k].Relative, ClosedForm, 1));
                Assert.That(after[k].Correlation, CloseOrNaN(before[k].Correlation, 1));
                RelativeInterval own = before[k].RelativeInterval(), other = after[k].RelativeInterval();
                Assert.That(other.Low, CloseOrNaN(own.Low, 1 + before[k].Relative));
                Assert.That(other.High, CloseOrNaN(own.High, 1 + before[k].Relative));
                Assert.That(after[k].LogRatio.Value, factor > 0 ? Close(before[k].LogRatio.Value, ClosedForm, 1) : Is.NaN);
                Assert.That(after[k].LogRatio.StandardError, factor > 0 ? CloseOrNaN(before[k].LogRatio.StandardError, 1) : Is.NaN);
            }
    }

    private static Row OtherPerson(Row row, Random random) => row with
    {
        Weight = 0.5 + 10 * random.NextDouble(),
        Y = random.Next(10) == 0 ? double.NaN : row.Y + 10 * random.NextDouble(),
        X = 0.5 + random.NextDouble(),
        Smoker = random.Next(3) == 0,
        Region = row.Region is null ? "west" : row.Region,
    };

    private static Table InYear(RandomSample sample, double year) => sample.Table().With("year", new NumberColumn([.. sample.Rows.Select(_ => year)]));

    private static double Scale(Estimate estimate) => Math.Max(estimate.StandardError, Math.Abs(estimate.Value));

    private static NUnit.Framework.Constraints.Constraint CloseOrNaN(double expected, double scale = 0) =>
        double.IsNaN(expected) ? Is.NaN : Close(expected, ClosedForm, scale);
}
