using System.Text;
using Survey.Files.Parquet;

namespace Survey.Files.Tests.Parquet;

/// <summary>Rows that are read as they are needed are written as the table of them would be.</summary>
public sealed class WritingRowsTests : TempFiles
{
    private const int Many = (3 * Chunk.Size) + 100;

    private static readonly string[] Towns = ["城关", "东山", "西河", "北庄10", "北庄9"];

    private static string People(int rows, string late = "")
    {
        var text = new StringBuilder("id,town,age,weight,flag,day\n");
        for (int row = 0; row < rows; row++)
            text.Append($"h{row},{Towns[row * 7 % 5]},{(row % 9 == 0 ? "" : row % 90)},{row * 0.25},{(row % 3 == 0 ? "true" : "false")},2024-0{1 + (row % 9)}-11\n");
        return text + late;
    }

    [TestCase("out.parquet")]
    [TestCase("out.csv")]
    [TestCase("out.xlsx")]
    public void TheFileIsThatOfTheTable(string name)
    {
        string people = FileOf(People(name == "out.xlsx" ? Chunk.Size + 100 : Many));
        byte[] streamed = Written(Rows.Open(people), name), whole = Written(Table.Read(people), name);
        Assert.That(streamed.AsSpan().SequenceEqual(whole));
    }

    [TestCase("x1,城关,old,1,true,2024-01-01\n")]
    [TestCase("x1,城关,1,1,maybe,2024-01-01\n")]
    [TestCase("x1,城关,1,1,true,yesterday\n")]
    [TestCase("x1,新村,012,1,true,2024-01-01\n")]
    public void WhatTheLastRowShowsIsWrittenFromTheFirst(string late)
    {
        string people = FileOf(People(Many, late));
        foreach (string name in (string[])["out.parquet", "out.csv"])
            Assert.That(Written(Rows.Open(people), name).AsSpan().SequenceEqual(Written(Table.Read(people), name)), name);
    }

    [Test]
    public void TheBytesAreTheSameForAnyNumberOfThreads()
    {
        string people = FileOf(People(Many));
        int usual = OrderedPass.Threads;
        try
        {
            byte[][] files = [.. ((int[])[1, 2, 8]).Select(threads =>
            {
                OrderedPass.Threads = threads;
                return Written(Rows.Open(people), "out.parquet");
            })];
            Assert.That(files[1].AsSpan().SequenceEqual(files[0]) && files[2].AsSpan().SequenceEqual(files[0]));
        }
        finally
        {
            OrderedPass.Threads = usual;
        }
    }

    [Test]
    public void ATableIsWrittenAsItIs()
    {
        Table table = Table.Read(FileOf(People(10)));
        Assert.That(Written((Rows)table, "out.parquet"), Is.EqualTo(Written(table, "out.parquet")));
    }

    [TestCase("out.parquet")]
    [TestCase("out.csv")]
    [TestCase("out.xlsx")]
    public void PersonalDataAreRefusedAsOfATable(string name)
    {
        // the phone numbers begin behind the first chunk, where the other numbers are short
        string rows = string.Concat(Enumerable.Range(0, Chunk.Size + 40).Select(row => $"{(row < Chunk.Size ? row % 3 : 13_900_000_000 + (row * 7))},{(row == 5 ? "11010519491231002X" : "无")},{row}\n"));
        string people = FileOf("q1,备注,n\n" + rows);
        FileOf("before", name);
        string streamed = ErrorOf(() => Written(Rows.Open(people), name)), whole = ErrorOf(() => Written(Table.Read(people), name));
        Assert.That(whole, Does.StartWith("Nothing is written, as the column 'q1' looks like phone numbers (40 of 65,576 values) and the column '备注' looks like ID card numbers (1 of 65,576 values); leave them out with Select"));
        Assert.That(streamed, Is.EqualTo(name == "out.xlsx" ? whole : whole.Replace("with Select", "of the Columns that are read", StringComparison.Ordinal)));
        Assert.That(File.ReadAllText(PathOf(name)), Is.EqualTo("before"));
        Assert.That(Directory.GetFiles(PathOf("")), Has.Length.EqualTo(2), "nothing is left beside it");
        Rows.Open(people).Write(PathOf(name), new WriteOptions { PersonalDataAllowedIn = ["q1", "备注"] });
        Assert.That(new FileInfo(PathOf(name)).Length, Is.GreaterThan(100));
    }

    [Test]
    public void AColumnThatIsAllowedMustBeThere() =>
        Assert.That(ErrorOf(() => { Rows.Open(FileOf(People(3))).Write(PathOf("o.parquet"), new WriteOptions { PersonalDataAllowedIn = ["towm"] }); return 0; }), Is.EqualTo("There is no column 'towm'; did you mean 'town'?"));

    [Test]
    public void WhatIsStoppedLeavesTheEarlierFile()
    {
        using var stop = new CancellationTokenSource();
        string people = FileOf(People(Many)), file = FileOf("before", "out.parquet");
        Rows rows = Rows.Open(people, cancellation: stop.Token);
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => rows.Write(file));
        Assert.That((File.ReadAllText(file), Directory.GetFiles(PathOf("")).Length), Is.EqualTo(("before", 2)));
    }

    [Test]
    public void ABrokenRowIsToldAsOfATable()
    {
        string people = FileOf(People(Many, "x,y\n"));
        Assert.That(ErrorOf(() => Written(Rows.Open(people), "out.parquet")), Is.EqualTo(ErrorOf(() => Table.Read(people))));
        Assert.That(Directory.GetFiles(PathOf("")), Has.Length.EqualTo(1));
    }

    [Test]
    public void LabelsThatAreGivenAreStored()
    {
        string people = FileOf(People(Many));
        StoredLevels.Column towns = StoredLevels.Of("town", ["东山", "城关", "北庄9", "北庄10", "西河", "无人"], ["E", "C", "N9", "N10", "W", "none"], true);
        RowsOutput.Write(Rows.Open(people), PathOf("out.parquet"), new WriteOptions(), [towns]);
        Dictionary<int, object> pair = (Dictionary<int, object>)((List<object>)ThriftTree.FooterOf(File.ReadAllBytes(PathOf("out.parquet")))[5])[0];
        StoredLevels.Column stored = StoredLevels.Parse((string)pair[2]).Single();
        Assert.That(stored, Is.EqualTo(towns));
        Assert.That(ErrorOf(() => RowsOutput.Write(Rows.Open(people), PathOf("o.parquet"), new WriteOptions(), [StoredLevels.Of("town", ["东山"], ["E"], false)])), Is.EqualTo("The column 'town' holds '北庄9', which is not among the 1 levels that are given labels; add it to them, or mend the value."));
        Assert.That(ErrorOf(() => RowsOutput.Write(Rows.Open(people), PathOf("o.parquet"), new WriteOptions(), [towns with { Name = "age" }])), Is.EqualTo("The column 'age' is a number and has no levels to be given labels; read it as a category."));
        Assert.That(File.Exists(PathOf("o.parquet")), Is.False);
    }

    private byte[] Written(Rows rows, string name)
    {
        rows.Write(PathOf(name));
        return File.ReadAllBytes(PathOf(name));
    }
}
