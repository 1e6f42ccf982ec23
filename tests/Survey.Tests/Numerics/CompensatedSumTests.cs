namespace Survey.Tests;

public class CompensatedSumTests
{
    [Test]
    public void OfNothingIsZero() => Assert.That(CompensatedSum.Sum([]), Is.EqualTo(0));

    [TestCase(new[] { 1.0, 1e16, -1e16 }, 1.0)]
    [TestCase(new[] { 1e16, 1.0, -1e16 }, 1.0)]
    [TestCase(new[] { 1.0, 1e100, 1.0, -1e100 }, 2.0)]
    [TestCase(new[] { 1e16, 1.0, 1.0, 1.0, -1e16 }, 3.0)]
    [TestCase(new[] { -1e300, 1e-300, 1e300 }, 1e-300)]
    [TestCase(new[] { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, 1.0)]
    public void KeepsWhatAPlainSumLoses(double[] terms, double expected)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CompensatedSum.Sum(terms), Is.EqualTo(expected));
            Assert.That(terms.Aggregate((sum, term) => sum + term), Is.Not.EqualTo(expected), "a plain sum would do");
        }
    }

    [Test]
    public void IsTheExactSumRounded([Range(0, 200)] int length)
    {
        double[] terms = Terms(length);

        Assert.That(CompensatedSum.Sum(terms), Is.EqualTo(ExactSum.Of(terms)));
    }

    [Test]
    public void AddingOneByOneIsTheSame([Range(0, 200)] int length)
    {
        CompensatedSum sum = default;
        double[] terms = Terms(length);
        foreach (double term in terms)
            sum.Add(term);

        Assert.That(BitConverter.DoubleToInt64Bits(sum.Value), Is.EqualTo(BitConverter.DoubleToInt64Bits(CompensatedSum.Sum(terms))));
    }

    [Test]
    public void AMillionTenthsAreExact() => Assert.That(CompensatedSum.Sum(Enumerable.Repeat(0.1, 1_000_000).ToArray()), Is.EqualTo(ExactSum.Of(Enumerable.Repeat(0.1, 1_000_000))));

    [TestCase(new[] { double.PositiveInfinity }, double.PositiveInfinity)]
    [TestCase(new[] { 1, double.PositiveInfinity, 2 }, double.PositiveInfinity)]
    [TestCase(new[] { 1, double.NegativeInfinity, double.NegativeInfinity, 1e300 }, double.NegativeInfinity)]
    [TestCase(new[] { double.PositiveInfinity, double.NegativeInfinity }, double.NaN)]
    [TestCase(new[] { double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity }, double.NaN)]
    [TestCase(new[] { 1, double.NaN, 2 }, double.NaN)]
    [TestCase(new[] { double.NaN, double.PositiveInfinity }, double.NaN)]
    [TestCase(new[] { double.MaxValue, double.MaxValue }, double.PositiveInfinity)]
    [TestCase(new[] { double.MaxValue, double.MaxValue, -1 }, double.PositiveInfinity)]
    public void InfinitiesAndNaNBehaveAsInAPlainSum(double[] terms, double expected)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CompensatedSum.Sum(terms), Is.EqualTo(expected));
            Assert.That(terms.Aggregate((sum, term) => sum + term), Is.EqualTo(expected));
        }
    }

    /// <summary>Numbers of both signs from 1e-6 to 1e6, so that a plain sum of many of them is off.</summary>
    private static double[] Terms(int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, length).Select(_ => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-20, 21)))];
    }
}
