using static Survey.Tests.Tolerance;

namespace Survey.Tests.Weighting;

/// <summary>What holds for every adjustment, whatever the people.</summary>
public class NonresponseLaws
{
    private static readonly string[] Results = ["responded", "responded", "responded", "refused", "not found", "ineligible", "unknown"];

    /// <summary>Four towns of three villages; in each village somebody responds.</summary>
    private static Table People(int seed, bool withUnknown)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 300).Select(row => (Village: row < 12 ? row : random.Next(12), Result: row < 12 ? "responded" : Results[random.Next(withUnknown ? 7 : 6)], Weight: 1 + 9 * random.NextDouble())).ToArray();
        return Table.FromColumns([
            ("town", rows.Select(row => $"t{row.Village / 3}").ToArray()), ("village", rows.Select(row => $"v{row.Village}").ToArray()),
            ("result", rows.Select(row => row.Result).ToArray()), ("w", rows.Select(row => row.Weight).ToArray())]);
    }

    private static WeightingResult Adjust(Table people, string? collapse = null, int minimum = 1) =>
        WeightingResult.Of(people, "w").AdjustForNonresponse("village", "result", minimum: minimum, collapse: collapse);

    [Test]
    public void WeightsAddUpToThoseOfTheEligible([Range(1, 10)] int seed)
    {
        Table people = People(seed, withUnknown: false);
        double eligible = people.Numbers("w").Where((_, row) => people["result"].TextAt(row) != "ineligible").Sum();
        Assert.That(Adjust(people).Weights().Sum(), Close(eligible, ClosedForm));
        Assert.That(Adjust(people, "town", 15).Weights().Sum(), Close(eligible, ClosedForm));
        Assert.That(Adjust(people, "town", 1_000).Weights().Sum(), Close(eligible, ClosedForm));
    }

    [Test]
    public void FactorsAreThoseOfANaiveTwin([Range(1, 10)] int seed)
    {
        Table people = People(seed, withUnknown: true);
        double[] weights = people.Numbers("w"), adjusted = Adjust(people).Weights();
        for (int row = 0; row < weights.Length; row++)
        {
            double Of(params string[] results) => Enumerable.Range(0, weights.Length).Where(other => people["village"].TextAt(other) == people["village"].TextAt(row) && results.Contains(people["result"].TextAt(other))).Sum(other => weights[other]);
            double eligible = Of("responded", "refused", "not found");
            double expected = people["result"].TextAt(row) == "responded" ? weights[row] * (eligible + Of("unknown") * eligible / (eligible + Of("ineligible"))) / Of("responded") : 0;
            Assert.That(adjusted[row], Close(expected, ClosedForm));
        }
    }

    [Test]
    public void TheOrderOfRowsDoesNotMatter([Range(1, 10)] int seed)
    {
        Table people = People(seed, withUnknown: true);
        int[] order = [.. Enumerable.Range(0, people.RowCount).OrderBy(row => (row * 7919L + seed) % 300)];
        double[] weights = Adjust(people, "town", 15).Weights(), turned = Adjust(people.Take(order), "town", 15).Weights();
        for (int row = 0; row < order.Length; row++)
            Assert.That(turned[row], Close(weights[order[row]], ClosedForm));
    }

    [Test]
    public void WithoutNonresponseNothingChanges([Range(1, 3)] int seed)
    {
        Table people = People(seed, withUnknown: false);
        people = people.Take([.. Enumerable.Range(0, people.RowCount).Where(row => people["result"].TextAt(row) == "responded")]);
        Assert.That(Adjust(people).Weights(), Is.EqualTo(people.Numbers("w")));
    }

    [Test]
    public void ScalingTheWeightsScalesTheResult([Range(1, 3)] int seed)
    {
        Table people = People(seed, withUnknown: true);
        double[] weights = Adjust(people).Weights(), scaled = Adjust(people.With("w", new NumberColumn([.. people.Numbers("w").Select(weight => 1_024 * weight)]))).Weights();
        Assert.That(scaled, Is.EqualTo(weights.Select(weight => 1_024 * weight)));
    }
}
