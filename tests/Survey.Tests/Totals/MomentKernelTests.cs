using System.Runtime.Intrinsics;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Totals;

/// <summary>Each kernel against a plain loop, bit for bit, of one domain and several.</summary>
public class MomentKernelTests
{
    [Test]
    public void SquaresAreThoseOfAPlainLoop([Range(0, 40)] int length, [Values(1, 3)] int domains)
    {
        (int[] domainOf, byte[] states, double[] w, _, _) = Drawn(length, domains);
        var sums = new Vector128<double>[3 * domains];
        var expected = new (double Squares, double Rows)[3 * domains];
        for (int i = 0; i < length; i++)
        {
            ref (double Squares, double Rows) own = ref expected[3 * domainOf[i] + states[i]];
            own = (own.Squares + w[i] * w[i], own.Rows + 1);
        }

        MomentKernels.AddSquares(domainOf, states, w, sums);

        Assert.That(sums.Select(sum => (sum[0], sum[1])), Is.EqualTo(expected));
    }

    [Test]
    public void ProductsAreThoseOfAPlainLoop([Range(0, 40)] int length, [Values(1, 3)] int domains)
    {
        (int[] domainOf, _, double[] w, double[] a, double[] b) = Drawn(length, domains);
        double[] one = new double[domains], three = new double[3 * domains], expected = new double[3 * domains];
        for (int i = 0; i < length; i++)
        {
            expected[3 * domainOf[i]] += w[i] * a[i] * a[i];
            expected[3 * domainOf[i] + 1] += w[i] * b[i] * a[i];
            expected[3 * domainOf[i] + 2] += w[i] * b[i] * b[i];
        }

        MomentKernels.AddProducts(domainOf, w, a, one);
        MomentKernels.AddProducts(domainOf, w, a, b, three);

        Assert.That(one, Is.EqualTo(expected.Where((_, k) => k % 3 == 0)));
        Assert.That(three, Is.EqualTo(expected));
    }

    [Test]
    public void SumIsThatOfAPlainLoop([Range(0, 40)] int length)
    {
        (_, _, double[] w, _, _) = Drawn(length, 1);
        Assert.That(MomentKernels.Sum(w), Close(w.Sum(), ClosedForm));
    }

    private static (int[] Domains, byte[] States, double[] Weights, double[] A, double[] B) Drawn(int length, int domains)
    {
        var random = new Random(length);
        double[] Numbers() => [.. Enumerable.Range(0, length).Select(_ => 10 * random.NextDouble() - 3)];
        return ([.. Enumerable.Range(0, length).Select(_ => random.Next(domains))], [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(3))],
            [.. Enumerable.Range(0, length).Select(_ => random.Next(4) == 0 ? 0 : random.NextDouble())], Numbers(), Numbers());
    }
}
