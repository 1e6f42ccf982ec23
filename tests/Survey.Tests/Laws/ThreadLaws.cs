using static Survey.Expr;
using static Survey.Statistic;

namespace Survey.Tests.Laws;

/// <summary>The same bits for any number of threads: over several lanes and one, dense cells and sparse ones, clusters and rows.</summary>
[NonParallelizable]
public class ThreadLaws
{
    private static readonly int _usual = OrderedPass.Threads;

    [TearDown]
    public void Restore() => OrderedPass.Threads = _usual;

    [Test]
    public void ResultsAreTheSameBits([Values(0, 1, 2)] int clusters, [Values] bool many)
    {
        int units = clusters switch { 0 => 60_000, 1 => 300, _ => 25 };
        RandomSample sample = RandomSample.Of(11 + clusters, new SamplePlan { Strata = 12, Clusters = clusters, Sizes = clusters, MostUnits = units, MostRows = 400 });
        Table table = sample.Table().With("many", new NumberColumn([.. sample.Rows.Select((_, row) => row * 31.0 % 997)]));
        Assert.That(table.RowCount, Is.GreaterThan(4 * Chunk.Size));
        SurveyDesign design = sample.Design(table, LonelyPsu.Certainty);

        long[] one = Bits(design, many, 1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bits(design, many, 2), Is.EqualTo(one));
            Assert.That(Bits(design, many, 8), Is.EqualTo(one));
        }
    }

    [Test]
    public void AlsoOfMergedStrataAndSystematicSamples([Values(0, 1)] int clusters, [Values] bool systematic)
    {
        RandomSample sample = RandomSample.Of(17 + clusters, new SamplePlan { Strata = 8, Clusters = clusters, Sizes = clusters, MostUnits = clusters == 0 ? 60_000 : 300, MostRows = 300 });
        Assert.That(sample.Rows, Has.Count.GreaterThan(Chunk.Size));
        SurveyDesign design = sample.Design(collapse: new Dictionary<string, string> { ["s00"] = "s21", ["s13"] = "s34" }, order: systematic ? "place" : null);

        Assert.That(Bits(design, many: false, threads: 8), Is.EqualTo(Bits(design, many: false, threads: 1)));
    }

    [Test]
    public void TheFirstErrorIsTheSame([Values(1, 2, 8)] int threads)
    {
        double[] y = new double[5 * Chunk.Size];
        foreach (int chunk in (int[])[4, 2, 3])
            y[chunk * Chunk.Size + 7] = chunk;
        SurveyDesign design = new(Table.FromColumns([("y", y)]));
        OrderedPass.Threads = threads;

        Assert.That(() => design.Proportion("y"), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith($"'y' is 2 in row {2 * Chunk.Size + 8}, "));
    }

    private static long[] Bits(SurveyDesign design, bool many, int threads)
    {
        OrderedPass.Threads = threads;
        Estimates estimates = many
            ? design.Where(Col("x") > 1).By("many").Estimate(Mean("y"), Total("x"))
            : design.Where(Col("x") > 1).By("region").Estimate(Mean("y"), Proportion("smoker"), Ratio("y", "x"), Total("x"), Variance("y"));
        IEnumerable<double> covariances = many
            ? Enumerable.Range(1, 5).Select(k => estimates.Covariance(0, k * 199))
            : estimates.CovarianceMatrix().Cast<double>();
        return [.. estimates.SelectMany(Figures).Concat(covariances).Select(BitConverter.DoubleToInt64Bits)];
    }

    private static double[] Figures(Estimate estimate) =>
        [estimate.Value, estimate.StandardError, estimate.DegreesOfFreedom, estimate.SumOfWeights, estimate.Respondents, estimate.Missing,
        estimate.SumOfSquaredWeights, estimate.DesignEffect, estimate.DesignEffectInWholeSample];
}
