using static Survey.Tests.Tolerance;

namespace Survey.Tests;

public class GammaRatioTests
{
    [Test]
    public void AHalfGivesOneOverRootPi() => Assert.That(GammaRatio.HalfStep(0.5), Close(1 / Math.Sqrt(Math.PI), Distribution));

    [Test]
    public void TwoHalfStepsMultiplyByA([Values(1e-9, 0.3, 1, 7, 9.4, 9.5, 9.9, 10, 27.5, 1e4, 1e12, 1e24)] double a) =>
        Assert.That(GammaRatio.HalfStep(a) * GammaRatio.HalfStep(a + 0.5), Close(a, Distribution));

    [Test]
    public void WholeNumbersAgreeWithTheProduct([Range(1, 60)] int a)
    {
        double product = Math.Sqrt(Math.PI) / 2; // Γ(3/2) / Γ(1)
        for (int k = 1; k < a; k++)
            product *= (k + 0.5) / k;

        Assert.That(GammaRatio.HalfStep(a), Close(product, Distribution));
    }
}
