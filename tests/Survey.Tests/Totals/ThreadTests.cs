namespace Survey.Tests.Totals;

/// <summary>Results are the same bits for any number of threads.</summary>
[NonParallelizable]
public class ThreadTests
{
    private const int Rows = 5 * Chunk.Size + 1_234;

    private readonly int _threads = OrderedPass.Threads;

    [TearDown]
    public void RestoreThreads() => OrderedPass.Threads = _threads;

    [Test]
    public void EstimatesDoNotDependOnThreads([Values("psu", null)] string? clusters, [Values(2, 3, 8)] int threads)
    {
        Assert.That(Figures(clusters, threads), Is.EqualTo(Figures(clusters, 1)));
    }

    private static double[] Figures(string? clusters, int threads)
    {
        OrderedPass.Threads = threads;
        var design = new SurveyDesign(Sample(), weights: "weight", strata: "stratum", clusters: clusters);
        Estimates estimates = design.Where(Expr.Col("y") < 90).By("group").Estimate(Statistic.Mean("y"), Statistic.Proportion("smoker"));
        return [.. estimates.SelectMany(estimate => new[] { estimate.Value, estimate.StandardError, estimate.Respondents, estimate.Missing }), estimates.Covariance(0, estimates.Count - 1)];
    }

    private static Table Sample()
    {
        var random = new Random(1);
        double[] Drawn(Func<double> draw) => [.. Enumerable.Range(0, Rows).Select(_ => draw())];
        return Table.FromColumns([
            ("stratum", new NumberColumn(Drawn(() => random.Next(5)))), ("psu", new NumberColumn(Drawn(() => random.Next(20)))), ("weight", new NumberColumn(Drawn(() => 1 + random.NextDouble()))),
            ("y", new NumberColumn(Drawn(() => 100 * random.NextDouble()))), ("group", new NumberColumn(Drawn(() => random.Next(3)))),
            ("smoker", new NumberColumn(Drawn(() => random.Next(30) is var k and > 0 ? k % 2 : double.NaN)))]);
    }
}
