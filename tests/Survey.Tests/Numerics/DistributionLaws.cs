using static Survey.Tests.Tolerance;

namespace Survey.Tests;

/// <summary>What is true of the F, chi-squared and normal distributions whatever software says.</summary>
public class DistributionLaws
{
    private static readonly double[] Degrees = [0.3, 1, 2, 3.7, 14, 79, 81, 1_000, 1e6, 1e8];
    private static readonly double[] Tails = [0.5, 0.49, 0.3, 0.1, 0.025, 1e-3, 1e-10, 1e-50, 1e-300];
    private static readonly double[] Points = [1e-9, 0.1, 0.9, 1.3, 1.96, 5, 20, 35];

    [Test]
    public void TheSquareOfStudentsTIsF([ValueSource(nameof(Degrees))] double df)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (double t in (double[])[0.125, 0.5, 1, 1.5, 2, 3, 8, 32]) // t² is exact
                Assert.That(FDistribution.UpperTail(t * t, 1, df), Close(2 * StudentT.UpperTail(t, df), Distribution), $"at {t}");
            foreach (double q in Tails.Skip(1))
                Assert.That(FDistribution.UpperQuantile(q, 1, df), Close(Math.Pow(StudentT.UpperQuantile(q / 2, df), 2), Distribution), $"at {q}");
        }
    }

    [Test]
    public void TheReciprocalOfFIsF([ValueSource(nameof(Degrees))] double df1, [ValueSource(nameof(Degrees))] double df2)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (double q in Tails)
            {
                double f = FDistribution.Quantile(q, df1, df2);
                if (f > 1e-300)
                    Assert.That(FDistribution.UpperQuantile(q, df2, df1), Close(1 / f, Distribution), $"at {q}");
            }
            foreach (double f in (double[])[0.25, 0.5, 1, 2, 4])
                Assert.That(FDistribution.UpperTail(f, df1, df2) + FDistribution.UpperTail(1 / f, df2, df1), Close(1, Distribution), $"at {f}");
        }
    }

    [Test]
    public void WithEndlessDegreesOfFreedomFIsChiSquared([ValueSource(nameof(Degrees))] double df)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (double f in (double[])[0.25, 0.5, 1, 2, 4])
            {
                Assert.That(FDistribution.UpperTail(f, df, double.PositiveInfinity), Close(ChiSquared.UpperTail(df * f, df), ClosedForm), $"at {f}"); // df · f is rounded
                Assert.That(FDistribution.UpperTail(f, df, 1e24), Close(FDistribution.UpperTail(f, df, double.PositiveInfinity), Distribution), $"at {f}");
            }
            foreach (double q in Tails)
                Assert.That(FDistribution.UpperQuantile(q, df, double.PositiveInfinity), Close(ChiSquared.UpperQuantile(q, df) / df, Distribution), $"at {q}");
        }
    }

    [TestCaseSource(nameof(Points))]
    public void OneChiSquaredDegreeIsASquaredNormal(double z)
    {
        double square = z * z;
        double rest = Math.FusedMultiplyAdd(z, z, -square);

        Assert.That(ChiSquared.UpperTail(square, 1) * Math.Exp(-rest / 2), Close(2 * Normal.UpperTail(z), ClosedForm)); // the factor is nearly what rounding z² costs
    }

    [TestCaseSource(nameof(Tails))]
    public void TwoChiSquaredDegreesAreExponential(double q)
    {
        double x = -2 * Math.Log(q);

        Assert.That(ChiSquared.UpperQuantile(q, 2), Close(x, Distribution));
        Assert.That(ChiSquared.UpperTail(x, 2), Close(Math.Exp(-x / 2), Distribution));
    }

    [Test]
    public void BothChiSquaredTailsMakeOne([ValueSource(nameof(Degrees))] double df)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (double x in Around(df))
                Assert.That(ChiSquared.LowerTail(x, df) + ChiSquared.UpperTail(x, df), Close(1, Distribution), $"at {x}");
        }
    }

    [Test]
    public void TheChiSquaredTailOfAQuantileIsWhereItCameFrom([ValueSource(nameof(Degrees))] double df)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (double q in Tails)
            {
                double low = ChiSquared.Quantile(q, df), high = ChiSquared.UpperQuantile(q, df);
                if (low > 1e-300)
                    Assert.That(ChiSquared.LowerTail(low, df), Close(q, ClosedForm, q / new IncompleteGamma(df / 2).Lower(low / 2).Ratio * 5e-4), $"at {q}"); // rounding x by 2e-16 moves the logarithm
                Assert.That(ChiSquared.UpperTail(high, df), Close(q, ClosedForm, q / new IncompleteGamma(df / 2).Upper(high / 2).Ratio * 5e-4), $"at {q}"); // of the tail by its slope, 1/ratio, times as much
            }
        }
    }

    [Test]
    public void TheTailsFall([ValueSource(nameof(Degrees))] double df)
    {
        Assert.That(Around(df).Select(x => ChiSquared.UpperTail(x, df)), Is.Ordered.Descending);
        Assert.That(Around(df).Select(x => FDistribution.UpperTail(x / df, df, 50)), Is.Ordered.Descending);
    }

    [Test]
    public void TheQuantilesFall([ValueSource(nameof(Degrees))] double df)
    {
        Assert.That(Enumerable.Range(1, 499).Select(i => ChiSquared.UpperQuantile(i / 500.0, df)), Is.Ordered.Descending);
        Assert.That(Enumerable.Range(1, 499).Select(i => FDistribution.UpperQuantile(i / 500.0, 3, df)), Is.Ordered.Descending);
        Assert.That(Enumerable.Range(1, 499).Select(i => Normal.UpperQuantile(i / 500.0)), Is.Ordered.Descending);
    }

    [Test]
    public void TheWholeAreaEndsAtTheEnds()
    {
        double[] low = [ChiSquared.Quantile(0, 3), ChiSquared.UpperQuantile(1, 3), FDistribution.Quantile(0, 3, 9), FDistribution.UpperQuantile(1, 3, 9), FDistribution.Quantile(0, 3, double.PositiveInfinity)];
        double[] high = [ChiSquared.Quantile(1, 3), ChiSquared.UpperQuantile(0, 3), FDistribution.Quantile(1, 3, 9), FDistribution.UpperQuantile(0, 3, 9), Normal.Quantile(1), Normal.UpperQuantile(0), -Normal.Quantile(0), -Normal.UpperQuantile(1)];

        Assert.That(low, Is.All.Zero);
        Assert.That(high, Is.All.EqualTo(double.PositiveInfinity));
        Assert.That(Normal.Quantile(0.5), Is.Zero);
    }

    [Test]
    public void BelowZeroThereIsNothing([Values(-1, 0, double.NegativeInfinity)] double x)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ChiSquared.LowerTail(x, 3), Is.Zero);
            Assert.That(ChiSquared.UpperTail(x, 3), Is.EqualTo(1));
            Assert.That(FDistribution.UpperTail(x, 3, 9), Is.EqualTo(1));
        }
    }

    [Test]
    public void FarOutThereIsNothingEither([Values(1e10, 1e300, double.MaxValue, double.PositiveInfinity)] double x)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ChiSquared.LowerTail(x, 3), Is.EqualTo(1));
            Assert.That(ChiSquared.UpperTail(x, 3), Is.Zero);
            Assert.That(FDistribution.UpperTail(x, 3, 1e9), Is.Zero);
            Assert.That(FDistribution.UpperTail(x, 3, double.PositiveInfinity), Is.Zero);
        }
    }

    [Test]
    public void WhatIsNoDistributionIsNaN([Values(0, -1, double.NaN)] double df)
    {
        double[] values =
        [
            ChiSquared.LowerTail(1, df), ChiSquared.UpperTail(1, df), ChiSquared.Quantile(0.3, df), ChiSquared.UpperQuantile(0.7, df),
            FDistribution.UpperTail(1, df, 9), FDistribution.UpperTail(1, 3, df), FDistribution.Quantile(0.3, df, 9), FDistribution.UpperQuantile(0.7, 3, df),
            FDistribution.Quantile(0.3, double.PositiveInfinity, 9), ChiSquared.Quantile(0, double.PositiveInfinity),
        ];

        Assert.That(values, Is.All.NaN);
    }

    [Test]
    public void WhatIsNoProbabilityIsNaN([Values(-0.1, 1.1, double.NaN)] double p)
    {
        double[] values =
        [
            ChiSquared.Quantile(p, 3), ChiSquared.UpperQuantile(p, 3), FDistribution.Quantile(p, 3, 9), FDistribution.UpperQuantile(p, 3, 9),
            FDistribution.Quantile(p, 3, double.PositiveInfinity), Normal.Quantile(p), Normal.UpperQuantile(p),
            ChiSquared.UpperTail(double.NaN, 3), ChiSquared.LowerTail(double.NaN, 3), FDistribution.UpperTail(double.NaN, 3, 9), Normal.UpperTail(double.NaN),
        ];

        Assert.That(values, Is.All.NaN);
    }

    private static IEnumerable<double> Around(double df) => Enumerable.Range(-200, 401).Select(i => df + i * Math.Sqrt(2 * df) / 25).Where(x => x > 0);
}
