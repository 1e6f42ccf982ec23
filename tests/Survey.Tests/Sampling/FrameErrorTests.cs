namespace Survey.Tests.Sampling;

/// <summary>What is wrong with a frame or a plan is one sentence.</summary>
public class FrameErrorTests
{
    private static Table Frame(string?[] villages, double[] households, string?[]? towns = null) =>
        Table.FromColumns([("town", (Column)new CategoryColumn(towns ?? [.. villages.Select(_ => "A")])), ("village", new CategoryColumn(villages)), ("households", new NumberColumn(households))]);

    private static string ErrorOf(Table frame, params SamplingStage[] stages) =>
        Assert.Throws<SurveyDataException>(() => new SamplingPlan(1, stages).Draw(frame))!.Message;

    private static SamplingStage Villages(int count = 1) => new("village", Allocation.PerStratum(count)) { Strata = "town", Method = SelectionMethod.Systematic, MeasureOfSize = "households" };

    [TestCase(0, "0")]
    [TestCase(-4, "-4")]
    public void ASizeOfZeroOrLess(double size, string shown) =>
        Assert.That(ErrorOf(Frame(["a", "b"], [5, size]), Villages()), Is.EqualTo($"In row 2 of the frame households is {shown}, and a unit drawn with a chance proportional to its size needs a size above 0; mend it, or take the unit out of the frame."));

    [Test]
    public void ASizeThatIsMissing() =>
        Assert.That(ErrorOf(Frame(["a", "b"], [5, double.NaN]), Villages()), Is.EqualTo("In row 2 of the frame households is empty, and every unit of a frame needs it; fill it in, or take the row out."));

    [Test]
    public void ASizeThatIsNoNumber() =>
        Assert.That(
            ErrorOf(Frame(["a", "b"], [5, 6]), new SamplingStage("village", Allocation.PerStratum(1)) { Method = SelectionMethod.Brewer, MeasureOfSize = "town" }),
            Is.EqualTo("In row 1 of the frame town is 'A', which is no number; mend it, or take the row out."));

    [Test]
    public void AnEmptyName() =>
        Assert.That(ErrorOf(Frame(["a", null], [5, 6]), Villages()), Is.EqualTo("In row 2 of the frame village is empty, and every unit of a frame needs it; fill it in, or take the row out."));

    [Test]
    public void ANameThatStandsTwice() =>
        Assert.That(ErrorOf(Frame(["a", "b", "a"], [5, 6, 7]), Villages()), Is.EqualTo("village 'a' stands twice in town 'A', in row 1 of the frame and in row 3 of the frame; each unit stands once in a frame."));

    [Test]
    public void TheSameNameInAnotherTownIsAnotherVillage() =>
        Assert.That(new SamplingPlan(1, Villages()).Draw(Frame(["a", "b", "a"], [5, 6, 7], ["A", "A", "B"])).Units.RowCount, Is.EqualTo(2));

    [Test]
    public void MoreThanTheStratumHas() =>
        Assert.That(ErrorOf(Frame(["a", "b"], [5, 6]), Villages(3)), Is.EqualTo("In town 'A' there are 2 units of village and 3 are to be drawn; draw fewer, merge strata, or let strata that have fewer be taken whole (TakeAllIfFewer)."));

    [Test]
    public void MoreInAllThanThereAre() =>
        Assert.That(ErrorOf(Frame(["a", "b"], [5, 6]), new SamplingStage("village", Allocation.InAll(3))), Is.EqualTo("3 units of village are to be drawn in all, and there are 2; draw fewer, or let strata that have fewer be taken whole (TakeAllIfFewer)."));

    [Test]
    public void FewerInAllThanStrata() =>
        Assert.That(
            ErrorOf(Frame(["a", "b"], [5, 6], ["A", "B"]), new SamplingStage("village", Allocation.InAll(1)) { Strata = "town" }),
            Is.EqualTo("1 units of village are to be drawn over 2 strata, and each stratum needs one at least; draw more, or merge strata."));

    [Test]
    public void TwoSizesOfOneVillage() =>
        Assert.That(
            ErrorOf(
                Frame(["1", "2", "3"], [5, 5, 6], ["A", "A", "A"]),
                new SamplingStage("town", Allocation.PerStratum(1)) { Method = SelectionMethod.Pivotal, MeasureOfSize = "households" },
                new SamplingStage("village", Allocation.PerStratum(1))),
            Is.EqualTo("In row 3 of the frame households is 6, and row 1 says 5 of the same town 'A'; let all rows of it agree."));

