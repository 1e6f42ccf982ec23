using Survey.Tests.Laws;

namespace Survey.Tests.Designs;

/// <summary>A table of many rows has its units met chunk by chunk on several threads; the sample is the one that is built of all its rows at once.</summary>
public class NumberedUnitsTests
{
    [Test]
    public void UnitsAreThoseOfAllRowsAtOnce([Values(0, 1, 2)] int clusters, [Values] bool sizes)
    {
        Table table = RandomSample.Of(21 + clusters, new SamplePlan { Strata = 9, Clusters = clusters, Sizes = clusters, MostUnits = clusters switch { 0 => 60_000, 1 => 300, _ => 25 }, MostRows = 400 }).Table();

        AreAlike(table, "w", "stratum", [.. Enumerable.Range(0, clusters).Select(RandomSample.Cluster)], [.. Enumerable.Range(0, sizes ? clusters : 0).Select(RandomSample.Size)]);
    }

    [TestCase("numbers")]
    [TestCase("large numbers")]
    [TestCase("broken numbers")]
    [TestCase("dates")]
    [TestCase("flags")]
    [TestCase("categories")]
    [TestCase("unique")]
    public void KeysMayBeOfAnyType(string kind)
    {
        const int Rows = 3 * Chunk.Size + 17;
        var random = new Random(5);
        int[] keys = [.. Enumerable.Range(0, Rows).Select(row => kind == "unique" ? row : kind == "flags" ? random.Next(2) : random.Next(900) - 40)];
        Column column = kind switch
        {
            "large numbers" => new NumberColumn([.. keys.Select(key => 110_101_001_000.0 + key)]),
            "broken numbers" => new NumberColumn([.. keys.Select(key => key / 8.0)]),
            "dates" => new DateColumn([.. keys.Select(key => new DateOnly?(new DateOnly(2024, 9, 30).AddDays(key)))]),
            "flags" => new FlagColumn([.. keys.Select(key => (bool?)(key == 1))]),
            "categories" => new CategoryColumn([.. keys.Select(key => $"村{key}")]),
            _ => new NumberColumn([.. keys.Select(key => (double)key)]),
        };
        var table = Table.FromColumns([("key", column), ("w", (Column)new NumberColumn([.. keys.Select(key => key == 7 ? 0.0 : 2.5)]))]);

        AreAlike(table, "w", null, "key", default);
    }

    [Test]
    public void FaultsAreToldInTheSameWords([Values("key", "w")] string faulty)
    {
        double[] keys = [.. Enumerable.Range(0, 2 * Chunk.Size).Select(row => row % 50.0)], weights = [.. keys.Select(_ => 1.0)];
        (faulty == "key" ? keys : weights)[70_000] = double.NaN;
        var table = Table.FromColumns([("key", (Column)new NumberColumn(keys)), ("w", new NumberColumn(weights))]);

        string expected = Assert.Throws<SurveyDataException>(() => new SampleBuilder(table, Columns("w", null, "key", default)).Build(true)).Message;

        Assert.That(expected, Does.Contain("70001"));
        Assert.That(() => new SurveyDesign(table, "w", clusters: "key"), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(expected));
    }

    [Test]
    public void SizesThatAreNoNumbersAreNamed()
    {
        const int Rows = 2 * Chunk.Size;
        double[] keys = [.. Enumerable.Range(0, Rows).Select(row => row % 50.0)];
        string?[] sizes = [.. keys.Select((key, row) => row == 9 ? null : key == 3 ? "12 000" : "900")];
        var table = Table.FromColumns([("key", (Column)new NumberColumn(keys)), ("N", new CategoryColumn(sizes))]);

        foreach (Rows rows in (Rows[])[table, new Streamed.StreamedTable(table)])
            Assert.That(() => new SurveyDesign(rows, clusters: "key", populationSizes: "N").StratumCount, Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The population sizes column 'N' is a category"));
    }

    private static void AreAlike(Table table, string weights, string? strata, Names clusters, Names sizes)
    {
        Assert.That(table.RowCount, Is.GreaterThan(Chunk.Size));

        Sample expected = new SampleBuilder(table, Columns(weights, strata, clusters, sizes)).Build(true), actual = new SurveyDesign(table, weights, strata, clusters, sizes, LonelyPsu.Certainty).Sample;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(actual.UnitOfRow.AsSpan().SequenceEqual(expected.UnitOfRow), "units");
            Assert.That(actual.UnitCount, Is.EqualTo(expected.UnitCount));
            Assert.That(actual.DegreesOfFreedom, Is.EqualTo(expected.DegreesOfFreedom));
            Assert.That((actual.RowCount, actual.PsuCount, actual.Stages.Count), Is.EqualTo((expected.RowCount, expected.PsuCount, expected.Stages.Count)));
            for (int s = 0; s < expected.Stages.Count; s++)
            {
                Assert.That(actual.Stages[s].GroupOfUnit, Is.EqualTo(expected.Stages[s].GroupOfUnit));
                Assert.That(actual.Stages[s].SampleSize, Is.EqualTo(expected.Stages[s].SampleSize));
                Assert.That(actual.Stages[s].PopulationSize, Is.EqualTo(expected.Stages[s].PopulationSize));
                Assert.That(actual.Stages[s].NameOf(0), Is.EqualTo(expected.Stages[s].NameOf(0)));
            }
        }
    }

    private static SampleColumns Columns(string? weights, string? strata, Names clusters, Names sizes) => new(weights, strata, clusters, sizes, null, null, null);
}
