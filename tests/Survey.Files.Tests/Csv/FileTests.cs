using System.Text;

namespace Survey.Files.Tests.Csv;

/// <summary>Files, their encodings, and several of them as one table.</summary>
public sealed class FileTests : TempFiles
{
    private const string Chinese = "村,素养\n张家村,具备\n李家村,\"不\n具备\"\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    [Test]
    public void TheSameContentInEveryEncodingAndWithEveryLineEndIsTheSameTable([Values("\n", "\r\n", "\r")] string lineEnd)
    {
        string text = "村,素养\n张家村,具备\n李家村,不具备😀\n".Replace("\n", lineEnd, StringComparison.Ordinal);
        Table expected = Read(text);
        Encoding[] marked = [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];
        foreach (Encoding encoding in marked)
            AssertEqual(Table.Read(FileOf([.. encoding.Preamble, .. encoding.GetBytes(text)])), expected);
        AssertEqual(Table.Read(FileOf(Encoding.Unicode.GetBytes(text)), new() { Encoding = TextEncoding.Utf16 }), expected);
        AssertEqual(Table.Read(FileOf(Gb18030.GetBytes(text)), new() { Encoding = TextEncoding.Gb18030 }), expected);

        Table found = Table.Read(FileOf(Gb18030.GetBytes(text)));
        AssertEqual(found, expected);
        Assert.That(NotesOf(found), Is.EqualTo(new[] { "people.csv was read as GB18030" }));
        Assert.That(expected.Notes, Is.Empty);
    }

    [Test]
    public void BytesThatFitNoEncodingAreNamedWithTheirPlace()
    {
        byte[] bytes = [.. "a,b\n1,2\n3,"u8, 0xFF, .. "\n"u8];
        Assert.That(ErrorOf(() => Table.Read(FileOf(bytes))), Is.EqualTo("people.csv is neither UTF-8 nor GB18030 text (byte 11 in line 3 fits neither); save it as UTF-8, or declare its encoding."));
        Assert.That(
            ErrorOf(() => Table.Read(FileOf(Gb18030.GetBytes(Chinese)), new() { Encoding = TextEncoding.Utf8 })),
            Is.EqualTo("people.csv is not UTF-8 text (byte 1 in line 1 does not fit); save it as UTF-8, or declare the encoding it has."));
        Assert.That(
            ErrorOf(() => Table.Read(FileOf([.. "a\n"u8, 0xE5]), new() { Encoding = TextEncoding.Utf16 })),
            Does.StartWith("people.csv is not UTF-16 text (byte 3 does not fit)"));
        Assert.That(
            ErrorOf(() => Table.Read(FileOf("\uFEFFa\n1\n"), new() { Encoding = TextEncoding.Gb18030 })),
            Does.StartWith("people.csv begins with the byte order mark of UTF-8 but was declared GB18030; "));
    }

    [Test]
    public void ABadByteFarIntoTheFileIsFoundAcrossBlocks([Range(65_533, 65_539)] int at)
    {
        byte[] bytes = [.. "a\n"u8, .. Enumerable.Repeat((byte)'x', at - 2), 0xE4, 0xB8, .. "\n1\n"u8];
        Assert.That(ErrorOf(() => Table.Read(FileOf(bytes), new() { Encoding = TextEncoding.Utf8 })), Does.Contain($"(byte {at + 1:N0} in line 2 does not fit)"));
    }

    [Test]
    public void OtherFormatsAreRecognised()
    {
        (byte[] Bytes, string Format)[] files =
        [
            ([.. "PARE"u8, 0x15, 0, .. "PARE"u8], "an encrypted Parquet file, and such are not read; write it without encryption"),
            ([.. "$FL2@(#) SPSS"u8], "an SPSS file (sav), neither CSV nor Parquet nor an Excel workbook; export it as CSV (UTF-8)"),
        ];
        foreach ((byte[] bytes, string what) in files)
            Assert.That(ErrorOf(() => Table.Read(FileOf(bytes))), Is.EqualTo($"people.csv is {what} and read that."));
        Assert.That(Read("PAR1,PAR2\n1,2\n").Columns, Is.EqualTo(new[] { "PAR1", "PAR2" }));
        Assert.That(Read("PK,x\n1,2\n").Columns, Is.EqualTo(new[] { "PK", "x" }));
    }

    [Test]
    public void AFileThatCannotBeOpenedIsAnErrorOfTheData()
    {
        Assert.That(ErrorOf(() => Table.Read(PathOf("none.csv"))), Is.EqualTo("There is no file none.csv; check its name and its folder."));
        Assert.That(ErrorOf(() => Table.Read(Path.Combine(PathOf("nowhere"), "none.csv"))), Does.StartWith("There is no file nowhere"));
        Directory.CreateDirectory(PathOf("folder.csv"));
        Assert.That(ErrorOf(() => Table.Read(PathOf("folder.csv"))), Is.EqualTo("folder.csv is a folder without Parquet files (*.parquet); name the file in it."));
        using FileStream held = new(FileOf("a\n1\n", "held.csv"), FileMode.Open, FileAccess.Write, FileShare.None);
        Assert.That(ErrorOf(() => Table.Read(PathOf("held.csv"))), Is.EqualTo("held.csv cannot be read; close it in other programs, check the name and the disk, and try again."));
        Assert.That(ErrorOf(() => Table.Read("bad\0name.csv")), Does.Contain("cannot be read"));
    }

