namespace Survey.Tests.Sampling;

/// <summary>Part of last year's villages kept: over both years' chance a unit is in the sample as often as its probability says.</summary>
public class KeptShareTests
{
    private const int Draws = 20_000;

    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "g"];

    private static readonly double[] Sizes = [120, 40, 75, 200, 55, 90, 110];

    private static readonly Table Frame = Table.FromColumns([("village", (Column)new CategoryColumn(Names)), ("households", new NumberColumn(Sizes))]);

    [TestCase(SelectionMethod.SimpleRandom, 3, 0.5)]
    [TestCase(SelectionMethod.SimpleRandom, 2, 0.5)]
    [TestCase(SelectionMethod.Systematic, 2, 0.5)]
    [TestCase(SelectionMethod.Systematic, 3, 0.4)] // 1.2 of 3: one or two
    [TestCase(SelectionMethod.Sampford, 2, 0.5)]
    [TestCase(SelectionMethod.Sampford, 3, 1.0 / 3)]
    [TestCase(SelectionMethod.Brewer, 2, 0.5)]
    [TestCase(SelectionMethod.Pivotal, 2, 0.5)]
    [TestCase(SelectionMethod.Pivotal, 1, 0.3)]
    [TestCase(SelectionMethod.Systematic, 2, 0.0)]
    [TestCase(SelectionMethod.Systematic, 3, 1.0)]
    public void UnitsComeAsOftenAsTheirProbabilitiesSay(SelectionMethod method, int count, double share)
    {
        SamplingStage stage = Stage(method, count);
        var frequencies = new Frequencies(Names.Length);
        double[] probabilities = new double[Names.Length];
        for (ulong seed = 0; seed < Draws; seed++)
        {
            Table last = new SamplingPlan(seed, stage).Draw(Frame).Units;
            Table now = new SamplingPlan(seed + 1_000_000, stage with { Kept = new KeptShare(share, last) }).Draw(Frame).Units;
            int[] drawn = [.. now.Texts("village").Select(village => Array.IndexOf(Names, village))];
            Assert.That(drawn, Has.Length.EqualTo(count));
            frequencies.Add(drawn);
            for (int k = 0; k < drawn.Length; k++)
                probabilities[drawn[k]] = now.Numbers("probability")[k];
        }
        frequencies.Match(probabilities);
    }

    [TestCase(2, 0.5, 1, 1)]
    [TestCase(3, 0.4, 1, 2)]
    [TestCase(3, 1, 3, 3)]
    [TestCase(3, 0, 0, 0)]
    public void TheShareIsKept(int count, double share, int least, int most)
    {
        SamplingStage stage = Stage(SelectionMethod.Systematic, count);
        int[] kept = [.. Enumerable.Range(0, 200).Select(seed =>
        {
            Table last = new SamplingPlan((ulong)seed, stage).Draw(Frame).Units;
            return new SamplingPlan((ulong)seed + 9999, stage with { Kept = new KeptShare(share, last) }).Draw(Frame).Units.Texts("village").Intersect(last.Texts("village")).Count();
        })];
        Assert.That((kept.Min(), kept.Max()), Is.EqualTo((least, most)));
    }

    [Test]
    public void ACertainVillageStays()
    {
        Table frame = Table.FromColumns([("village", (Column)new CategoryColumn(["big", "a", "b", "c"])), ("households", new NumberColumn([1000, 50, 60, 70]))]);
        SamplingStage stage = Stage(SelectionMethod.Systematic, 2);
        for (ulong seed = 0; seed < 50; seed++)
        {
            Table last = new SamplingPlan(seed, stage).Draw(frame).Units;
            Table now = new SamplingPlan(seed + 777, stage with { Kept = new KeptShare(0, last) }).Draw(frame).Units;
            Assert.That((now["village"].TextAt(0), now.Numbers("probability")[0], now["village"].TextAt(1) == last["village"].TextAt(1)), Is.EqualTo(("big", 1.0, false)));
        }
    }

    [Test]
    public void WhatCannotBeKept()
    {
        static string ErrorOf(SamplingStage stage, Table last, double share = 0.5) =>
            Assert.Throws<SurveyDataException>(() => new SamplingPlan(1, stage with { Kept = new KeptShare(share, last) }).Draw(Frame)).Message;
        static Table Last(params string[] villages) => Table.FromColumns([("village", (Column)new CategoryColumn(villages))]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ErrorOf(Stage(SelectionMethod.Systematic, 2), Last("a", "z")), Is.EqualTo("Row 2 of last year's sample, village 'z', is not in the frame; give it the name it has there now, or draw all anew."));
            Assert.That(ErrorOf(Stage(SelectionMethod.Systematic, 2), Last("a")), Is.EqualTo("In the frame 2 units of village are to be drawn besides those that are certain, and last year's sample has 1 there; a share can be kept of a sample of the same number."));
            Assert.That(ErrorOf(Stage(SelectionMethod.SimpleRandom, 5), Last("a", "b", "c", "d", "e"), 0), Is.EqualTo("In the frame 5 new units of village are to be drawn and 2 were not in last year's sample; keep a greater share."));
            Assert.That(ErrorOf(Stage(SelectionMethod.Brewer, 3), Last("a", "b", "c")), Does.StartWith("How probable each sample of 3 units was that last year could have drawn is not known for the method Brewer"));
            Assert.That(ErrorOf(Stage(SelectionMethod.Systematic, 2), Frames.Households().Select("household")), Is.EqualTo("Last year's sample has no column 'village', by which its units are found in the frame; give it the columns village."));
        }
    }

    private static SamplingStage Stage(SelectionMethod method, int count) =>
        new("village", Allocation.PerStratum(count)) { Method = method, MeasureOfSize = method == SelectionMethod.SimpleRandom ? null : "households" };
}
