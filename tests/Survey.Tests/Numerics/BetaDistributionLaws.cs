using static Survey.Tests.Tolerance;

namespace Survey.Tests;

/// <summary>What is true of the beta distribution whatever software says.</summary>
public class BetaDistributionLaws
{
    private static readonly double[] Parameters = [1e-3, 0.5, 1, 2, 9.5, 39, 41.5, 300, 1e4, 1e7, 1e8];
    private static readonly double[] Tails = [0.5, 0.49, 0.3, 0.1, 0.025, 1e-3, 1e-10, 1e-50, 1e-300];

    [Test]
    public void TheTailOfAQuantileIsWhereItCameFrom([ValueSource(nameof(Parameters))] double a, [ValueSource(nameof(Parameters))] double b)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (double q in Tails)
            {
                double odds = BetaDistribution.UpperOdds(q, a, b); // an x near 1 has lost the digits of its tail
                if (odds is < 1e-300 or > 1e300)
                    continue;
                Tail tail = new IncompleteBeta(a, b).Upper(BetaPoint.WithOdds(odds, 1));
                Assert.That(tail.Area, Close(q, ClosedForm, q / tail.Ratio * 5e-4), $"at {q}"); // rounding the odds by 2e-16 moves the logarithm of the tail by its slope, 1/ratio, times as much
            }
        }
    }

    [Test]
    public void BothTailsMakeOne([ValueSource(nameof(Parameters))] double a, [ValueSource(nameof(Parameters))] double b)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (double x in Points(a, b))
                Assert.That(BetaDistribution.LowerTail(x, a, b) + BetaDistribution.UpperTail(x, a, b), Close(1, Distribution), $"at {x}");
        }
    }

    [Test]
    public void TheMirrorImageHasTheOtherTail([ValueSource(nameof(Parameters))] double a, [ValueSource(nameof(Parameters))] double b)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (double x in Points(a, b).Select(x => Math.Round(x * (1 << 30)) / (1 << 30))) // 1 − x is exact
                Assert.That(BetaDistribution.LowerTail(x, a, b), Is.EqualTo(BetaDistribution.UpperTail(1 - x, b, a)), $"at {x}");
        }
    }

    [Test]
    public void TheTailFalls([ValueSource(nameof(Parameters))] double a, [ValueSource(nameof(Parameters))] double b)
    {
        double middle = a / (a + b), width = Math.Sqrt(middle * (1 - middle) / (a + b + 1));
        double[] tails = [.. Enumerable.Range(-200, 401).Select(i => BetaDistribution.UpperTail(Math.Clamp(middle + i * width / 25, 0, 1), a, b))];

        Assert.That(tails, Is.Ordered.Descending);
    }

    [Test]
    public void OneParameterOfOneIsAPower([Values(1e-3, 0.3, 1, 7.5, 1e3)] double a, [Values(1e-9, 0.01, 0.3, 0.5, 0.9, 0.999)] double x)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(BetaDistribution.LowerTail(x, a, 1), Close(Math.Pow(x, a), Distribution));
            Assert.That(BetaDistribution.UpperTail(x, 1, a), Close(Math.Exp(a * double.LogP1(-x)), ClosedForm)); // LogP1 rounds 1 − x
        }
    }

    [Test]
    public void ThereIsNothingOutsideTheUnitInterval([Values(-1, -0.0, 0, double.NegativeInfinity)] double low, [Values(1, 2, double.PositiveInfinity)] double high)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(BetaDistribution.LowerTail(low, 2, 3), Is.Zero);
            Assert.That(BetaDistribution.UpperTail(low, 2, 3), Is.EqualTo(1));
            Assert.That(BetaDistribution.LowerTail(high, 2, 3), Is.EqualTo(1));
            Assert.That(BetaDistribution.UpperTail(high, 2, 3), Is.Zero);
        }
    }

    [Test]
    public void TheWholeAreaEndsAtTheEnds()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(BetaDistribution.Quantile(0, 2, 3), Is.Zero);
            Assert.That(BetaDistribution.Quantile(1, 2, 3), Is.EqualTo(1));
            Assert.That(BetaDistribution.UpperQuantile(0, 2, 3), Is.EqualTo(1));
            Assert.That(BetaDistribution.UpperQuantile(1, 2, 3), Is.Zero);
        }
    }

    [Test]
    public void WhatIsNoDistributionIsNaN([Values(0, -1, double.NaN, double.PositiveInfinity)] double shape)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(BetaDistribution.LowerTail(0.3, shape, 2), Is.NaN);
            Assert.That(BetaDistribution.UpperTail(0.3, 2, shape), Is.NaN);
            Assert.That(BetaDistribution.Quantile(0.3, shape, 2), Is.NaN);
            Assert.That(BetaDistribution.UpperQuantile(0, 2, shape), Is.NaN);
        }
    }

    [Test]
    public void WhatIsNoProbabilityIsNaN([Values(-0.1, 1.1, double.NaN)] double p)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(BetaDistribution.Quantile(p, 2, 3), Is.NaN);
            Assert.That(BetaDistribution.UpperQuantile(p, 2, 3), Is.NaN);
            Assert.That(BetaDistribution.LowerTail(double.NaN, 2, 3), Is.NaN);
            Assert.That(BetaDistribution.UpperTail(double.NaN, 2, 3), Is.NaN);
        }
    }

    private static IEnumerable<double> Points(double a, double b) =>
        Enumerable.Range(-8, 17).Select(i => 1 / (1 + b / a * Math.Exp(i / Math.Sqrt(Math.Min(a, b))))).Where(x => x is > 1e-6 and < 1 - 1e-6);
}
