using System.Text;
using Survey.Files.Csv;

namespace Survey.Files.Tests.Csv;

/// <summary>Streamed rows joined are the table that is read, whether what the first rows show holds or breaks late.</summary>
public sealed class RowsTests : TempFiles
{
    private const int Late = Chunk.Size + 5_000;

    private static readonly string[][] Kinds =
    [
        ["1", "2.5", "-3", ""], ["1", "2", "012"], ["1", "2", "NA"], ["true", "false", ""], ["true", "x"], ["2024-02-29", "2024/3/1"], ["2024-01-01", "1"], ["a", "b", "v10", "v9"],
        ["", "x"], ["110101001", "110101001002"], ["110101001", "42"], ["1", "1234567890123456"], ["3.2E+11", "1"], ["张", "李", "\"q,\"\"\""], ["1", "\"1,5\""], ["012", "1", "9"],
    ];

    [Test]
    public void RandomFiles([Range(1, 30)] int seed)
    {
        var random = new Random(seed);
        for (int k = 0; k < 40; k++)
        {
            int columns = random.Next(1, 5);
            string[] names = [.. Enumerable.Range(0, columns).Select(column => random.Next(3) == 0 ? $"code{column}" : $"x{column}")];
            string[] paths = [.. Enumerable.Range(0, random.Next(1, 4)).Select(file => FileOf(Bytes(random, names), $"f{file}.csv"))];
            var options = new ReadOptions { Missing = random.Next(3) == 0 ? ["9", "NA"] : [], Keys = random.Next(3) == 0 ? [names[0]] : [] };
            AssertAgrees(paths, options, new ReadPace(random.Next(1, 4), random.Next(2, 100), random.Next(1, 8)));
        }
    }

    [TestCase("1\n", "012\n")]
    [TestCase("1\n", "x\n")]
    [TestCase("1\n", "1234567890123456\n")]
    [TestCase("1\n", "1e400\n")]
    [TestCase("1\n", "2\n")]
    [TestCase("\n", "true\n")]
    [TestCase("true\n", "1\n")]
    [TestCase("2024-01-01\n", "x\n")]
    [TestCase("a\n", "b\n")]
    [TestCase("v10\n", "v9\n")]
    [TestCase("012\n", "1\n")]
    [TestCase("a\n", "张\n")]
    public void WhatARowBehindTheFirstChunkShows(string usual, string late)
    {
        string before = string.Concat(Enumerable.Repeat(usual, Late)), after = string.Concat(Enumerable.Repeat(usual, Chunk.Size));
        foreach (string text in (string[])[before + late + after, before + after + late, before + late])
            AssertAgrees([FileOf("x,code\n" + text.Replace("\n", ",110101001\n", StringComparison.Ordinal))], new(), new ReadPace(2, BlockReader.UsualBlock));
    }

    [Test]
    public void ACodeOfOtherLengthAtTheEndMakesNumbers() =>
        AssertAgrees([FileOf("code\n" + string.Concat(Enumerable.Repeat("110101001\n", Late)) + "42\n")], new(), ReadPace.Usual);

    [Test]
    public void FilesThatDisagree()
    {
        string a = FileOf("x,y\n" + string.Concat(Enumerable.Repeat("1,a\n", Late)), "a.csv"), b = FileOf("y,x\nb,old\n", "b.csv"), c = FileOf("x,y\n" + string.Concat(Enumerable.Repeat("2,c\n", Chunk.Size)), "c.csv");
        AssertAgrees([a, b, c], new(), ReadPace.Usual);
        AssertAgrees([b, a, c], new() { Columns = ["y"] }, ReadPace.Usual);
    }

