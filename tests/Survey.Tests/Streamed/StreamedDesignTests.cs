using Survey.Tests.Laws;
using static Survey.Expr;
using static Survey.Statistic;

namespace Survey.Tests.Streamed;

/// <summary>A design over streamed rows gives what one over the same rows in memory gives, to the bit and to the word.</summary>
public class StreamedDesignTests
{
    [Test]
    public void EstimatesAreTheSameBits([Values("0 0", "0 1", "1 0", "1 1", "2 0", "2 1", "2 2", "3 0", "3 1", "3 2")] string clustersAndSizes, [Range(1, 4)] int seed)
    {
        (int clusters, int sizes) = (clustersAndSizes[0] - '0', clustersAndSizes[2] - '0');
        RandomSample sample = RandomSample.Of(seed, new SamplePlan { Strata = 5, Clusters = clusters, Sizes = sizes, MostUnits = 6 });
        Table table = AsRead(sample);

        Same(table, rows => Design(rows, clusters, sizes, "w"));
    }

    [Test]
    public void AlsoOfSeveralChunks([Values(0, 1, 2)] int clusters)
    {
        RandomSample sample = RandomSample.Of(11 + clusters, new SamplePlan { Strata = 12, Clusters = clusters, Sizes = clusters, MostUnits = clusters switch { 0 => 60_000, 1 => 300, _ => 25 }, MostRows = 400 });
        Table table = AsRead(sample);
        Assert.That(table.RowCount, Is.GreaterThan(4 * Chunk.Size));

        Same(table, rows => Design(rows, clusters, clusters, "w"));
    }

    [Test]
    public void WeightsMayFollowFromSizes([Values(0, 1, 2)] int clusters, [Range(1, 3)] int seed)
    {
        Table table = AsRead(RandomSample.Of(seed, new SamplePlan { Strata = 4, Clusters = clusters, Sizes = Math.Max(1, clusters), MostUnits = 6 }));

        Same(table, rows => Design(rows, clusters, Math.Max(1, clusters), null));
    }

    [Test]
    public void StrataMayBeMergedAndOrdered([Values("rows", "clusters", "ordered clusters")] string units, [Range(1, 3)] int seed)
    {
        (int clusters, bool systematic) = (units == "rows" ? 0 : 1, units == "ordered clusters");
        Table table = AsRead(RandomSample.Of(seed, new SamplePlan { Strata = 4, Clusters = clusters, MostUnits = 6 }));
        var collapse = new Dictionary<string, string> { ["s00"] = "s21" };

        Same(table, rows => new SurveyDesign(rows, "w", "stratum", clusters == 0 ? default : RandomSample.Cluster(0), lonelyPsu: LonelyPsu.Certainty, collapse: collapse, systematicOrder: systematic ? "place" : null));
    }

    [Test]
    public void WithoutStrataClustersOrWeights()
    {
        Table table = AsRead(RandomSample.Of(5, new SamplePlan { Strata = 3, Clusters = 1, MostUnits = 6 }));

        Same(table, rows => new SurveyDesign(rows));
        Same(table, rows => new SurveyDesign(rows, "w"));
        Same(table, rows => new SurveyDesign(rows, "w", clusters: "stratum"));
        Same(table, rows => new SurveyDesign(rows, clusters: RandomSample.Cluster(0)));
    }

    [Test]
    public void LevelsThatComeLateAreFoundOut([Values(1, 3, 20)] int beginning)
    {
        Table table = AsRead(RandomSample.Of(6, new SamplePlan { Strata = 5, Clusters = 1, MostUnits = 8 }));

        Same(table, rows => Design(rows, 1, 0, "w"), beginning);
    }

    [Test]
    public void OnePassIsEnough()
    {
        Table table = AsRead(RandomSample.Of(12, new SamplePlan { Strata = 12, Clusters = 1, MostUnits = 300, MostRows = 400 }));
        var rows = new StreamedTable(table);

        Design(rows, 1, 0, "w").By("region").Estimate(Proportion("smoker"), Mean("y"));

        Assert.That(rows.Chunks, Is.EqualTo((table.RowCount + Chunk.Size - 1) / Chunk.Size + 1), "the first is also looked at before");
    }

    [Test]
    public void UnitsOfWhichNobodyIsMeantTakeNoRoom()
    {
        const int Rows = Chunk.Size + 100_000;
        Table table = Table.FromColumns([
            ("psu", (Column)NumberColumn.Owning([.. Enumerable.Range(0, Rows).Select(row => row < Chunk.Size ? row % 10.0 : row)])),
            ("k", NumberColumn.Owning([.. Enumerable.Range(0, Rows).Select(row => row < Chunk.Size ? 1.0 : 2)])),
            ("d", NumberColumn.Owning([.. Enumerable.Range(0, Rows).Select(row => row % 1_500.0)])),
            ("y", NumberColumn.Owning([.. Enumerable.Range(0, Rows).Select(row => row * 7 % 5.0)]))]);

        Same(Ask(table), Ask(new StreamedTable(table)));

        static Estimates Ask(Rows rows) => new SurveyDesign(rows, clusters: "psu").Where(Col("k") == 1).By("d").Mean("y");
    }

