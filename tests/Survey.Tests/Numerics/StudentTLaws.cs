using static Survey.Tests.Tolerance;

namespace Survey.Tests;

/// <summary>What is true of Student's t whatever software says.</summary>
public class StudentTLaws
{
    private static readonly double[] Degrees = [1e-3, 0.5, 1, 2, 3.7, 14, 197, 5_000, 1e6, 1e12, 1e300, double.PositiveInfinity];
    private static readonly double[] Tails = [0.4999999, 0.49, 0.3, 0.1, 0.025, 1e-3, 1e-10, 1e-50, 1e-300];
    private static readonly double[] Points = [1e-9, 0.1, 0.9, 1.3, 1.96, 5, 20, 1e3, 1e80, 1e300];

    [Test]
    public void TheTailOfAQuantileIsWhereItCameFrom([ValueSource(nameof(Degrees))] double df, [ValueSource(nameof(Tails))] double q)
    {
        double x = StudentT.UpperQuantile(q, df);

        if (double.IsInfinity(x))
            Assert.That(StudentT.UpperTail(double.MaxValue, df), Is.GreaterThan(q));
        else
            Assert.That(StudentT.UpperTail(x, df), Close(q, ClosedForm)); // not Distribution: rounding x moves a normal tail of 1e-300 by 1e-13
    }

    [Test]
    public void TheDistributionIsSymmetric([ValueSource(nameof(Degrees))] double df)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (double t in Points)
                Assert.That(StudentT.UpperTail(-t, df), Is.EqualTo(1 - StudentT.UpperTail(t, df)));
            foreach (double q in Tails)
                Assert.That(StudentT.Quantile(q, df), Is.EqualTo(-StudentT.UpperQuantile(q, df)));
            Assert.That(StudentT.UpperQuantile(0.75, df), Is.EqualTo(-StudentT.UpperQuantile(0.25, df)));
            Assert.That(StudentT.Quantile(0.975, df), Is.EqualTo(StudentT.UpperQuantile(1 - 0.975, df)));
        }
    }

    [Test]
    public void TheTailFalls([ValueSource(nameof(Degrees))] double df)
    {
        double[] tails = [.. Enumerable.Range(0, 4_000).Select(i => StudentT.UpperTail(-10 + i * 0.005, df))];

        Assert.That(tails, Is.Ordered.Descending);
    }

    [Test]
    public void TheQuantileFallsAsItsTailGrows([ValueSource(nameof(Degrees))] double df)
    {
        double[] quantiles = [.. Enumerable.Range(1, 999).Select(i => StudentT.UpperQuantile(i / 1_000.0, df))];

        Assert.That(quantiles, Is.Ordered.Descending);
    }

    [Test]
    public void SeriesAndFractionMeet([ValueSource(nameof(Degrees))] double df)
    {
        var curve = new StudentTCurve(df);
        double t = curve.Middle;
        double area = curve.Power(t) * curve.Width(t);

        Assert.That(area / (2 * curve.Fraction(t)), Close(0.5 - area * curve.Series(t), Distribution));
    }

    [TestCaseSource(nameof(Points))]
    public void OneDegreeOfFreedomIsCauchy(double t) => Assert.That(StudentT.UpperTail(t, 1), Close(Math.Atan2(1, t) / Math.PI, Distribution));

    [TestCaseSource(nameof(Tails))]
    public void CauchyQuantilesAreCotangents(double q) =>
        Assert.That(StudentT.UpperQuantile(q, 1), Close(q < 0.25 ? 1 / Math.Tan(Math.PI * q) : Math.Tan(Math.PI * (0.5 - q)), Distribution));

    [TestCaseSource(nameof(Points))]
    public void TwoDegreesOfFreedomHaveARoot(double t)
    {
        double root = double.Hypot(t, Math.Sqrt(2));

        Assert.That(StudentT.UpperTail(t, 2), Close(1 / root / (root + t), Distribution)); // ½(1 − t/√(t² + 2)) without the cancellation
    }

    [TestCaseSource(nameof(Tails))]
    public void QuantilesAtTwoDegreesOfFreedomAreAlgebraic(double q) =>
        Assert.That(StudentT.UpperQuantile(q, 2), Close((0.5 - q) * Math.Sqrt(2 / (q * (1 - q))), Distribution));

    [Test]
    public void TheMiddleIsAHalf([ValueSource(nameof(Degrees))] double df)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(StudentT.UpperTail(0, df), Is.EqualTo(0.5));
            Assert.That(StudentT.Quantile(0.5, df), Is.EqualTo(0));
            Assert.That(double.IsNegative(StudentT.Quantile(0.5, df)), Is.False);
            Assert.That(StudentT.UpperTail(double.PositiveInfinity, df), Is.EqualTo(0));
            Assert.That(StudentT.UpperTail(double.NegativeInfinity, df), Is.EqualTo(1));
        }
    }

    [Test]
    public void TheSmallestTailsHaveQuantilesToo([ValueSource(nameof(Degrees))] double df) =>
        Assert.That(StudentT.UpperQuantile(double.Epsilon, df), Is.GreaterThan(StudentT.UpperQuantile(1e-300, df)).Or.EqualTo(double.PositiveInfinity));

    [Test]
    public void WhatIsNoDistributionIsNaN([Values(0, -1, double.NaN, double.NegativeInfinity)] double df)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(StudentT.UpperTail(1, df), Is.NaN);
            Assert.That(StudentT.Quantile(0.3, df), Is.NaN);
            Assert.That(StudentT.UpperQuantile(0.3, df), Is.NaN);
        }
    }

    [Test]
    public void WhatIsNoProbabilityIsNaN([Values(0, 1, -0.1, 1.1, double.NaN)] double p)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(StudentT.Quantile(p, 5), Is.NaN);
            Assert.That(StudentT.UpperQuantile(p, 5), Is.NaN);
            Assert.That(StudentT.UpperTail(double.NaN, 5), Is.NaN);
        }
    }
}