    [Test]
    public void BytesBehindTheFirstChunkShowTheEncoding()
    {
        string rows = string.Concat(Enumerable.Repeat("a,1\n", Late));
        byte[] chinese = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes($"x,y\n{rows}张,2\n");
        AssertAgrees([FileOf(chinese)], new(), ReadPace.Usual);
        string path = FileOf([.. Encoding.UTF8.GetBytes($"x,y\n{rows}"), 0xFF, .. ",2\n"u8]);
        Assert.That(ErrorOf(() => Joined(Rows.Open(path))), Is.EqualTo(ErrorOf(() => Table.Read(path))).And.StartsWith("people.csv is neither UTF-8 nor GB18030 text (byte "));
    }

    [Test]
    public void ChunksHave65536RowsThroughAllFiles()
    {
        string[] paths = [.. Enumerable.Range(0, 5).Select(file => FileOf("x\n" + string.Concat(Enumerable.Range(0, 30_000).Select(row => $"{row}\n")), $"{file}.csv"))];
        var rows = Rows.Open(paths);
        Chunk[] chunks = [.. rows.Read(["x"])];
        Assert.That(chunks.Select(chunk => (chunk.FirstRow, chunk.RowCount)), Is.EqualTo(new[] { (0L, 65_536), (65_536L, 65_536), (131_072L, 18_928) }));
        Assert.That(((NumberColumn)chunks[1].Columns[0]).Values[0], Is.EqualTo(65_536 % 30_000));
        Assert.That(rows.AreStreamed, Is.True);
    }

    [Test]
    public void LevelsAreToldOfTheFirstChunkAndGrow()
    {
        Rows rows = Rows.Open(FileOf("x\n" + string.Concat(Enumerable.Repeat("b\na\n", Late)) + "c\n"));
        Assert.That(rows.VarietyOf("x").Levels, Is.EqualTo(new[] { "a", "b" }));
        Chunk[] chunks = [.. rows.Read(["x"])];
        CategoryColumn[] columns = [.. chunks.Select(chunk => (CategoryColumn)chunk.Columns[0])];
        Assert.That(columns[0].Levels, Is.SameAs(rows.VarietyOf("x").Levels));
        Assert.That(columns[^1].Levels, Is.EqualTo(new[] { "a", "b", "c" }));
        int asked = 0;
        Assert.That(rows.Settled(() => ++asked > 1 ? asked : throw new ProvisionalFactsException("x")), Is.EqualTo(2));
        Assert.That(rows.VarietyOf("x").Levels, Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void AnErrorNamesRowAndLine()
    {
        string rows = string.Concat(Enumerable.Repeat("a,1\n", Late));
        Assert.That(ErrorOf(() => Joined(Rows.Open(FileOf($"x,y\n{rows}a\n")))), Does.StartWith($"people.csv, row {Late + 1} (line {Late + 2}) has 1 field and the header has 2; "));
        var options = new ReadOptions { Types = new Dictionary<string, ColumnType> { ["y"] = ColumnType.Number } };
        Assert.That(ErrorOf(() => Joined(Rows.Open(FileOf($"x,y\n{rows}a,b\n"), options))), Does.StartWith($"people.csv, row {Late + 1} (line {Late + 2}), column 'y': 'b' is not a number; "));
        Assert.That(ErrorOf(() => Joined(Rows.Open(FileOf($"x,y\n{rows}\na,1\n")))), Does.StartWith($"people.csv, row {Late + 1} (line {Late + 2}) is blank with rows after it; "));
        Assert.That(ErrorOf(() => Rows.Open(FileOf("a\n1\n")).VarietyOf("b")), Is.EqualTo("There is no column 'b' among a."));
    }

    [Test]
    public void ItIsToldHowFarReadingHasComeAndCanBeEnded()
    {
        string path = FileOf("x\n" + string.Concat(Enumerable.Repeat("1\n", 3 * Chunk.Size)));
        var told = new List<ReadProgress>();
        using var stop = new CancellationTokenSource();
        var rows = Rows.Open(path, null, new Told(told), stop.Token);
        foreach (Chunk chunk in rows.Read(["x"]))
            chunk.Dispose();
        Assert.That(told[^1], Is.EqualTo(new ReadProgress(new FileInfo(path).Length, new FileInfo(path).Length, 3 * Chunk.Size)));
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (Chunk _ in rows.Read(["x"]))
                stop.Cancel();
        });
    }

