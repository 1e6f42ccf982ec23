namespace Survey.Files.Tests.Parquet;

/// <summary>A table that is written as Parquet and read again is the same table, with its types, levels and labels.</summary>
public sealed class WritingLaws : TempFiles
{
    [Test]
    public void WrittenAndReadIsTheSame([Range(1, 40)] int seed)
    {
        Table table = RandomTables.Next(new Random(seed));
        table.Write(PathOf("t.parquet"));
        AssertSame(Table.Read(PathOf("t.parquet")), table);
    }

    [Test]
    public void LabelsAndOrderComeBack()
    {
        Table table = Table.FromColumns(
        [
            ("sex", (Column)new CategoryColumn(["1", null, "1"], ["2", "1", "9"], ["女", "男", "不知道"])),
            ("grade", new CategoryColumn(["low", "high", "low"], ["low", "mid", "high"], ordered: true)),
            ("place", new CategoryColumn(["v10", "v9", "v9"], ["v10", "v9"])),
            ("empty", new CategoryColumn([null, null, null])),
        ]);
        table.Write(PathOf("t.parquet"));
        AssertSame(Table.Read(PathOf("t.parquet")), table);
        Rows.Open(PathOf("t.parquet")).Write(PathOf("again.parquet"));
        Assert.That(File.ReadAllBytes(PathOf("again.parquet")), Is.EqualTo(File.ReadAllBytes(PathOf("t.parquet"))), "streamed from Parquet to Parquet");
    }

    [Test]
    public void ManyRowsComeBack([Values(65_536, 131_073, 300_000)] int rows)
    {
        Table table = Table.FromColumns(
        [
            ("x", (Column)new NumberColumn([.. Enumerable.Range(0, rows).Select(row => row % 11 == 0 ? double.NaN : row * 0.1)])),
            ("id", new CategoryColumn([.. Enumerable.Range(0, rows).Select(row => $"h{row:D7}")])),
            ("town", new CategoryColumn([.. Enumerable.Range(0, rows).Select(row => row % 5 == 0 ? null : $"镇{row * 7 % 30}")])),
            ("flag", new FlagColumn([.. Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? null : (bool?)(row % 2 == 0))])),
            ("day", new DateColumn([.. Enumerable.Range(0, rows).Select(row => (DateOnly?)new DateOnly(1950, 1, 1).AddDays(row % 30_000))])),
        ]);
        table.Write(PathOf("t.parquet"));
        AssertSame(Table.Read(PathOf("t.parquet")), table);
        Rows.Open(PathOf("t.parquet")).Write(PathOf("streamed.csv"));
        table.Write(PathOf("t.csv"));
        Assert.That(File.ReadAllBytes(PathOf("streamed.csv")).AsSpan().SequenceEqual(File.ReadAllBytes(PathOf("t.csv"))), "streamed from Parquet to CSV");
    }

    [Test]
    public void BrokenLabelsAreToldWithTheFile()
    {
        Table.FromColumns([("sex", (Column)new CategoryColumn(["1"], ["1"], ["男"]))]).Write(PathOf("t.parquet"));
        byte[] file = File.ReadAllBytes(PathOf("t.parquet"));
        file[file.AsSpan().IndexOf("\"version\""u8)] = (byte)'x';
        FileOf(file, "t.parquet");
        Assert.That(ErrorOf(() => Table.Read(PathOf("t.parquet"))), Is.EqualTo("t.parquet has levels and labels in its metadata (key \"survey\") that cannot be read, as they are no JSON of the right form; write the file anew, or take the key out of it."));
    }

    [Test]
    public void ALabelledLevelMayBeDeclaredMissing()
    {
        Table.FromColumns([("sex", (Column)new CategoryColumn(["1", "2", "9"], ["9", "1", "2"], ["不知道", "男", "女"]))]).Write(PathOf("t.parquet"));
        var options = new ReadOptions { Missing = ["9"] };
        var sex = (CategoryColumn)Table.Read(PathOf("t.parquet"), options)["sex"];
        Assert.That(Enumerable.Range(0, 3).Select(sex.TextAt), Is.EqualTo(["1", "2", null]));
        Assert.That(Enumerable.Range(0, 3).Select(row => sex.IsMissing(row) ? null : sex.Labels[sex.Codes[row]]), Is.EqualTo(["男", "女", null]));
        Rows.Open(PathOf("t.parquet"), options).Write(PathOf("t.csv"));
        Assert.That(File.ReadAllText(PathOf("t.csv")), Is.EqualTo("sex\n1\n2\n\"\"\n"));
    }

    [Test]
    public void ATableWithoutRowsComesBack()
    {
        Table table = Table.FromColumns([("x", (Column)new NumberColumn([])), ("d", new DateColumn([])), ("t", new CategoryColumn([], ["a", "b"], ["A", "B"]))]);
        table.Write(PathOf("t.parquet"));
        AssertSame(Table.Read(PathOf("t.parquet")), table);
    }

    private static void AssertSame(Table actual, Table expected)
    {
        AssertEqual(actual, expected);
        foreach (string name in expected.Columns)
            if (expected[name] is CategoryColumn category)
                Assert.That(((CategoryColumn)actual[name]).HasLevelsOf(category), name);
    }
}
