namespace Survey.Tests.Sampling;

public class DrawRecordTests
{
    private static SamplingPlan Plan(Table? last = null) => new(
        18_446_744_073_709_551_615,
        new SamplingStage("village", Allocation.PerStratum(2)) { Strata = "town", Method = SelectionMethod.Systematic, MeasureOfSize = "households", Order = ["area", "households"], Serpentine = true, Kept = last is null ? null : new KeptShare(0.5, last) });

    [Test]
    public void ADrawIsRepeatedFromItsRecord()
    {
        Table frame = Frames.Villages();
        DrawnSample sample = Plan().Draw(frame);
        DrawRecord record = DrawRecord.Parse(sample.Record.ToJson());
        DrawnSample again = record.Plan.Draw(frame);
        record.Check(again);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Units.Texts("village"), Is.EqualTo(sample.Units.Texts("village")));
            Assert.That(again.Record.ToJson(), Is.EqualTo(sample.Record.ToJson()));
        }
    }

    [Test]
    public void LastYearsUnitsStandInTheRecord()
    {
        Table frame = Frames.Villages();
        Table last = new SamplingPlan(1, Plan().Stages[0]).Draw(frame).Units;
        DrawnSample sample = Plan(last).Draw(frame);
        DrawRecord record = DrawRecord.Parse(sample.Record.ToJson());
        record.Check(record.Plan.Draw(frame));
        Assert.That(record.Plan.Stages[0].Kept!.Last.Texts("village"), Is.EqualTo(last.Texts("village")));
    }

    [Test]
    public void AStratumColumnMayHaveAnyName()
    {
        Table frame = Table.FromColumns([("share", (Column)new CategoryColumn(["x", "x", "y", "y"])), ("last", new CategoryColumn(["1", "2", "3", "4"]))]);
        var stage = new SamplingStage("last", Allocation.PerStratum(1)) { Strata = "share" };
        DrawnSample sample = new SamplingPlan(3, stage with { Kept = new KeptShare(1, new SamplingPlan(2, stage).Draw(frame).Units) }).Draw(frame);
        DrawRecord record = DrawRecord.Parse(sample.Record.ToJson());
        Assert.That(() => record.Check(record.Plan.Draw(frame)), Throws.Nothing);
    }

    [Test]
    public void AnotherFrameIsNoticed()
    {
        Table frame = Frames.Villages();
        DrawRecord record = Plan().Draw(frame).Record;
        double[] sizes = frame.Numbers("households");
        sizes[3]++;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => record.Check(record.Plan.Draw(frame.Head(18))), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("The frame has 18 rows and the recorded draw was from one of 19; take the file that was drawn from."));
            Assert.That(() => record.Check(record.Plan.Draw(frame.With("households", new NumberColumn(sizes)))), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("The frame has as many rows as the one recorded, 19, but says something else in town, village, households, area, or in another order; take the file that was drawn from."));
            Assert.That(() => (record with { SampleFingerprint = "00" }).Check(record.Plan.Draw(frame)), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The same plan, seed and frame give 6 rows that are not the 6 recorded"));
        }
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("[1]")]
    [TestCase("{\"procedure\": 1}")]
    [TestCase("{\"procedure\": 1, \"seed\": -1, \"stages\": []}")]
    [TestCase("{\"procedure\": 1, \"seed\": 1, \"stages\": [], \"frame\": {\"rows\": 1, \"sha256\": \"\"}, \"sample\": {\"rows\": 1, \"sha256\": \"\"}}")]
    public void WhatIsNoRecordIsRefused(string text) =>
        Assert.That(() => DrawRecord.Parse(text), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The text is no record of a draw"));

    [Test]
    public void EveryDamageIsAnErrorOrHarmless([Range(1, 200)] int seed)
    {
        Table frame = Frames.Villages();
        DrawRecord record = Plan().Draw(frame).Record;
        char[] text = record.ToJson().ToCharArray();
        var random = new RandomStream((ulong)seed);
        text[random.Below(text.Length)] = (char)(32 + random.Below(95));
        try
        {
            DrawRecord damaged = DrawRecord.Parse(new string(text));
            damaged.Check(damaged.Plan.Draw(frame));
        }
        catch (SurveyDataException)
        {
            return;
        }
        Assert.Pass();
    }

    /// <summary>The draws themselves, so that a later version cannot change them without a new number of procedure.</summary>
    [TestCase(SelectionMethod.SimpleRandom)]
    [TestCase(SelectionMethod.Systematic)]
    [TestCase(SelectionMethod.Sampford)]
    [TestCase(SelectionMethod.Brewer)]
    [TestCase(SelectionMethod.Pivotal)]
    [TestCase(SelectionMethod.Poisson)]
    public void ProcedureOneDrawsThese(SelectionMethod method)
    {
        var stage = new SamplingStage("village", Allocation.PerStratum(2)) { Strata = "town", Method = method, MeasureOfSize = method == SelectionMethod.SimpleRandom ? null : "households" };
        string drawn = string.Join(' ', new SamplingPlan(20230904, stage).Draw(Frames.Villages()).Units.Texts("village"));
        Assert.That((DrawRecord.Procedure, drawn), Is.EqualTo((1, Expected[method])));
    }

    private static readonly Dictionary<SelectionMethod, string> Expected = new()
    {
        [SelectionMethod.SimpleRandom] = "A04 A05 B03 B04 C06 C09",
        [SelectionMethod.Systematic] = "A03 A06 B01 B03 C03 C09",
        [SelectionMethod.Sampford] = "A03 A04 B01 B03 C07 C08",
        [SelectionMethod.Brewer] = "A04 A05 B01 B03 C07 C08",
        [SelectionMethod.Pivotal] = "A01 A05 B01 B03 C01 C09",
        [SelectionMethod.Poisson] = "A04 B01 B03 C08",
    };
}