    [Test]
    public void AWorkbookIsReadAtOnce()
    {
        Table.FromColumns([("x", (Column)new NumberColumn([1.0, 2]))]).Write(PathOf("people.xlsx"));
        Assert.That(Rows.Open(PathOf("people.xlsx")), Is.TypeOf<Table>());
    }

    private static byte[] Bytes(Random random, string[] names)
    {
        string[][] kinds = [.. names.Select((_, column) => Kinds[(names[0].Length + random.Next(Kinds.Length) + column) % Kinds.Length])];
        var text = new StringBuilder(string.Join(',', names) + "\n");
        bool rare = random.Next(2) == 0;
        for (int rows = random.Next(1, 40); rows > 0; rows--)
            text.AppendJoin(',', kinds.Select(kind => kind[rare && random.Next(20) > 0 ? 0 : random.Next(kind.Length)])).Append('\n');
        return (random.Next(4) == 0 ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030")! : Encoding.UTF8).GetBytes(text.ToString());
    }

    private static void AssertAgrees(string[] paths, ReadOptions options, ReadPace pace)
    {
        string expected = BlockTests.Outcome(() => NaiveTable.Read(paths, options));
        string found = BlockTests.Outcome(() => Joined(FileRows.Open(paths, options, pace, null, default)));
        bool areErrors = found.StartsWith("error: ", StringComparison.Ordinal) && expected.StartsWith("error: ", StringComparison.Ordinal);
        bool mayBeOthers = paths.Length > 1 || expected.Contains("Excel has rounded", StringComparison.Ordinal); // of several, the first that is met is told
        if (found != expected && !(areErrors && mayBeOthers))
            Assert.Fail($"{pace} of {string.Join(" / ", paths.Select(path => Convert.ToBase64String(File.ReadAllBytes(path)[..Math.Min(2000, (int)new FileInfo(path).Length)])))}{Environment.NewLine}{expected[..Math.Min(2000, expected.Length)]}{Environment.NewLine}{found[..Math.Min(2000, found.Length)]}");
    }

    /// <summary>All chunks as a table, with what is told of the columns at the end.</summary>
    internal static Table Joined(Rows rows) =>
        rows.Settled(() =>
        {
            foreach (string name in rows.Columns)
                rows.VarietyOf(name);
            Chunk[] chunks = [.. rows.Read(rows.Columns)];
            Parallel.For(0, chunks.Length, k => _ = Guarded(chunks[k]));
            return new Table([.. rows.Columns.Select((name, k) => (name, Joined([.. chunks.Select(chunk => chunk.Columns[k])], rows.VarietyOf(name))))], rows.Notes);
        });

    private static bool Guarded(Chunk chunk)
    {
        try
        {
            return chunk.Columns.Count > 0;
        }
        catch (Exception refused) when (refused is SurveyDataException or ProvisionalFactsException)
        {
            return false; // asked for again in order
        }
    }

    private static Column Joined(Column[] parts, Variety variety)
    {
        Column joined = parts[0].Append(parts[1..]);
        if (joined is not CategoryColumn category)
            return joined;
        string?[] texts = [.. Enumerable.Range(0, category.Length).Select(category.TextAt)];
        string[] levels = [.. texts.OfType<string>().Distinct().Order(LevelOrder.Natural)];
        int[] codes = [.. texts.Select(text => text is null ? -1 : Array.BinarySearch(levels, text, LevelOrder.Natural))];
        return new CategoryColumn(codes, levels, whyNotNumber: variety.WhyNotNumber);
    }

    private sealed class Told(List<ReadProgress> all) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => all.Add(value);
    }
}
