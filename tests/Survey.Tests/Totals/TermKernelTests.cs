namespace Survey.Tests.Totals;

/// <summary>Each kernel against a plain loop, bit for bit, at every length around a vector's.</summary>
public class TermKernelTests
{
    [Test]
    public void DistancesAreThoseOfAPlainLoop([Range(0, 40)] int length)
    {
        (double[] values, double[] weights, long[] mask) = Drawn(length);
        double[] distances = new double[length], expected = new double[length];
        long[] answered = [.. mask], expectedAnswered = [.. mask];
        for (int i = 0; i < length; i++)
        {
            expected[i] = double.IsNaN(values[i]) ? 0 : weights[i] * (values[i] - 1.5);
            if (double.IsNaN(values[i]))
                expectedAnswered[i] = 0;
        }

        TermKernels.Distances(values, 1.5, weights, answered, distances);

        Assert.That(distances.Select(BitConverter.DoubleToInt64Bits), Is.EqualTo(expected.Select(BitConverter.DoubleToInt64Bits)));
        Assert.That(answered, Is.EqualTo(expectedAnswered));
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
