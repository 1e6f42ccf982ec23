using static Survey.Tests.Tolerance;

namespace Survey.Tests.Comparing;

/// <summary>The confidence set of a ratio.</summary>
public class FiellerTests
{
    /// <summary>The ends are the ratios at which the test of after = x · before is on the edge.</summary>
    [Test]
    public void TheEndsAreOnTheEdgeOfRejection([Range(1, 50)] int seed)
    {
        var random = new Random(seed);
        double p1 = 0.05 + 0.5 * random.NextDouble(), p2 = 0.05 + 0.5 * random.NextDouble(), s1 = 0.04 * random.NextDouble(), s2 = 0.04 * random.NextDouble(), t = 1 + random.NextDouble();
        double c = (2 * random.NextDouble() - 1) * s1 * s2;
        FiellerSet set = FiellerSet.Of(p1, p2, s1 * s1, s2 * s2, c, t, cutAtZero: false);
        foreach (double x in (double[])[set.Low, set.High])
            if (double.IsFinite(x))
                Assert.That(Math.Abs(p2 - x * p1) / Math.Sqrt(s2 * s2 + x * x * s1 * s1 - 2 * x * c), Is.EqualTo(t).Within(1e-9), "a difference of nearly equal numbers");
        Assert.That(set.Shape == FiellerShape.Interval, Is.EqualTo(set.G < 1));
    }

    [Test]
    public void ABaseThatIsAlmostNothingLeavesTheOutsideOfAnInterval()
    {
        FiellerSet set = FiellerSet.Of(0.02, 0.30, 0.0004, 0.0001, 0, 2, cutAtZero: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(set.G, Is.EqualTo(4));
            Assert.That(set.Shape, Is.EqualTo(FiellerShape.Outside));
            Assert.That(set.Low, Is.EqualTo(double.NegativeInfinity), "a ratio below 0 is cut off");
            Assert.That(set.High, Is.EqualTo(FiellerSet.Of(0.02, 0.30, 0.0004, 0.0001, 0, 2, cutAtZero: false).High));
            Assert.That(set.ToString(), Does.StartWith("at least "));
        }
    }

    [Test]
    public void NothingIsKnownWhereNeitherIsDistinguishableFromZero()
    {
        FiellerSet set = FiellerSet.Of(0.02, 0.02, 0.0004, 0.0004, 0, 2, cutAtZero: true);
        Assert.That((set.Shape, set.Low, set.High), Is.EqualTo((FiellerShape.Everything, 0.0, double.PositiveInfinity)));
    }

    [Test]
    public void GOfExactlyOneIsAHalfLine()
    {
        FiellerSet set = FiellerSet.Of(0.5, 0.5, 0.0625, 0.0001, 0, 2, cutAtZero: false);
        Assert.That((set.Shape, set.G, set.Low), Is.EqualTo((FiellerShape.Outside, 1.0, double.NegativeInfinity)));
        Assert.That(set.High, Close((0.25 - 0.0004) / (2 * 0.25), ClosedForm));
    }

    [Test]
    public void WithoutErrorsItIsTheRatio() => Assert.That(FiellerSet.Of(0.25, 0.3, 0, 0, 0, 2, true), Is.EqualTo(new FiellerSet(FiellerShape.Interval, 1.2, 1.2, 0)));

    [Test]
    public void ABaseOfZeroLeavesNoRatio() => Assert.That(FiellerSet.Of(0, 0.3, 0, 0.001, 0, 2, true).Shape, Is.EqualTo(FiellerShape.Everything));

    /// <summary>960 people a year, design effect 1.5, correlation 0.4, 22 degrees of freedom: relative changes in per cent, worked out apart and printed to two decimals.</summary>
    [TestCase(0.2531, 0.3105, 22.68, 6.27, 42.33)]
    [TestCase(0.2531, 0.2874, 13.55, -2.05, 32.06)]
    [TestCase(0.2012, 0.3187, 58.40, 35.70, 87.23)]
    [TestCase(0.2531, 0.2569, 1.50, -13.04, 18.53)]
    [TestCase(0.2284, 0.2041, -10.64, -25.00, 6.09)]
    [TestCase(0.2284, 0.2203, -3.55, -18.57, 14.13)]
    [TestCase(0.2520, 0.1705, -32.34, -43.95, -19.38)]
    [TestCase(0.2284, 0.2610, 14.27, -2.44, 34.35)]
    public void ACountysTwoYears(double before, double after, double relative, double low, double high)
    {
        double v1 = 1.5 * before * (1 - before) / 960, v2 = 1.5 * after * (1 - after) / 960;
        FiellerSet set = FiellerSet.Of(before, after, v1, v2, 0.4 * Math.Sqrt(v1 * v2), StudentT.UpperQuantile(0.025, 22), cutAtZero: true);
        Assert.That(100 * (after / before - 1), Is.EqualTo(relative).Within(0.005));
        Assert.That((100 * (set.Low - 1), 100 * (set.High - 1)), Is.EqualTo((low, high)).Using<(double Low, double High)>((a, b) => Math.Abs(a.Low - b.Low) < 0.0051 && Math.Abs(a.High - b.High) < 0.0051));
    }
}
