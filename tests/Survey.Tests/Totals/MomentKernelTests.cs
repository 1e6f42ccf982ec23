using static Survey.Tests.Tolerance;

namespace Survey.Tests.Totals;

/// <summary>Each kernel against a plain loop, at every length around a vector's.</summary>
public class MomentKernelTests
{
    [Test]
    public void ValuesAreThoseOfAPlainLoop([Range(0, 40)] int length)
    {
        (double[] weights, double[] y, _) = Drawn(length);
        double[] values = new double[length];

        MomentKernels.Values(weights, y, values);

        Assert.That(values, Is.EqualTo(y.Zip(weights, (weighted, weight) => weight == 0 ? 0 : weighted / weight)));
    }

    [Test]
    public void SumsAreThoseOfAPlainLoop([Range(0, 40)] int length)
    {
        (double[] w, double[] y, double[] x) = Drawn(length);
        double[] a = [.. w.Select((weight, i) => weight == 0 ? 0 : y[i] / weight - 1.5)], b = [.. w.Select((weight, i) => weight == 0 ? 0 : x[i] / weight - 2.5)];
        double scale = length;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MomentKernels.Sum(w), Close(w.Sum(), ClosedForm));
            Assert.That(MomentKernels.Squares(w), Close(w.Sum(weight => weight * weight), ClosedForm));
            Assert.That(MomentKernels.Products(w, y, 1.5)[0], Close(w.Sum(weight => weight * weight), ClosedForm));
            Assert.That(MomentKernels.Products(w, y, 1.5)[1], Close(w.Select((weight, i) => weight * a[i] * a[i]).Sum(), ClosedForm, scale));
            Assert.That(MomentKernels.Products(w, y, 1.5, x, 2.5)[0], Close(w.Select((weight, i) => weight * a[i] * b[i]).Sum(), ClosedForm, scale));
            Assert.That(MomentKernels.Products(w, y, 1.5, x, 2.5)[1], Close(w.Select((weight, i) => weight * b[i] * b[i]).Sum(), ClosedForm, scale));
        }
    }

    // w, and wy and wx of numbers up to 10
    private static (double[] Weights, double[] Y, double[] X) Drawn(int length)
    {
        var random = new Random(length);
        double[] w = [.. Enumerable.Range(0, length).Select(_ => random.Next(4) == 0 ? 0 : random.NextDouble())];
        return (w, [.. w.Select(weight => weight * 10 * random.NextDouble())], [.. w.Select(weight => weight * 10 * random.NextDouble())]);
    }
}
