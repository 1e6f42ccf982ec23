namespace Survey.Tests.Totals;

/// <summary>Each kernel against a plain loop, bit for bit, at every length around a vector's.</summary>
public class TermKernelTests
{
    [Test]
    public void ProductsAreThoseOfAPlainLoop([Range(0, 40)] int length)
    {
        (double[] values, double[] weights, long[] mask) = Drawn(length);
        double[] products = new double[length];
        long[] answered = [.. mask];

        TermKernels.Products(values, weights, answered, products);

        Assert.That(products.Select(BitConverter.DoubleToInt64Bits), Is.EqualTo(values.Zip(weights, (y, w) => double.IsNaN(y) ? 0 : w * y).Select(BitConverter.DoubleToInt64Bits)));
        Assert.That(answered, Is.EqualTo(mask.Zip(values, (known, y) => double.IsNaN(y) ? 0 : known)));
    }

    [Test]
    public void ShiftedIsThatOfAPlainLoop([Range(0, 40)] int length, [Values(1, 3)] int domains)
    {
        (double[] values, _, _) = Drawn(length);
        int[] domainOf = [.. Enumerable.Range(0, length).Select(i => i % domains)];
        double[] centres = [.. Enumerable.Range(0, domains).Select(domain => 1.5 + domain)], shifted = new double[length];

        TermKernels.Shifted(values, domainOf, centres, shifted);

        Assert.That(shifted, Is.EqualTo(values.Zip(domainOf, (y, domain) => y - centres[domain])));
    }

    [Test]
    public void MaskedIsThatOfAPlainLoop([Range(0, 40)] int length)
    {
        (_, double[] weights, long[] mask) = Drawn(length);
        double[] masked = new double[length];
        TermKernels.Masked(weights, mask, masked);
        Assert.That(masked, Is.EqualTo(weights.Zip(mask, (weight, kept) => kept == 0 ? 0 : weight)));
    }

    [Test]
    public void OneOddValueIsSeenWhereverItStands([Range(1, 40)] int length)
    {
        for (int odd = 0; odd < length; odd++)
        {
            double[] values = [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 ? 1 : i % 3 == 1 ? 0 : double.NaN)];
            Assert.That(TermKernels.AreIndicators(values), Is.True);
            values[odd] = 0.5;
            Assert.That(TermKernels.AreIndicators(values), Is.False);
        }
    }

    private static (double[] Values, double[] Weights, long[] Mask) Drawn(int length)
    {
        var random = new Random(length);
        return ([.. Enumerable.Range(0, length).Select(_ => random.Next(4) == 0 ? double.NaN : 10 * random.NextDouble())],
            [.. Enumerable.Range(0, length).Select(_ => random.NextDouble())],
            [.. Enumerable.Range(0, length).Select(_ => random.Next(4) == 0 ? 0L : -1L)]);
    }
}
