using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>What is true of successive differences in every sample.</summary>
public class SystematicLaws
{
    private static readonly Statistic[] Asked = [Total("y"), Mean("y"), Proportion("smoker"), Ratio("y", "x")];

    private static RandomSample Sample(int seed) => RandomSample.Of(seed, SamplePlan.Of(new Random(seed), LonelyPsu.Fail));

    [Test]
    public void TheOrderOfRowsIsIrrelevant([Range(1, 10)] int seed)
    {
        RandomSample sample = Sample(seed);

        EstimateLaws.Same(sample.Shuffled().Design(order: "place").By("region").Estimate(Asked), sample.Design(order: "place").By("region").Estimate(Asked));
    }

    [Test]
    public void AListReadBackwardsHasTheSameErrors([Range(1, 20)] int seed)
    {
        RandomSample sample = Sample(seed);
        Table backwards = sample.Table().With("place", new NumberColumn([.. sample.Rows.Select(row => -row.Place)]));

        EstimateLaws.Same(sample.Design(backwards, order: "place").By("region").Estimate(Asked), sample.Design(order: "place").By("region").Estimate(Asked));
    }

    [Test]
    public void NumbersDatesAndLevelsOfOneOrderAreTheSameBits([Range(1, 10)] int seed)
    {
        RandomSample sample = Sample(seed);
        double[] places = [.. sample.Rows.Select(row => row.Place).Distinct().Order()];
        int[] ranks = [.. sample.Rows.Select(row => Array.BinarySearch(places, row.Place))];
        Table table = sample.Table()
            .With("text", new CategoryColumn([.. ranks.Select(rank => $"plot {rank}")]))
            .With("level", new CategoryColumn([.. ranks.Select(rank => Name(rank))], [.. Enumerable.Range(0, places.Length).Select(Name)]))
            .With("date", new DateColumn([.. ranks.Select(rank => (DateOnly?)new DateOnly(2024, 1, 1).AddDays(3 * rank))]));

        double[] expected = Errors("place");

        using (Assert.EnterMultipleScope())
            foreach (string order in (string[])["text", "level", "date"])
                Assert.That(Errors(order), Is.EqualTo(expected), order);

        double[] Errors(string order) => [.. sample.Design(table, order: order).Estimate(Asked).Select(estimate => estimate.StandardError)];
        // names whose own order is another
        static string Name(int rank) => $"{(char)('a' + rank * 7 % 26)}{rank}";
    }

    [Test]
    public void OfTwoPsusAStratumItIsTheUsualVariance([Range(1, 20)] int seed, [Values] LonelyPsu rule)
    {
        RandomSample sample = RandomSample.Of(seed, SamplePlan.Of(new Random(seed), rule) with { MostUnits = 2, Clusters = seed % 3, Sizes = seed % 2, Weighted = true });

        EstimateLaws.Same(sample.Design(rule, order: "place").By("region").Estimate(Asked), sample.Design(rule).By("region").Estimate(Asked));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void EqualPsusHaveNoError(int clusters)
    {
        double[] numbers = [.. Enumerable.Range(0, 60).Select(k => (double)k)], ones = [.. numbers.Select(_ => 1.0)];
        Table table = Table.FromColumns([("y", ones), ("psu", numbers), ("place", numbers.Select(k => k * 17 % 61).ToArray())]);

        Assert.That(new SurveyDesign(table, clusters: clusters == 0 ? default(Names) : "psu", systematicOrder: "place").Total("y").StandardError, Is.Zero);
    }

    /// <summary>z_i = i: differences of 1 give n/2, squares about the mean n²(n + 1)/12.</summary>
    [Test]
    public void AListThatRisesHasAlmostNone([Values(3, 50, 1_000)] int n, [Values] bool clusters)
    {
        double[] numbers = [.. Enumerable.Range(1, n).Select(k => (double)k)];
        Table table = Table.FromColumns([("y", numbers)]);
        Names psus = clusters ? "y" : default(Names);
        double successive = new SurveyDesign(table, clusters: psus, systematicOrder: "y").Total("y").StandardError, stratified = new SurveyDesign(table, clusters: psus).Total("y").StandardError;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(successive * successive, Close(n / 2.0, ClosedForm));
            Assert.That(stratified * stratified, Close((double)n * n * (n + 1) / 12, ClosedForm));
        }
    }

    [Test]
    public void ACovarianceOfDomainsIsThatOfTheirTotals([Range(1, 10)] int seed)
    {
        SurveyDesign design = RandomSample.Of(seed, SamplePlan.Of(new Random(seed), LonelyPsu.Fail) with { Missing = false }).Design(order: "place");
        Estimate all = design.Total("y");
        Estimates parts = design.By("region").Total("y");
        int[] met = [.. Enumerable.Range(0, parts.Count).Where(k => parts[k].Respondents > 0)];

        Assert.That(Math.Sqrt(met.Sum(k => met.Sum(l => parts.Covariance(k, l)))), Close(all.StandardError, ClosedForm, all.Value));
    }
}
