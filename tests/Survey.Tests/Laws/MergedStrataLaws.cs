using static Survey.Statistic;

namespace Survey.Tests.Laws;

/// <summary>Strata merged by a map are strata recoded by hand, with PSUs kept apart.</summary>
public class MergedStrataLaws
{
    private static readonly Statistic[] Asked = [Total("y"), Mean("y"), Proportion("smoker"), Ratio("y", "x"), Shares("kind")];

    [Test]
    public void AMapThatMergesNothingChangesNoBit([Range(1, 20)] int seed, [Values] bool renames)
    {
        RandomSample sample = Stratified(seed);
        var alone = sample.Rows.Select(row => row.Stratum).Distinct().ToDictionary(stratum => stratum, stratum => renames ? $"new {stratum}" : stratum);

        long[] before = Bits(sample.Design());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bits(sample.Design(collapse: alone)), Is.EqualTo(before));
            Assert.That(Bits(sample.Design(collapse: new Dictionary<string, string>())), Is.EqualTo(before));
        }
    }

    [Test]
    public void AllStrataMergedAreNone([Range(1, 20)] int seed)
    {
        RandomSample sample = Stratified(seed);
        var all = sample.Rows.Select(row => row.Stratum).Distinct().ToDictionary(stratum => stratum, _ => "all");

        EstimateLaws.Same(sample.Design(collapse: all).By("region").Estimate(Asked), Recoded(sample, null, all).By("region").Estimate(Asked));
    }

    [Test]
    public void MergedStrataAreStrataRecodedByHand([Range(1, 20)] int seed)
    {
        RandomSample sample = Stratified(seed);
        string[] strata = [.. sample.Rows.Select(row => row.Stratum).Distinct()];
        // the second joins the first, the third and fourth make a new one
        var map = new Dictionary<string, string> { [strata[1]] = strata[0], [strata[2]] = "new", [strata[3]] = "new" };

        EstimateLaws.Same(sample.Design(collapse: map).By("region").Estimate(Asked), Recoded(sample, "recoded", map).By("region").Estimate(Asked));
    }

    [Test]
    public void OneStratumAfterAnotherIsAllAtOnce([Range(1, 5)] int seed)
    {
        RandomSample sample = Stratified(seed);
        string[] strata = [.. sample.Rows.Select(row => row.Stratum).Distinct()];
        // the second becomes part of what is called the first, whose own rows go to the third
        var map = new Dictionary<string, string> { [strata[1]] = strata[0], [strata[0]] = strata[2] };

        EstimateLaws.Same(
            sample.Design(collapse: map).Estimate(Asked),
            sample.Design(collapse: new Dictionary<string, string> { [strata[0]] = strata[2] }).Estimate(Asked));
    }

    private static RandomSample Stratified(int seed) =>
        RandomSample.Of(seed, SamplePlan.Of(new Random(seed), LonelyPsu.Fail) with { Strata = 5, Weighted = true });

    /// <summary>The same sample with PSUs called by (stratum, PSU), the strata of the column given and N added up.</summary>
    private static SurveyDesign Recoded(RandomSample sample, string? strata, Dictionary<string, string> map)
    {
        string[] merged = [.. sample.Rows.Select(row => map.GetValueOrDefault(row.Stratum, row.Stratum))];
        string[] psus = [.. sample.Rows.Select((row, i) => sample.Plan.Clusters == 0 ? $"{i}" : $"{row.Stratum} {row.Units[0]}")];
        Table table = sample.Table().With("recoded", new CategoryColumn(merged)).With("u1", new CategoryColumn(psus));
        if (sample.Plan.Sizes > 0)
            table = table.With("n1", new NumberColumn(PopulationOf(sample, merged)));
        for (int stage = 2; stage <= sample.Plan.Sizes; stage++)
            table = table.With($"n{stage}", new NumberColumn([.. sample.Rows.Select(row => LaterSize(sample, row, stage - 1))]));
        return new SurveyDesign(
            table,
            "w",
            strata,
            Names.Of([.. Enumerable.Range(1, Math.Max(1, sample.Plan.Clusters)).Select(stage => $"u{stage}")]),
            Names.Of([.. Enumerable.Range(1, sample.Plan.Sizes).Select(stage => $"n{stage}")]));
    }

    /// <summary>N of each row's merged stratum, as a count.</summary>
    private static double[] PopulationOf(RandomSample sample, string[] merged)
    {
        var sizes = sample.Rows.Select((row, i) => (row, i)).GroupBy(own => own.row.Stratum).Select(rows => (Merged: merged[rows.First().i], Size: SizeOf(sample, [.. rows.Select(own => own.row)])));
        var sums = sizes.GroupBy(own => own.Merged).ToDictionary(same => same.Key, same => same.Sum(own => own.Size));
        return [.. merged.Select(name => sums[name])];
    }

    private static double SizeOf(RandomSample sample, Row[] stratum)
    {
        double drawn = sample.Plan.Clusters == 0 ? stratum.Length : stratum.Select(row => row.Units[0]).Distinct().Count();
        return sample.Plan.Fractions ? drawn / stratum[0].Sizes[0] : stratum[0].Sizes[0];
    }

    // sizes have one form at all stages, and those of the first are counts here
    private static double LaterSize(RandomSample sample, Row row, int stage)
    {
        if (!sample.Plan.Fractions)
            return row.Sizes[stage];
        int drawn = sample.Rows.Where(other => other.Stratum == row.Stratum && other.Units.AsSpan(0, stage).SequenceEqual(row.Units.AsSpan(0, stage))).Select(other => other.Units[stage]).Distinct().Count();
        return drawn / row.Sizes[stage];
    }

    private static long[] Bits(SurveyDesign design)
    {
        Estimates estimates = design.By("region").Estimate(Asked);
        IEnumerable<double> figures = estimates.SelectMany(estimate => new[] { estimate.Value, estimate.StandardError, estimate.DegreesOfFreedom });
        return [.. figures.Concat(estimates.CovarianceMatrix().Cast<double>()).Select(BitConverter.DoubleToInt64Bits)];
    }
}
