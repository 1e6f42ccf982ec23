namespace Survey.Tests.Weighting;

/// <summary>The weight of each stage, and what it is asked of.</summary>
public class BaseWeightTests
{
    private static readonly Table People = Table.FromColumns([
        ("p", new[] { 0.5, 0.25, 1 }), ("n", new double[] { 2, 3, 4 }), ("N", new double[] { 10, 9, 4 }), ("size", new double[] { 100, 50, 25 }), ("eligible", new double[] { 1, 2, 6 })]);

    [Test]
    public void EachStageHasItsFormula()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(People.BaseWeights(WeightStage.Probability("a", "p")).Weights(), Is.EqualTo(new double[] { 2, 4, 1 }));
            Assert.That(People.BaseWeights(WeightStage.Equal("a", "n", "N")).Weights(), Is.EqualTo(new double[] { 5, 3, 1 }));
            Assert.That(People.BaseWeights(WeightStage.Equal("a", 2, 7)).Weights(), Is.EqualTo(new[] { 3.5, 3.5, 3.5 }));
            Assert.That(People.BaseWeights(WeightStage.ProportionalToSize("a", "size", 1_000, "n")).Weights(), Is.EqualTo(new[] { 5, 1_000 / 150.0, 10 }));
            Assert.That(People.BaseWeights(WeightStage.Members("a", "eligible")).Weights(), Is.EqualTo(new double[] { 1, 2, 6 }));
        }
    }

    [Test]
    public void TheBaseWeightIsTheProductAndTheTableKeepsItsColumns()
    {
        WeightingResult w = People.BaseWeights(WeightStage.Probability("a", "p"), WeightStage.Equal("b", "n", "N"));
        Assert.That(w.Table.Columns, Is.EqualTo(new[] { "p", "n", "N", "size", "eligible", "aWeight", "bWeight", "baseWeight" }));
        Assert.That(w.Weights(), Is.EqualTo(new double[] { 10, 12, 1 }));
        Assert.That((w.Weight, w.DrawnWeight), Is.EqualTo(("baseWeight", "baseWeight")));
        Assert.That(People.Columns, Has.Count.EqualTo(5));
    }

    [Test]
    public void AUnitDrawnForSureHasTheWeightOne()
    {
        Table one = Table.FromColumns([("size", new[] { 0.1 + 0.2 }), ("total", new[] { 0.3 })]);
        Assert.That(one.BaseWeights(WeightStage.ProportionalToSize("a", "size", "total", 1)).Weights()[0], Tolerance.Close(1, Tolerance.ClosedForm));
    }

    [Test]
    public void MembersAreAskedOnlyOfThoseWhoResponded()
    {
        Table people = Table.FromColumns([
            ("result", new[] { "responded", "refused", "responded", "ineligible", "unknown", "not found" }),
            ("N", new double[] { 10, 10, 20, 20, 20, 20 }), ("eligible", new double?[] { 2, null, 3, 0, null, 4 }), ("p", new double?[] { 0.5, null, 0.25, null, null, null })]);
        WeightingResult w = people.BaseWeights("result", WeightStage.Equal("household", 2, "N"), WeightStage.Members("person", "eligible"), WeightStage.Probability("visit", "p"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(w.Weights(), Is.EqualTo(new[] { 20, double.NaN, 120, double.NaN, double.NaN, double.NaN }));
            Assert.That(w.Table.Numbers("drawnWeight"), Is.EqualTo(new double[] { 5, 5, 10, 10, 10, 10 }));
            Assert.That(w.DrawnWeight, Is.EqualTo("drawnWeight"));
            Assert.That(w.Log.Steps.Select(step => step.Rows), Is.EqualTo(new[] { 6, 2, 2 }));
            Assert.That(w.Log.Steps.Select(step => step.Sum), Is.EqualTo(new double[] { 50, 40, 140 }));
        }
    }

    [Test]
    public void WeightsDoNotDependOnTheOrderOfRows([Range(1, 5)] int seed)
    {
        var random = new Random(seed);
        double[] probabilities = [.. Enumerable.Range(0, 50).Select(_ => random.NextDouble() * 0.9 + 0.1)];
        int[] order = [.. Enumerable.Range(0, 50).OrderBy(_ => random.Next())];
        WeightingResult w = Of(probabilities), turned = Of([.. order.Select(row => probabilities[row])]);
        Assert.That(turned.Weights(), Is.EqualTo(order.Select(row => w.Weights()[row])));
        Assert.That(turned.Log.Steps[0], Is.EqualTo(w.Log.Steps[0]));

        static WeightingResult Of(double[] probabilities) => Table.FromColumns([("p", probabilities)]).BaseWeights(WeightStage.Probability("a", "p"));
    }
}