    [Test]
    public void SeveralFilesAreMatchedByNameAndTypedTogether()
    {
        string a = FileOf("id,age\nx,1\n", "a.csv"), b = FileOf("age;id\nold;y\n2;z\n", "b.csv");
        Table both = Table.Read([a, b]);
        AssertEqual(both, Read("id,age\nx,1\ny,old\nz,2\n"));
        Assert.That(((CategoryColumn)both["age"]).WhyNotNumber, Does.StartWith($"row 1 of {b} holds 'old' (2 of its 3 values are numbers; "));
        string message = ErrorOf(() => Table.Read([a, b], new() { Types = new Dictionary<string, ColumnType> { ["age"] = ColumnType.Number } }));
        Assert.That(message, Does.StartWith("b.csv, row 1 (line 2), column 'age': 'old' is not a number; "));
    }

    [Test]
    public void FilesWithOtherColumnsAreNamed()
    {
        string a = FileOf("id,age\nx,1\n", "a.csv"), b = FileOf("id,agee\ny,2\n", "b.csv"), c = FileOf("id,age,sex\nz,3,m\n", "c.csv"), d = FileOf("id\nz\n", "d.csv");
        Assert.That(ErrorOf(() => Table.Read([a, b])), Does.Match("^b.csv has no column 'age', which .*a.csv has; did you mean 'agee'\\?$"));
        Assert.That(ErrorOf(() => Table.Read([a, c])), Is.EqualTo("c.csv has a column 'sex', which a.csv has not; read only the columns that both have."));
        Assert.That(ErrorOf(() => Table.Read([a, d])), Is.EqualTo("d.csv has no column 'age', which a.csv has; add it, or read only the columns that both have."));
        Assert.That(Texts(Table.Read([c, a, b], new() { Columns = ["id"] }), "id"), Is.EqualTo(new[] { "z", "x", "y" }));
    }

    [Test]
    public void OnlyTheColumnsAskedForAreRead()
    {
        Table table = Read("a,b,c\n1,x,2\n", new() { Columns = ["c", "a"] });
        Assert.That(table.Columns, Is.EqualTo(new[] { "c", "a" }));
        Assert.That(ErrorOf("age,sex\n1,x\n", new() { Columns = ["agee"] }), Is.EqualTo("In people.csv there is no column 'agee'; did you mean 'age'?"));
        Assert.That(ErrorOf("age,sex\n1,x\n", new() { Types = new Dictionary<string, ColumnType> { ["village"] = ColumnType.Category } }), Is.EqualTo("In people.csv there is no column 'village' among age, sex."));
        Assert.That(ErrorOf("age,sex\n1,x\n", new() { MissingIn = new Dictionary<string, IReadOnlyList<string>> { ["sexx"] = ["9"] } }), Does.Contain("did you mean 'sex'"));
    }

    [Test]
    public void ColumnNamesAreThoseOfTheTable()
    {
        foreach (string text in new[] { "a;b\n1;2\n", "a,\"b\n,c\"\n1,2\n", Chinese, "a,,é\n1,2,3\n", "\uFEFFa\tb\n1\t2\n" })
            foreach (Encoding encoding in new[] { new UTF8Encoding(false), Gb18030 })
            {
                string path = FileOf(encoding.GetBytes(text));
                Assert.That(TableFile.ColumnNames(path), Is.EqualTo(Table.Read(path).Columns));
            }
        Assert.That(TableFile.ColumnNames(FileOf("a,b\n1,\xC3\n"u8.ToArray())), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void AWrongCallIsAnArgumentException()
    {
        string path = FileOf("a\n1\n");
        Assert.Throws<ArgumentException>(() => Table.Read([]));
        Assert.Throws<ArgumentException>(() => Table.Read(" "));
        Assert.Throws<ArgumentException>(() => Table.Read(path, new() { Columns = [] }));
        Assert.Throws<ArgumentException>(() => Table.Read(path, new() { Columns = ["a", "a"] }));
        Assert.Throws<ArgumentException>(() => Table.Read(path, new() { Delimiter = '"' }));
        Assert.Throws<ArgumentException>(() => Table.Read(path, new() { Delimiter = '.' }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Table.Read(path, new() { Encoding = (TextEncoding)9 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Table.Read(path, new() { Types = new Dictionary<string, ColumnType> { ["a"] = (ColumnType)9 } }));
    }
}
