using Survey.Files.Tests.Csv;

namespace Survey.Files.Tests.Parquet;

/// <summary>The same rows in CSV files, in Parquet files and in memory give the same columns, and the same estimates to the last bit.</summary>
[NonParallelizable]
public sealed class MemoryEqualsParquetTests : TempFiles
{
    private static readonly int _usual = OrderedPass.Threads;

    [TearDown]
    public void Restore() => OrderedPass.Threads = _usual;

    [Test]
    public void OneLevelThatOnlyALaterChunkHas()
    {
        Table table = Table.FromColumns([("x", (Column)new CategoryColumn([.. Enumerable.Repeat("a", Chunk.Size), "b"])), ("y", new NumberColumn([.. Enumerable.Range(0, Chunk.Size + 1).Select(row => (double)(row % 7))]))]);
        table.Write(PathOf("late.parquet"));
        double[] EstimatesOf(Rows rows) => [.. new SurveyDesign(rows).By("x").Mean("y").Select(estimate => estimate.Value)];
        Assert.That(EstimatesOf(Rows.Open(PathOf("late.parquet"))), Is.EqualTo(EstimatesOf(table)).And.Length.EqualTo(2));
        AssertEqual(Csv.RowsTests.Joined(Rows.Open(PathOf("late.parquet"))), table);
    }

    [TestCase(1, 2048)]
    [TestCase(20, 2048)]
    [TestCase(70_000, 2048)]
    [TestCase(200_000, 1_000_000)]
    public void OfOneFile(int rows, int group)
    {
        string csv = FileOf(MemoryEqualsFileTests.Text(rows, rows > 70_000, seed: rows));
        Same([csv], [Converted(csv, group)]);
    }

    [Test]
    public void OfSeveralFilesWithTheirColumnsInOtherOrders()
    {
        string[] csv = [FileOf(MemoryEqualsFileTests.Text(70_001, false, 1), "a.csv"), FileOf(MemoryEqualsFileTests.Text(65_535, true, 2, turned: true), "b.csv"), FileOf(MemoryEqualsFileTests.Text(3, false, 3), "c.csv")];
        Same(csv, [.. csv.Select(path => Converted(path, 30_720))]);
        Same(csv, [csv[0], Converted(csv[1], 30_720), csv[2]], areStreamed: false);
    }

    [Test]
    public void OfLevelsThatComeLate()
    {
        string csv = FileOf(MemoryEqualsFileTests.Text(70_000, true, 4) + "S9,7,2.5,kiln,1,x3\nS9,8,2.5,kiln,0,x4\nS10,8,2.5,aaa,0,x4\n");
        Same([csv], [Converted(csv, 2048)]);
    }

    /// <summary>Whole numbers beyond 2^53 and times of day, in several columns, first met behind the first rows.</summary>
    [TestCase(66_000)]
    [TestCase(140_000)]
    public void OfTypesThatComeLate(int late)
    {
        const int Count = 150_000;
        using var duck = new Duck();
        string path = PathOf("late.parquet"), texts = PathOf("late.csv");
        string query = $"""
            SELECT CASE WHEN i = {late} THEN 9007199254740993 ELSE i % 40 END AS psu, CASE WHEN i = {late + 1} THEN 9007199254740995 ELSE i % 3 END AS region,
                CASE WHEN i = {late} THEN TIMESTAMP '2020-01-01 10:00:00' ELSE (DATE '2020-01-01' + (i % 5)::INTEGER)::TIMESTAMP END AS day, i % 7 / 3.0::DOUBLE AS y FROM range({Count}) r(i)
            """;
        duck.Run($"COPY ({query}) TO {Duck.Quoted(path)} (FORMAT parquet, ROW_GROUP_SIZE 20480)");
        duck.Run($"COPY (SELECT psu, region, CASE WHEN day IS NOT NULL THEN strftime(day, '%Y-%m-%d %H:%M:%S') END AS day, y FROM {Duck.Quoted(path)}) TO {Duck.Quoted(texts)} (FORMAT csv)");
        var options = new ReadOptions { Types = new Dictionary<string, ColumnType> { ["psu"] = ColumnType.Category, ["region"] = ColumnType.Category, ["day"] = ColumnType.Category } };
        string[] expected = Answers(Table.Read(texts, options));
        Assert.That(Table.Read(path)["day"].Type, Is.EqualTo(ColumnType.Category));
        foreach (int threads in (int[])[1, 2, 8])
        {
            OrderedPass.Threads = threads;
            Assert.That(Answers(Table.Read(path)), Is.EqualTo(expected), $"{threads} threads");
            Assert.That(Answers(Rows.Open(path)), Is.EqualTo(expected), $"rows, {threads} threads");
            Rows rows = Rows.Open(path);
            Assert.That(Answers(rows), Is.EqualTo(expected));
            Assert.That(Answers(rows), Is.EqualTo(expected), "asked once more");
        }

        static string[] Answers(Rows rows) =>
        [
            .. MemoryEqualsFileTests.Bits(new SurveyDesign(rows, clusters: "psu").By("region").Estimate(Statistic.Mean("y"))),
            .. MemoryEqualsFileTests.Bits(new SurveyDesign(rows).By("day").Estimate(Statistic.Mean("y"), Statistic.Shares("region"))),
        ];
    }

    /// <summary>What is said of a column of moments is what its first rows show.</summary>
    [Test]
    public void WhatIsToldOfMomentsAndLargeNumbers()
    {
        using var duck = new Duck();
        string path = PathOf("told.parquet");
        duck.Run($"COPY (SELECT TIMESTAMP '2020-01-01 10:00:00' + INTERVAL (i) HOUR AS at, DATE '2020-01-01'::TIMESTAMP AS day, 9007199254740993 + i AS id, i AS n FROM range(10) r(i)) TO {Duck.Quoted(path)} (FORMAT parquet)");
        Rows rows = Rows.Open(path);
        Assert.That(rows.Columns.Select(name => rows.VarietyOf(name).Type), Is.EqualTo(new[] { ColumnType.Category, ColumnType.Date, ColumnType.Category, ColumnType.Number }));
        Assert.That(rows.VarietyOf("id").WhyNotNumber, Is.EqualTo("it holds whole numbers that a number would round (beyond 2^53)"));
    }

    private static string Converted(string csv, int group)
    {
        using var duck = new Duck();
        string path = Path.ChangeExtension(csv, ".parquet");
        duck.Run($"COPY (SELECT * FROM read_csv({Duck.Quoted(csv)}, header = true, types = {{'stratum': 'VARCHAR', 'psu': 'INTEGER', 'weight': 'DOUBLE', 'region': 'VARCHAR', 'smoker': 'INTEGER', 'note': 'VARCHAR'}})) TO {Duck.Quoted(path)} (FORMAT parquet, ROW_GROUP_SIZE {group})");
        return path;
    }

    private static void Same(string[] csv, string[] parquet, bool areStreamed = true)
    {
        Table expected = Table.Read(csv);
        string[] results = MemoryEqualsFileTests.Results(expected);
        foreach (int threads in (int[])[1, 2, 8])
        {
            OrderedPass.Threads = threads;
            AssertEqual(Table.Read(parquet), expected);
            Rows rows = Rows.Open(parquet);
            Assert.That(rows.AreStreamed, Is.EqualTo(areStreamed));
            Assert.That(MemoryEqualsFileTests.Results(Table.Read(parquet)), Is.EqualTo(results), $"{threads} threads");
            Assert.That(MemoryEqualsFileTests.Results(rows), Is.EqualTo(results), $"rows, {threads} threads");
        }
    }
}
