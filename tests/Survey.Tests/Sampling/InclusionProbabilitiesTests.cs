namespace Survey.Tests.Sampling;

public class InclusionProbabilitiesTests
{
    [Test]
    public void AreProportionalToSize() =>
        Assert.That(InclusionProbabilities.ProportionalToSize([100, 200, 300, 400], 2), Is.EqualTo(new[] { 0.2, 0.4, 0.6, 0.8 }));

    // 9 of 13 is above 1/3: certain; then of the rest 2 among 4 units of 1, 1, 1, 1
    [Test]
    public void AUnitTooLargeIsCertain() =>
        Assert.That(InclusionProbabilities.ProportionalToSize([9, 1, 1, 1, 1], 3), Is.EqualTo(new[] { 1, 0.5, 0.5, 0.5, 0.5 }));

    // once 100 is certain, 30 of 60 is one of two: certain too
    [Test]
    public void OneCertainUnitMayMakeAnother() =>
        Assert.That(InclusionProbabilities.ProportionalToSize([100, 30, 10, 10, 10], 3), Is.EqualTo(new[] { 1, 1, 1.0 / 3, 1.0 / 3, 1.0 / 3 }).Within(1e-15));

    [Test]
    public void AddUpToTheNumberDrawn([Range(1, 40)] int count)
    {
        var random = new RandomStream((ulong)count);
        double[] sizes = [.. Enumerable.Range(0, 40).Select(_ => Math.Exp(2 * random.Normal()))];
        double[] probabilities = InclusionProbabilities.ProportionalToSize(sizes, count);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(probabilities.Sum(), Tolerance.Close(count, Tolerance.ClosedForm));
            Assert.That(probabilities, Has.All.GreaterThan(0).And.All.LessThanOrEqualTo(1));
        }
    }

    [TestCase(0.0, "0")]
    [TestCase(-3.5, "-3.5")]
    [TestCase(double.NaN, "NaN")]
    [TestCase(double.PositiveInfinity, "Infinity")]
    public void RefusesASizeThatIsNone(double size, string shown) =>
        Assert.That(
            () => InclusionProbabilities.ProportionalToSize([5, size], 1),
            Throws.TypeOf<SurveyDataException>().With.Message.EqualTo($"Unit 2 has the size {shown}; a unit drawn with a probability proportional to its size needs a size above 0."));

    [TestCase(-1)]
    [TestCase(3)]
    public void RefusesMoreThanThereAre(int count) =>
        Assert.That(() => InclusionProbabilities.ProportionalToSize([5, 6], count), Throws.TypeOf<ArgumentOutOfRangeException>());
}
