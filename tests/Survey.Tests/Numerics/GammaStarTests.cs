using static Survey.Tests.Tolerance;

namespace Survey.Tests;

public class GammaStarTests
{
    [Test]
    public void WholeNumbersAgreeWithTheFactorial([Range(1, 60)] int a)
    {
        double factorial = 1;
        for (int k = 2; k < a; k++)
            factorial *= k;

        Assert.That(GammaStar.Of(a), Close(factorial / (Math.Sqrt(2 * Math.PI / a) * Math.Pow(a, a) * Math.Exp(-a)), Distribution));
    }

    [Test]
    public void AgreesWithTheHalfStep([Values(1e-3, 0.1, 0.5, 2.2, 7.7, 9.6, 9.99, 10, 33, 300)] double a) =>
        Assert.That( // Γ(a + ½) / Γ(a), the powers put back
            GammaStar.Of(a + 0.5) / GammaStar.Of(a) * Math.Pow((a + 0.5) / a, a) * Math.Sqrt(a) * Math.Exp(-0.5),
            Close(GammaRatio.HalfStep(a), ClosedForm)); // not Distribution: the power multiplies a rounding by a

    [Test]
    public void TendsToOne() => Assert.That(GammaStar.Of(1e30), Is.EqualTo(1));
}
