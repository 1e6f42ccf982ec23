namespace Survey.Tests.Sampling;

public class SegmentsTests
{
    private static string[] Made(string[] villages, double[] sizes, string[]? towns = null)
    {
        Table frame = Table.FromColumns([("town", (Column)new CategoryColumn(towns ?? [.. villages.Select(_ => "A")])), ("village", new CategoryColumn(villages)), ("households", new NumberColumn(sizes))]);
        Table segments = Segments.Of(frame, "village", "households", "town");
        return [.. Enumerable.Range(0, segments.RowCount).Select(row => $"{segments["town"].TextAt(row)} {segments["segment"].TextAt(row)} {segments.Numbers("part")[row]}/{segments.Numbers("parts")[row]} {segments.Numbers("households")[row]}")];
    }

    [Test]
    public void VillagesOfTheRightSizeStayAsTheyAre() =>
        Assert.That(Made(["a", "b"], [750, 2000]), Is.EqualTo(new[] { "A a 1/1 750", "A b 1/1 2000" }));

    [Test]
    public void ALargeOneIsSplitIntoEvenParts() =>
        Assert.That(Made(["a"], [5000]), Is.EqualTo(new[] { "A a/1 1/3 1666", "A a/2 2/3 1667", "A a/3 3/3 1667" }));

    [Test]
    public void PartsSayWhichHouseholdsAreTheirsAndWhatTheirUnitsAgreeOn()
    {
        Table frame = Table.FromColumns(
        [
            ("village", (Column)new CategoryColumn(["a", "b", "c"])), ("households", new NumberColumn([5000, 300, 900])),
            ("town", new CategoryColumn(["T", "T", "T"])), ("name", new CategoryColumn(["A", "B", "C"])),
        ]);
        Table segments = Segments.Of(frame, "village", "households");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(segments.Columns, Is.EqualTo(new[] { "segment", "village", "part", "parts", "from", "to", "households", "town", "name" }));
            Assert.That(segments.Numbers("from"), Is.EqualTo(new[] { 1.0, 1667, 3334, 1 }));
            Assert.That(segments.Numbers("to"), Is.EqualTo(new[] { 1666.0, 3333, 5000, 1200 }));
            Assert.That(Enumerable.Range(0, 4).Select(segments["name"].TextAt), Is.EqualTo(new[] { "A", "A", "A", null }));
            Assert.That(segments.Texts("town"), Has.All.EqualTo("T"));
        }
    }

    [Test]
    public void ASmallOneIsMergedWithTheSmallerNeighbour() =>
        Assert.That(Made(["a", "b", "c"], [1500, 300, 900]), Is.EqualTo(new[] { "A a 1/1 1500", "A b+c 1/1 1200" }));

    [Test]
    public void TheSmallestIsMergedFirst() =>
        Assert.That(Made(["a", "b", "c", "d"], [700, 200, 600, 800]), Is.EqualTo(new[] { "A a 1/1 700", "A b+c 1/1 800", "A d 1/1 800" }.Take(0).Concat(["A a+b+c 1/1 1500", "A d 1/1 800"])));

    [Test]
    public void TownsAreNotMergedAcross() =>
        Assert.That(Made(["a", "b"], [100, 200], ["A", "B"]), Is.EqualTo(new[] { "A a 1/1 100", "B b 1/1 200" }));

    [Test]
    public void NothingIsLostAndNothingIsTooLarge([Range(1, 20)] int seed)
    {
        var random = new RandomStream((ulong)seed);
        double[] sizes = [.. Enumerable.Range(0, 40).Select(_ => Math.Ceiling(100 * Math.Exp(2 + 1.2 * random.Normal())))];
        string[] towns = [.. sizes.Select(_ => random.Below(3) == 0 ? "A" : "B")];
        Table frame = Table.FromColumns([("town", (Column)new CategoryColumn(towns)), ("village", new CategoryColumn([.. sizes.Select((_, k) => $"v{k}")])), ("households", new NumberColumn(sizes))]);
        double[] made = Segments.Of(frame, "village", "households", "town").Numbers("households");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Sum(), Is.EqualTo(sizes.Sum()));
            Assert.That(made, Has.All.InRange(750, 2000));
        }
    }

    [TestCase(0.0, "Row 2 of the frame has the households '0', and a size is a whole number above 0; mend it.")]
    [TestCase(10.5, "Row 2 of the frame has the households '10.5', and a size is a whole number above 0; mend it.")]
    public void ASizeThatIsNone(double size, string message) =>
        Assert.That(() => Made(["a", "b"], [900, size]), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(message));

    [Test]
    public void AVillageTwice() =>
        Assert.That(() => Made(["a", "a"], [900, 900]), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("village 'a' stands twice, in rows 1 and 2; each unit stands once in a frame."));
}