    [Test]
    public void ReplicatesAreTheSameBits()
    {
        Table table = AsRead(RandomSample.Of(8, new SamplePlan { Strata = 5, Clusters = 1, MostUnits = 8 }));
        Statistic[] statistics = [Mean("x"), Mean("y")];

        Estimates expected = Made(table), actual = Made(new StreamedTable(table));

        Same(expected, actual);

        Estimates Made(Rows rows) => Design(rows, 1, 0, "w").Replicates(ReplicateScheme.RaoWu(20, seed: 3)).By("smoker").Estimate(statistics);
    }

    [TestCase("w", "stratum", "c1")]
    [TestCase("stratum", "stratum", "c1")]
    [TestCase("w", "kind", "c1")]
    [TestCase("w", "stratum", "kind")]
    [TestCase("bad", "stratum", "c1")]
    [TestCase("nothing", "stratum", "c1")]
    [TestCase("w", "stratum", "y")]
    [TestCase("w", "stratum", "nowhere")]
    [TestCase("w", "x", null)]
    public void ErrorsAreTheSame(string weights, string strata, string? cluster)
    {
        RandomSample sample = RandomSample.Of(9, new SamplePlan { Strata = 5, Clusters = 1, MostUnits = 8 });
        Table table = AsRead(sample).With("c1", AsRead(sample)[RandomSample.Cluster(0)])
            .With("bad", new NumberColumn([.. sample.Rows.Select((row, k) => k % 7 == 3 ? double.NaN : k % 11 == 5 ? -1 : row.Weight)]))
            .With("nothing", new NumberColumn(new double[sample.Rows.Count]));

        Assert.That(Message(new StreamedTable(table)), Is.EqualTo(Message(table)));

        string Message(Rows rows)
        {
            try
            {
                return new SurveyDesign(rows, weights, strata, cluster).Mean("place").ToString();
            }
            catch (SurveyDataException error)
            {
                return error.Message;
            }
        }
    }

    [Test]
    public void SizesThatContradictAreSaidWithTheirRow()
    {
        RandomSample sample = RandomSample.Of(10, new SamplePlan { Strata = 3, Clusters = 1, Sizes = 1, MostUnits = 6 });
        double[] sizes = [.. sample.Rows.Select(row => row.Sizes[0])];
        sizes[17] += 1;
        Table table = AsRead(sample).With("N", new NumberColumn(sizes));
        var expected = Assert.Throws<SurveyDataException>(() => new SurveyDesign(table, "w", "stratum", RandomSample.Cluster(0), "N"));

        var actual = Assert.Throws<SurveyDataException>(() => new SurveyDesign(new StreamedTable(table), "w", "stratum", RandomSample.Cluster(0), "N").Mean("place"));

        Assert.That(actual!.Message, Is.EqualTo(expected!.Message));
    }

    [Test]
    public void WhatNeedsRowsSaysSo()
    {
        var rows = new StreamedTable(AsRead(RandomSample.Of(9, new SamplePlan { Strata = 5, Clusters = 1, MostUnits = 8 })));
        SurveyDesign design = Design(rows, 1, 0, "w");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => design.PostStratify(Margin.Counts("smoker", ("true", 5), ("false", 6))), Throws.TypeOf<SurveyDataException>().With.Message.Contains("Table"));
            Assert.That(() => new SurveyDesign(rows, "w", "stratum", systematicOrder: "place"), Throws.TypeOf<SurveyDataException>().With.Message.Contains("Table.Read"));
        }
    }

    /// <summary>As a file would be read: with the levels that occur, in natural order.</summary>
    private static Table AsRead(RandomSample sample)
    {
        Table table = sample.Table();
        foreach (string name in (string[])["stratum", "kind", "region"])
            table = table.With(name, new CategoryColumn([.. Enumerable.Range(0, table.RowCount).Select(table[name].TextAt)]));
        return table;
    }

    private static SurveyDesign Design(Rows rows, int clusters, int sizes, string? weights) =>
        new(
            rows,
            weights,
            "stratum",
            Names.Of([.. Enumerable.Range(0, clusters).Select(RandomSample.Cluster)]),
            Names.Of([.. Enumerable.Range(0, sizes).Select(RandomSample.Size)]),
            lonelyPsu: LonelyPsu.Certainty);

    private static void Same(Table table, Func<Rows, SurveyDesign> make, int beginning = Chunk.Size)
    {
        SurveyDesign design = make(table), streamed = make(new StreamedTable(table, beginning));
        Statistic[] statistics = [Mean("y"), Proportion("smoker"), Ratio("y", "x"), Total("x"), Shares("kind")];

        Same(design.Estimate(statistics), streamed.Estimate(statistics));
        Same(design.Where(Col("x") > 1).By("region").Estimate(statistics), streamed.Where(Col("x") > 1).By("region").Estimate(statistics));
        Same(design.By("stratum").Mean("y"), make(new StreamedTable(table, beginning)).By("stratum").Mean("y"));
    }

    private static void Same(Estimates expected, Estimates actual)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bits(actual), Is.EqualTo(Bits(expected)));
            Assert.That(actual.ToString(), Is.EqualTo(expected.ToString()));
            Assert.That(actual.Sample with { Notes = [], Parts = [] }, Is.EqualTo(expected.Sample with { Notes = [], Parts = [] }));
        }
    }

    private static long[] Bits(Estimates estimates) =>
        [.. estimates.SelectMany(of => (double[])[of.Value, of.StandardError, of.DegreesOfFreedom, of.SumOfWeights, of.SumOfSquaredWeights, of.DesignEffectWithReplacement, of.Respondents, of.Missing]).Select(BitConverter.DoubleToInt64Bits)];
}
