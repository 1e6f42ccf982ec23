using static Survey.Tests.Tolerance;

namespace Survey.Tests.Weighting;

/// <summary>Weighting classes: who stands for whom, by hand.</summary>
public class NonresponseTests
{
    private static readonly Table People = Table.FromColumns([
        ("village", new[] { "a", "a", "a", "a", "b", "b", "b", "b" }),
        ("result", new[] { "responded", "responded", "refused", "ineligible", "responded", "responded", "ineligible", "unknown" }),
        ("w", new double[] { 10, 10, 10, 10, 20, 20, 20, 20 })]);

    private static WeightingResult Base(Table people) => WeightingResult.Of(people, "w");

    [Test]
    public void RespondentsStandForTheEligibleOfTheirCell()
    {
        WeightingResult w = Base(People).AdjustForNonresponse("village", "result", minimum: 1);
        const double factorOfB = (40 + 20 * 40.0 / 60) / 40;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(w.Weights(), Is.EqualTo(new[] { 15, 15, 0, 0, 20 * factorOfB, 20 * factorOfB, 0, 0 }));
            Assert.That(w.Table.Numbers("nonresponseFactor"), Is.EqualTo(new[] { 1.5, 1.5, double.NaN, double.NaN, factorOfB, factorOfB, double.NaN, double.NaN }));
            Assert.That(Enumerable.Range(0, 8).Select(w.Table["nonresponseCell"].TextAt), Is.EqualTo(new[] { "a", "a", "a", "a", "b", "b", "b", "b" }));
            Assert.That(w.Table.RowCount, Is.EqualTo(8));
        }
    }

    [Test]
    public void TheLogTellsWhatBecameOfThoseNotMet()
    {
        WeightStep step = Base(People).AdjustForNonresponse("village", "result", minimum: 1).Log.Steps[^1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((step.What, step.Rows), Is.EqualTo(("nonresponse", 4)));
            Assert.That(step.Columns, Is.EqualTo(new[] { "village", "result" }));
            Assert.That(step.Sum, Close(30 + 40 + 20 * (40.0 / 60), ClosedForm));
            Assert.That(step.SmallestFactor, Close(4.0 / 3, ClosedForm));
            Assert.That(step.GreatestFactor, Is.EqualTo(1.5));
            Assert.That(step.DesignEffectBefore, Close(4 * (2 * 100 + 2 * 400) / 3600.0, ClosedForm));
            Assert.That(step.Notes, Is.EqualTo(new[]
            {
                "of the weight 20.0 of those of whom it is not known whether they are eligible, 13.3 is taken as eligible, the share that those known have in each cell",
                "4 rows that did not respond have the weight 0; while they are kept, PSUs without respondents stay in the design",
            }));
            Assert.That(step.Warnings, Is.Empty);
        }
    }

    // households are what was drawn: the number of members, known of those met, says nothing of those not met
    [Test]
    public void ResponseIsMeasuredByTheWeightsOfWhatWasDrawn()
    {
        Table people = Table.FromColumns([
            ("village", new[] { "a", "a", "a" }), ("result", new[] { "responded", "responded", "not found" }), ("N", new double[] { 30, 30, 30 }), ("eligible", new double?[] { 1, 4, null })]);
        WeightingResult w = people.BaseWeights("result", WeightStage.Equal("household", 3, "N"), WeightStage.Members("person", "eligible")).AdjustForNonresponse("village", "result", minimum: 1);
        Assert.That(w.Weights(), Is.EqualTo(new double[] { 15, 60, 0 }));
        Assert.That(w.Log.Steps.Select(step => step.Sum), Is.EqualTo(new double[] { 30, 50, 75 }));
    }

    [Test]
    public void WhereThoseNotMetHaveNoRowsTheyAreCounted()
    {
        Table people = Table.FromColumns([
            ("village", new[] { "a", "a", "a", "b" }), ("drawn", new double[] { 5, 5, 5, 4 }), ("w", new double[] { 1, 2, 3, 10 })]);
        WeightingResult w = Base(people).AdjustForNonresponse("village", count: "drawn", minimum: 1, greatestFactor: 4);
        Assert.That(w.Weights(), Is.EqualTo(new[] { 1 * (5.0 / 3), 2 * (5.0 / 3), 3 * (5.0 / 3), 40 }).Within(1).Ulps);
        Assert.That(w.Log.Steps[^1].Warnings, Is.Empty);
    }

    // 2 of 4 met are eligible, so 3 of the 6 not met are taken to be
    [Test]
    public void CountsMeetTheIneligible()
    {
        Table people = Table.FromColumns([
            ("village", new[] { "a", "a", "a", "a" }), ("drawn", new double[] { 10, 10, 10, 10 }), ("result", new[] { "responded", "responded", "ineligible", "ineligible" }), ("w", new double[] { 7, 7, 7, 7 })]);
        Assert.That(Base(people).AdjustForNonresponse("village", "result", "drawn", minimum: 1).Weights(), Is.EqualTo(new[] { 17.5, 17.5, 0, 0 }));
    }

    [Test]
    public void ACellInWhichNobodyIsEligibleNeedsNobody()
    {
        Table people = Table.FromColumns([("village", new[] { "a", "b" }), ("result", new[] { "responded", "ineligible" }), ("w", new double[] { 5, 5 })]);
        WeightingResult w = Base(people).AdjustForNonresponse("village", "result", minimum: 1);
        Assert.That(w.Weights(), Is.EqualTo(new double[] { 5, 0 }));
        Assert.That(w.Log.Steps[^1].Warnings, Is.Empty);
    }

    [Test]
    public void GreatFactorsAreWarnedOf()
    {
        Table people = Table.FromColumns([("village", new[] { "a", "a", "a", "a" }), ("result", new[] { "responded", "refused", "refused", "refused" }), ("w", new double[] { 1, 1, 1, 1 })]);
        Assert.That(Base(people).AdjustForNonresponse("village", "result", minimum: 1).Log.Steps[^1].Warnings, Is.EqualTo(new[] { "the factor is above 3 in a (4.00), where few stand for many" }));
        Assert.That(Base(people).AdjustForNonresponse("village", "result", minimum: 1, greatestFactor: 4).Log.Steps[^1].Warnings, Is.Empty);
    }

    // two villages of a stratum, nobody in the second: with its zero weights it stays a PSU, without it the stratum has one
    [Test]
    public void APsuWithoutRespondentsStaysInTheDesign()
    {
        Table people = Table.FromColumns([
            ("village", new[] { "a", "a", "b", "b", "c", "c" }), ("county", new[] { "x", "x", "x", "x", "x", "x" }), ("y", new double[] { 1, 2, 0, 0, 3, 5 }),
            ("result", new[] { "responded", "responded", "refused", "refused", "responded", "refused" }), ("w", new double[] { 1, 1, 1, 1, 1, 1 })]);
        Table weighted = Base(people).AdjustForNonresponse("village", "result", minimum: 1, collapse: "county").Table;
        Assert.That(new SurveyDesign(weighted, "weight", clusters: "village").PsuCount, Is.EqualTo(3));
        Assert.That(weighted.Numbers("weight"), Is.EqualTo(new double[] { 1, 1, 0, 0, 4, 0 }));
    }
}
