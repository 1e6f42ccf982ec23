using static Survey.Tests.Tolerance;

namespace Survey.Tests.Numerics;

/// <summary>ln(1 + x) and eˣ − 1 against their series near 0, against each other, and at their ends.</summary>
public class NearZeroTests
{
    [Test]
    public void AreTheirSeriesNearZero([Values(-1e-3, -1e-9, -1e-17, -1e-300, 0, 1e-300, 1e-17, 1e-9, 1e-3)] double x)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(NearZero.LogOnePlus(x), Close(x * (1 - x * (1.0 / 2 - x * (1.0 / 3 - x * (1.0 / 4 - x * (1.0 / 5 - x / 6))))), Distribution));
            Assert.That(NearZero.ExpMinusOne(x), Close(x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5)))), Distribution));
        }
    }

    [Test]
    public void UndoEachOther([Values(-0.999, -0.5, -0.01, -1e-8, 1e-12, 1e-5, 0.3, 1, 50)] double x) =>
        Assert.That(NearZero.ExpMinusOne(NearZero.LogOnePlus(x)), Close(x, Distribution));

    [Test]
    public void HaveTheirLimits()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(NearZero.ExpMinusOne(double.NegativeInfinity), Is.EqualTo(-1));
            Assert.That(NearZero.ExpMinusOne(-800), Is.EqualTo(-1));
            Assert.That(NearZero.ExpMinusOne(800), Is.EqualTo(double.PositiveInfinity));
            Assert.That(NearZero.LogOnePlus(-1), Is.EqualTo(double.NegativeInfinity));
            Assert.That(NearZero.LogOnePlus(double.PositiveInfinity), Is.EqualTo(double.PositiveInfinity));
            Assert.That(NearZero.LogOnePlus(double.NaN), Is.NaN);
            Assert.That(NearZero.ExpMinusOne(double.NaN), Is.NaN);
        }
    }
}
