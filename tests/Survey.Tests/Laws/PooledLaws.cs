using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>Waves pooled are one sample: where they share nothing that of strata by wave, where they share every PSU that of PSUs with the rows of both.</summary>
public class PooledLaws
{
    private static readonly StandardPopulation Kinds = new("kind", ("a", 5), ("b", 3), ("c", 2));

    private static readonly Statistic[] Asked =
        [Mean("y"), Proportion("smoker"), Ratio("y", "x"), Variance("y"), StandardDeviation("y"), Shares("kind"), StandardizedMean("y", Kinds), StandardizedProportion("smoker", Kinds)];

    [Test]
    public void WavesThatShareNothing([Range(1, 25)] int seed, [Values(0, 1)] int clusters)
    {
        (Table first, Table second) = Waves(seed, clusters, shift: 1e6);
        Table stacked = Stacked(first, second);
        var pooled = new Waves(false, ("1", Design(first, clusters)), ("2", Design(second, clusters))).Pooled(Asked);
        Compare(pooled, new SurveyDesign(stacked, "w", "h", clusters == 0 ? default(Names) : "u1").Estimate(Asked));
    }

    [Test]
    public void WavesThatShareEveryPsu([Range(1, 25)] int seed)
    {
        (Table first, _) = Waves(seed, 1, shift: 0);
        Table second = first.With("y", Col("y") * 1.1 + Col("x")).With("w", Col("w") * 2 + 1);
        var pooled = new Waves(true, ("1", Design(first, 1)), ("2", Design(second, 1))).Pooled(Asked);
        Compare(pooled, Design(first.Concat(second), 1).Estimate(Asked));
    }

    [Test]
    public void ByDomain([Range(1, 10)] int seed)
    {
        (Table first, Table second) = Waves(seed, 1, shift: 10);
        Statistic[] asked = [Mean("y"), Ratio("y", "x")];
        var pooled = new Waves(false, ("1", Design(first, 1)), ("2", Design(second, 1))).By("region").Pooled(asked);
        Compare(pooled, new SurveyDesign(Stacked(first, second), "w", "h", "u1").By("region").Estimate(asked));
    }

    /// <summary>Categories are matched by what they are called, whatever their order in a wave.</summary>
    [Test]
    public void LevelsInAnotherOrder()
    {
        SurveyDesign Wave(string[] levels, params string[] answers) => new(Survey.Table.FromColumns([("k", (Column)new CategoryColumn(answers, levels)), ("w", new NumberColumn([.. answers.Select(_ => 1.0)]))]), "w");
        Estimates pooled = new Waves(null, ("1", Wave(["a", "b"], "b", "a", "b", "a", "b", "b")), ("2", Wave(["b", "a"], "a", "a", "b", "a", "a", "b"))).Pooled(Shares("k"));
        Assert.That(pooled.Select(share => (share.Category, share.Value)), Is.EqualTo([("a", 0.5), ("b", 0.5)]));
    }

    [Test]
    public void TotalsAreRefused()
    {
        (Table first, Table second) = Waves(1, 1, shift: 0);
        Assert.That(
            () => new Waves(false, ("1", Design(first, 1)), ("2", Design(second, 1))).Pooled(Total("y")),
            Throws.ArgumentException.With.Message.StartsWith("Pooled, the total of y would count people once a wave; take the Average of the waves."));
    }

    private static void Compare(Estimates pooled, Estimates expected)
    {
        Assert.That(pooled, Has.Count.EqualTo(expected.Count));
        double[,] actual = pooled.CovarianceMatrix(), matrix = expected.CovarianceMatrix();
        using (Assert.EnterMultipleScope())
            for (int k = 0; k < expected.Count; k++)
            {
                Assert.That(pooled[k].Value, CloseOrNaN(expected[k].Value), expected[k].Title);
                Assert.That(pooled[k].Respondents, Is.EqualTo(expected[k].Respondents));
                Assert.That(pooled[k].StandardError, CloseOrNaN(expected[k].StandardError, expected[k].Value), expected[k].Title);
                for (int l = 0; l < k; l++)
                    Assert.That(actual[k, l], CloseOrNaN(matrix[k, l], Math.Max(Math.Sqrt(matrix[k, k] * matrix[l, l]), Math.Abs(expected[k].Value * expected[l].Value) * 1e-2)));
            }
    }

    private static NUnit.Framework.Constraints.IResolveConstraint CloseOrNaN(double expected, double scale = 0) => double.IsNaN(expected) ? Is.NaN : Close(expected, ClosedForm, scale);

    private static SurveyDesign Design(Table table, int clusters) => new(table, "w", "stratum", clusters == 0 ? default(Names) : "u1");

    private static (Table First, Table Second) Waves(int seed, int clusters, double shift)
    {
        var plan = new SamplePlan { Clusters = clusters, Strata = 3, MostUnits = 60, MostRows = 10 };
        Table first = RandomSample.Of(seed, plan).Table(), second = RandomSample.Of(1000 + seed, plan).Table();
        return (first, second.With("y", Col("y") + shift));
    }

    private static Table Stacked(Table first, Table second) =>
        Named(first, "1").Concat(Named(second, "2"));

    private static Table Named(Table table, string wave)
    {
        Column strata = table["stratum"];
        return table.With("h", new CategoryColumn([.. Enumerable.Range(0, strata.Length).Select(row => wave + strata.TextAt(row))]));
    }
}
