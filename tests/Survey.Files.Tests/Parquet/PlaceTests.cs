using Survey.Files.Tests.Parquet.Made;
using static Survey.Files.Tests.Parquet.Made.MadeValues;

namespace Survey.Files.Tests.Parquet;

/// <summary>An error in a value names the file, the row and the column, whatever stands before it; one in a page the row group and the page.</summary>
public sealed class PlaceTests : TempFiles
{
    private const string Column = "x";

    private static readonly ReadOptions AsNumber = new() { Types = new Dictionary<string, ColumnType> { [Column] = ColumnType.Number } };

    /// <summary>Rows before the one in question: missing ones in a pattern of their own, and pages of several lengths.</summary>
    [TestCase(0, false)]
    [TestCase(1, false)]
    [TestCase(1_500, false)]
    [TestCase(5_000, false)]
    [TestCase(70_001, false)]
    [TestCase(0, true)]
    [TestCase(1, true)]
    [TestCase(1_500, true)]
    [TestCase(70_001, true)]
    public void ATextThatIsNoNumber(int before, bool inDictionary)
    {
        MadeColumn column = new(Column, MadeType.Bytes);
        byte[]?[] rows = [.. Enumerable.Range(0, before).Select(row => row % 7 < 3 || row % 11 == 0 ? null : Of($"{row % 50}")), Of("twelve"), Of("13")];
        string path = FileOf(Groups(column, rows, inDictionary), "made.parquet");
        string message = $"made.parquet, row {before + 1}, column 'x': 'twelve' is not a number; declare it as missing, or read the column as a category.";
        Assert.That(ErrorOf(() => Table.Read(path, AsNumber)), Is.EqualTo(message));
        Assert.That(ErrorOf(() => Csv.RowsTests.Joined(Rows.Open(path, AsNumber))), Is.EqualTo(message));
    }

    [TestCase(double.PositiveInfinity, "Infinity")]
    [TestCase(double.NegativeInfinity, "-Infinity")]
    public void InfiniteNumbers(double value, string text)
    {
        string message = $"made.parquet, row 3, column 'x': '{text}' is not a number that a double can hold; declare it as missing, or read the column as a category.";
        byte[]?[] doubles = [Of(1.0), null, Of(value)], floats = [Of(1)[..4], null, BitConverter.GetBytes((float)value)], halves = [[0, 0], null, BitConverter.GetBytes((Half)value)];
        foreach ((MadeColumn column, byte[]?[] values) in (IEnumerable<(MadeColumn, byte[]?[])>)[(new(Column, MadeType.F64), doubles), (new(Column, MadeType.F32), floats), (new(Column, MadeType.Fixed) { Length = 2, Logical = MadeColumn.Meaning(15) }, halves)])
            foreach (bool inDictionary in (bool[])[false, true])
                Assert.That(ErrorOf(() => Table.Read(FileOf(Groups(column, values, inDictionary), "made.parquet"))), Is.EqualTo(message));
    }

    [TestCase(2_932_897)]
    [TestCase(-719_163)]
    [TestCase(int.MaxValue)]
    [TestCase(int.MinValue)]
    public void DaysOutsideTheCalendar(int day)
    {
        MadeColumn column = new(Column, MadeType.I32) { Converted = 6 };
        foreach (bool inDictionary in (bool[])[false, true])
        {
            string path = FileOf(Groups(column, [Of(0), null, null, Of(day)], inDictionary), "made.parquet");
            foreach (ColumnType type in (ColumnType[])[ColumnType.Date, ColumnType.Category])
                Assert.That(ErrorOf(() => Table.Read(path, new ReadOptions { Types = new Dictionary<string, ColumnType> { [Column] = type } })), Is.EqualTo("made.parquet, row 4, column 'x': a date lies outside the years 1 to 9999; correct it, or leave the column out."));
        }
    }

    [Test]
    public void TimesOutsideTheirDay()
    {
        MadeColumn time = new(Column, MadeType.I32) { Converted = 7 }, moment = new(Column, MadeType.I64) { Converted = 9 };
        Assert.That(ErrorOf(() => Table.Read(FileOf(Groups(time, [null, Of(-1)], false), "made.parquet"))), Is.EqualTo("made.parquet, row 2, column 'x': a time lies outside its day; correct it, or leave the column out."));
        Assert.That(ErrorOf(() => Table.Read(FileOf(Groups(moment, [null, Of(5L), Of(long.MaxValue)], false), "made.parquet"))), Is.EqualTo("made.parquet, row 3, column 'x': a date lies outside the years 1 to 9999; correct it, or leave the column out."));
    }

    [Test]
    public void DamageNamesColumnGroupAndPage()
    {
        MadeColumn good = new("a", MadeType.I32), bad = new("b\nc", MadeType.I32);
        MadePage page = Page(good, Of(1), null);
        string path = FileOf(new MadeFile(good, bad).Group(2, [page], [page]).Group(4, [page, page], [page, page with { CrcError = 1 }]).Bytes(), "made.parquet");
        string message = $"made.parquet is damaged: in column '{Columns.Texts.Name("b\nc")}', row group 2, page 2, its bytes are not those that were written (CRC); write or copy it again.";
        Assert.That(ErrorOf(() => Table.Read(path)), Is.EqualTo(message));
        Assert.That(ErrorOf(() => Csv.RowsTests.Joined(Rows.Open(path))), Is.EqualTo(message));
        Assert.That(Texts(Table.Read(path, new ReadOptions { Columns = ["a"] }), "a"), Is.EqualTo(new[] { "1", null, "1", null, "1", null }));
    }

    /// <summary>A file of rows in pages of 1,000 and groups of 3,000.</summary>
    private static byte[] Groups(MadeColumn column, byte[]?[] rows, bool inDictionary)
    {
        byte[][] dictionary = [.. rows.OfType<byte[]>().DistinctBy(Convert.ToHexString)];
        var file = new MadeFile(column);
        foreach (byte[]?[] group in rows.Chunk(3_000))
        {
            IEnumerable<MadePage> pages = group.Chunk(1_000).SelectMany(part => inDictionary ? InDictionary(column, dictionary, part)[1..] : [Page(column, part)]);
            file.Group(group.Length, inDictionary ? [InDictionary(column, dictionary)[0], .. pages] : [.. pages]);
        }
        return file.Bytes();
    }
}
