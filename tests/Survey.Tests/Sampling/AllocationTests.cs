namespace Survey.Tests.Sampling;

public class AllocationTests
{
    [TestCase("2")]
    [TestCase("10%")]
    [TestCase("12.5%")]
    [TestCase("28 in all")]
    [TestCase("column:drawn")]
    public void ReadsWhatItWrites(string text) => Assert.That(Allocation.Parse(text).ToString(), Is.EqualTo(text));

    [TestCase("")]
    [TestCase("0")]
    [TestCase("-2")]
    [TestCase("2.5")]
    [TestCase("0%")]
    [TestCase("101%")]
    [TestCase("two")]
    [TestCase("in all")]
    [TestCase("column:")]
    [TestCase("99999999999")]
    public void RefusesWhatSaysNoNumber(string text) =>
        Assert.That(() => Allocation.Parse(text), Throws.ArgumentException.With.Message.EqualTo($"\"{text}\" does not say how many are drawn; write a number such as 2, a share such as 10%, \"28 in all\", or column:NAME for a column of the frame."));

    // quotas 5.0, 3.2, 1.8 of ten: the largest remainder gets the tenth
    [TestCase(10, new[] { 50.0, 32, 18 }, new[] { 99, 99, 99 }, new[] { 5, 3, 2 })]
    // a stratum of hardly any size has one all the same, which the others give
    [TestCase(4, new[] { 1000.0, 999, 1 }, new[] { 9, 9, 9 }, new[] { 2, 1, 1 })]
    // a stratum has no more than it has; the rest goes to the others in proportion
    [TestCase(10, new[] { 90.0, 5, 5 }, new[] { 4, 9, 9 }, new[] { 4, 3, 3 })]
    [TestCase(3, new[] { 1.0, 1, 1 }, new[] { 1, 1, 1 }, new[] { 1, 1, 1 })]
    public void SharesInProportion(int count, double[] sizes, int[] units, int[] expected) =>
        Assert.That(ProportionalAllocation.Of(count, sizes, units), Is.EqualTo(expected));

    [Test]
    public void SharesExactlyTheNumberWhateverTheSizes([Range(1, 30)] int seed)
    {
        var random = new RandomStream((ulong)seed);
        int[] units = [.. Enumerable.Range(0, 12).Select(_ => 1 + (int)random.Below(20))];
        double[] sizes = [.. units.Select(count => count * Math.Exp(random.Normal()))];
        int count = 12 + (int)random.Below(units.Sum() - 11);
        int[] shared = ProportionalAllocation.Of(count, sizes, units);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shared.Sum(), Is.EqualTo(count));
            Assert.That(shared.Zip(units, (drawn, most) => drawn >= 1 && drawn <= most), Has.All.True);
        }
    }

    [TestCase("10%", new[] { 1, 1, 1 })] // 0.6, 0.4 and 0.9, and at least one
    [TestCase("25%", new[] { 2, 1, 2 })] // 1.5 up, 1.0, 2.25
    [TestCase("9 in all", new[] { 3, 2, 4 })] // 2.84, 1.89, 4.26
    [TestCase("3", new[] { 3, 3, 3 })]
    public void DrawsSoMany(string allocation, int[] expected)
    {
        DrawnSample sample = new SamplingPlan(1, new SamplingStage("village", Allocation.Parse(allocation)) { Strata = "town" }).Draw(Frames.Villages());
        Assert.That(sample.Strata.Select(stratum => stratum.Drawn), Is.EqualTo(expected));
    }

    [Test]
    public void DrawsWhatAColumnSays()
    {
        Table frame = Frames.Villages();
        frame = frame.With("wanted", new NumberColumn([.. frame.Texts("town").Select(town => town == "A" ? 3.0 : town == "B" ? 1 : 2)]));
        DrawnSample sample = new SamplingPlan(1, new SamplingStage("village", Allocation.From("wanted")) { Strata = "town" }).Draw(frame);
        Assert.That(sample.Strata.Select(stratum => stratum.Drawn), Is.EqualTo(new[] { 3, 1, 2 }));
    }
}