    [Test]
    public void TwoPlacesOfOneVillageInTheOrder() =>
        Assert.That(
            ErrorOf(
                Frame(["1", "2", "3"], [5, 5, 6], ["A", "A", "A"]),
                new SamplingStage("town", Allocation.PerStratum(1)) { Method = SelectionMethod.Systematic, Order = "households" },
                new SamplingStage("village", Allocation.PerStratum(1))),
            Is.EqualTo("In row 3 of the frame households is '6', and earlier rows of town 'A' say '5'; a unit has one place in the order."));

    [TestCase(0.0, "0")]
    [TestCase(1.5, "1.5")]
    [TestCase(-1.0, "-1")]
    public void ANumberToDrawThatIsNone(double wanted, string shown) =>
        Assert.That(ErrorOf(Frame(["a", "b"], [wanted, wanted]), new SamplingStage("village", Allocation.From("households"))), Is.EqualTo($"In row 1 of the frame households is {shown}, and the number to draw is a whole number of at least 1; mend it."));

    [Test]
    public void AColumnThatIsNotThere() =>
        Assert.That(ErrorOf(Frame(["a"], [5]), new SamplingStage("vilage", Allocation.PerStratum(1))), Does.Contain("did you mean 'village'?"));

    [Test]
    public void NoRows() =>
        Assert.That(ErrorOf(Frame(["a"], [5]).Head(0), Villages()), Is.EqualTo("The frame has no rows, so there is nothing to draw from."));

    [Test]
    public void AColumnThatTheSampleAdds() =>
        Assert.That(ErrorOf(Frame(["a"], [5]).With("weight", new NumberColumn([1])), Villages()), Is.EqualTo("The frame has a column 'weight' already, which a drawn sample adds; leave it out of the frame, or give it another name."));

    [Test]
    public void PlansThatContradictThemselves()
    {
        static string ErrorOf(params SamplingStage[] stages) => Assert.Throws<ArgumentException>(() => _ = new SamplingPlan(1, stages)).Message;
        var village = new SamplingStage("village", Allocation.PerStratum(2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ErrorOf(), Does.StartWith("The plan has no stage"));
            Assert.That(ErrorOf(village with { MeasureOfSize = "households" }), Does.StartWith("village is drawn simply at random, which uses no sizes"));
            Assert.That(ErrorOf(village with { Method = SelectionMethod.Pivotal, MeasureOfSize = "x", SizeIsRows = true }), Does.StartWith("village has two sizes, x and the number of rows"));
            Assert.That(ErrorOf(village with { Method = SelectionMethod.Pivotal, SizeIsRows = true }), Does.StartWith("village is the last stage, whose units are single rows"));
            Assert.That(ErrorOf(village with { Serpentine = true }), Does.StartWith("village is to be ordered back and forth, and no column orders it"));
            Assert.That(ErrorOf(village with { Method = (SelectionMethod)17 }), Does.StartWith("village is drawn by 17"));
            Assert.That(ErrorOf(village with { Strata = "village" }), Does.StartWith("The column 'village' stands twice"));
            Assert.That(ErrorOf(village, new SamplingStage("household", Allocation.PerStratum(2)) { Kept = new KeptShare(0.5, Frames.Villages()) }), Does.StartWith("household is not the first stage"));
            Assert.That(ErrorOf(village with { Method = SelectionMethod.Poisson, Kept = new KeptShare(0.5, Frames.Villages()) }), Does.StartWith("A share of last year's village is kept for methods that draw a fixed number"));
        }
    }

    /// <summary>Two names may have one hash; the second pass looks at the names and finds that they differ.</summary>
    [Test]
    public void ASuspicionThatIsUnfoundedIsNoError()
    {
        Table frame = Frame(["a", "b"], [5, 6]);
        using var builder = new FrameBuilder(new SamplingPlan(1, Villages()), new HashSet<ulong> { IdCheck.Within(0, IdCheck.HashOf("a")), IdCheck.Within(0, IdCheck.HashOf("b")) });
        for (int row = 0; row < 2; row++)
        {
            for (int k = 0; k < builder.Columns.Count; k++)
                builder.SetField(k, frame[builder.Columns[k]].TextAt(row));
            builder.EndRow();
        }
        Assert.That(builder.Build().RowCount, Is.EqualTo(2));
    }
}
