using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using static Survey.Files.Tests.Workbooks.XlsxFile;

namespace Survey.Files.Tests.Workbooks;

/// <summary>Whatever a file holds, reading it ends in a table or in one sentence that names it.</summary>
public sealed class HostileTests : WorkbookTest
{
    private static readonly string[] Formats = ["xls", "xlsx"];

    private static XlsxFile Valid =>
        Of(Row(1, Text("A1", "id"), Text("B1", "age")) + Row(2, Cell("A2", "s", "0"), Number("B2", "45351", 1)) + Row(3, Cell("A3", "s", "1"), Number("B3", "1.5"))).SharedTexts("<t>x</t>", "<r><t>y</t></r>").Formats("14");

    private static IEnumerable<TestCaseData> BrokenSheets()
    {
        static TestCaseData Case(string name, string rows, string what) => new TestCaseData(rows, what).SetArgDisplayNames(name);
        yield return Case("a row twice", Row(1) + Row(1), "row 1 follows row 1 in a sheet of at most 1048576 rows");
        yield return Case("rows that fall", Row(3) + Row(2), "row 2 follows row 3");
        yield return Case("row 0", Row(0), "row 0 follows row 0");
        yield return Case("a row beyond the last", Row(1_048_577), "row 1048577 follows row 0");
        yield return Case("a row that is no number", "<row r=\"4294967297\"/>", "row 4294967297 follows row 0");
        yield return Case("a column beyond the last", Row(1, Text("XFE1", "x")), "row 1 has a cell 'XFE1'");
        yield return Case("a cell of another row", Row(1, Text("A2", "x")), "row 1 has a cell A2");
        yield return Case("a cell that is none", Row(1, Text("1A", "x")), "row 1 has a cell '1A'");
        yield return Case("a cell twice", Row(1, Text("A1", "x"), Text("A1", "y")), "cell A1 stands twice");
        yield return Case("a type that is none", Row(1, Cell("A1", "z", "1")), "row 1 has a cell of the type 'z'");
        yield return Case("a style that is none", Row(1, Number("A1", "1", 7)), "row 1 has a cell of the style '7', which is not among the styles");
        yield return Case("a negative style", Row(1, Number("A1", "1", -1)), "row 1 has a cell of the style '-1'");
        yield return Case("a shared text that is not there", Row(1, Cell("A1", "s", "2")), "cell A1 names the text '2', which is not among the shared texts");
        yield return Case("a negative shared text", Row(1, Cell("A1", "s", "-1")), "cell A1 names the text '-1'");
        yield return Case("a number that is none", Row(1, Number("A1", "1,5")), "cell A1 is a number and holds '1,5'");
        yield return Case("not a number", Row(1, Number("A1", "NaN")), "cell A1 is a number and holds 'NaN'");
        yield return Case("infinity", Row(1, Number("A1", "1e999")), "cell A1 is a number and holds '1e999'");
        yield return Case("a flag that is none", Row(1, Cell("A1", "b", "maybe")), "cell A1 is true or false and holds 'maybe'");
        yield return Case("deep nesting", string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100)), "elements stand in one another more than 64 deep");
        yield return Case("no XML", "<row r=\"1\"></c></row>", "one of its parts is not XML");
    }

    [TestCaseSource(nameof(BrokenSheets))]
    public void ABrokenSheetIsNamed(string rows, string what)
    {
        XlsxFile file = Valid;
        file.Part("xl/worksheets/sheet1.xml", Encoding.UTF8.GetString(file.Parts["xl/worksheets/sheet1.xml"]).Replace("<sheetData>", "<sheetData>" + rows, StringComparison.Ordinal));
        Assert.That(ErrorOf(file), Does.StartWith($"people.xlsx is a broken Excel workbook ({what}").And.EndWith("); open it in Excel and save it under a new name, or get it again."));
    }

    [Test]
    public void EntitiesAreNotExpanded()
    {
        XlsxFile file = Valid;
        file.Part("xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>");
        Assert.That(ErrorOf(file), Does.Contain("one of its parts is not XML"));
    }

    [TestCase("xl/workbook.xml", "its part xl/workbook.xml is missing")]
    [TestCase("xl/_rels/workbook.xml.rels", "the sheet 'Sheet1' has no part")]
    [TestCase("xl/worksheets/sheet1.xml", "the part xl/worksheets/sheet1.xml of the sheet 'Sheet1' is missing")]
    [TestCase("xl/sharedStrings.xml", "cell A2 names the text '0', which is not among the shared texts")]
    [TestCase("xl/styles.xml", "row 2 has a cell of the style '1', which is not among the styles")]
    public void AMissingPartIsNamed(string part, string what)
    {
        XlsxFile file = Valid.Whole();
        byte[] bytes = Without(file, part);
        Assert.That(ErrorOf(() => Table.Read(FileOf(bytes, "people.xlsx"))), Does.StartWith($"people.xlsx is a broken Excel workbook ({what})"));
    }

    [TestCase("[Content_Types].xml")]
    [TestCase("_rels/.rels")]
    public void PartsThatTellNothingNewMayBeMissing(string part) =>
        Assert.That(Table.Read(FileOf(Without(Valid.Whole(), part), "people.xlsx")).RowCount, Is.EqualTo(2));

    [Test]
    public void APartTwiceIsRefused()
    {
        byte[] bytes = Valid.Bytes();
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            archive.CreateEntry("XL/workbook.xml");
        Assert.That(ErrorOf(() => Table.Read(FileOf(stream.ToArray(), "people.xlsx"))), Does.Contain("its part XL/workbook.xml stands twice"));
    }

    [Test]
    public void AZipBombIsNotUnpacked()
    {
        XlsxFile file = Valid;
        file.Parts["xl/media/image.bin"] = new byte[64 << 20];
        Assert.That(ErrorOf(file), Does.Match(@"^people.xlsx would unpack [\d,]+ bytes to 67,108,864, as files made to do harm do; get it again from where it came, as CSV\.$"));
    }

    [Test]
    public void SizesThatAreUntrueAreNoticed()
    {
        // the directory at the end says that the sheet is short, and so does the header before it
        XlsxFile file = Of(Row(1, Text("A1", new string('x', 5000))) + Row(2, Text("A2", "y")));
        byte[] bytes = file.Bytes(), size = BitConverter.GetBytes(file.Parts["xl/worksheets/sheet1.xml"].Length), untrue = BitConverter.GetBytes(100);
        for (int at = 0; (at = bytes.AsSpan().IndexOf(size)) >= 0;)
            untrue.CopyTo(bytes, at);
        Assert.That(ErrorOf(() => Table.Read(FileOf(bytes, "people.xlsx"))), Does.StartWith("people.xlsx is a broken Excel workbook ("));
    }

    [TestCase("45351", "45352")]
    [TestCase("<t>y</t>", "<t>z</t>")]
    public void AByteThatChangedOnItsWayIsNoticed(string right, string wrong)
    {
        byte[] bytes = Valid.Bytes(CompressionLevel.NoCompression);
        Encoding.UTF8.GetBytes(wrong).CopyTo(bytes, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(right)));
        Assert.That(ErrorOf(() => Table.Read(FileOf(bytes, "people.xlsx"))), Does.StartWith("people.xlsx is a broken Excel workbook (a part of it cannot be unpacked); "));
    }

    [Test]
    public void TooManyPartsAreRefused()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            for (int k = 0; k <= 10_000; k++)
                archive.CreateEntry($"{k}");
        Assert.That(ErrorOf(() => Table.Read(FileOf(stream.ToArray(), "people.xlsx"))), Does.StartWith("people.xlsx holds 10,001 parts, and a workbook has at most 10,000; "));
    }

    [Test]
    public void ATextThatNoCellHoldsIsRefused()
    {
        string text = new('x', 600_000);
        Assert.That(ErrorOf(Of(Row(1, Text("A1", text + text)))), Does.StartWith("people.xlsx holds a text of more than 1,048,576 characters"));
        Assert.That(ErrorOf(Of(Row(1, Cell("A1", "s", "0"))).SharedTexts($"<r><t>{text}</t></r><r><t>{text}</t></r>")), Does.StartWith("people.xlsx holds a text of more than 1,048,576 characters"));
    }

    [Test]
    public void AFarRowCostsNothing()
    {
        Table table = Read(Of(Row(1, Text("A1", "x"), Text("XFD1", "y")) + Row(2, Text("A2", "1")) + Row(1_048_576, Text("XFD1048576", "2"))));
        Assert.That((table.RowCount, table.Columns.Count), Is.EqualTo((2, 16_384)));
        Assert.That(NotesOf(table)[^1], Is.EqualTo("people.xlsx: 1,048,573 blank rows were skipped, the first in sheet row 3"));
    }

    [Test]
    public void ManyHeadingsAndRowsWithHardlyACellAreRefusedSoon()
    {
        XlsxFile file = Of($"<row>{string.Concat(Enumerable.Range(0, 16_384).Select(k => $"<c t=\"str\"><v>c{k}</v></c>"))}</row>" + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 200_000)));
        string path = FileOf(file.Bytes(), "people.xlsx");
        var clock = Stopwatch.StartNew();
        Assert.That(
            ErrorOf(() => Table.Read(path)),
            Is.EqualTo("people.xlsx, row 65537 (sheet row 65538): 16,384 columns of so many rows are more than 1,073,741,824 fields, almost all of them empty; read fewer columns, or clear the headings and rows beyond the data."));
        Assert.That(Table.Read(path, new() { Columns = ["c0", "c16383"] }).RowCount, Is.EqualTo(200_000));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)), "each absent cell was filled in");
    }

    [Test]
    public void TooManySharedTextsAreRefused()
    {
        XlsxFile file = Of(Row(1, Text("A1", "x")) + Row(2, Cell("A2", "s", $"{1 << 25}")));
        byte[] texts = GC.AllocateUninitializedArray<byte>(5 * ((1 << 25) + 1));
        for (int at = 0; at < texts.Length; at += 5)
            "<si/>"u8.CopyTo(texts.AsSpan(at));
        file.Parts["xl/sharedStrings.xml"] = [.. "<s>"u8, .. texts, .. "</s>"u8];
        string path = FileOf(file.Bytes(CompressionLevel.Fastest), "people.xlsx");
        Assert.That(ErrorOf(() => Table.Read(path)), Is.EqualTo("people.xlsx lists more than 33,554,432 texts that its cells share; save the sheet with the data as a workbook of its own, or export it as CSV."));
    }

    [TestCaseSource(nameof(Formats))]
    public void ACutFile(string format)
    {
        byte[] bytes = File.ReadAllBytes(Fixture($"people.{format}"));
        int read = 0;
        for (int length = 1; length < bytes.Length; length += 13)
            if (ReadAny(bytes[..length], format, 1) is { } table)
            {
                read++;
                AssertEqual(table, Table.Read(Fixture("people.csv")));
            }
        Assert.That(read, format == "xls" ? Is.LessThan(bytes.Length / 13 / 10) : Is.Zero, "what LibreOffice writes last in an xls is no part of the workbook");
    }

    [TestCaseSource(nameof(Formats))]
    public void FlippedBytes(string format) => Flip(File.ReadAllBytes(Fixture($"people.{format}")), format, 1500);

    [Test]
    public void FlippedBytesOfUnpackedParts()
    {
        var random = new Random(1);
        for (int k = 0; k < 1500; k++)
        {
            XlsxFile file = Valid.Whole();
            byte[] part = file.Parts.ElementAt(random.Next(file.Parts.Count)).Value;
            for (int flips = random.Next(1, 4); flips > 0; flips--)
                part[random.Next(part.Length)] = (byte)random.Next(32, 127);
            ReadAny(file.Bytes(), "xlsx", k);
        }
    }

    private void Flip(byte[] valid, string format, int cases)
    {
        var random = new Random(1);
        for (int k = 0; k < cases; k++)
        {
            byte[] bytes = [.. valid];
            for (int flips = random.Next(1, 6); flips > 0; flips--)
                bytes[random.Next(random.Next(3) == 0 ? 1024 : bytes.Length)] = (byte)(random.Next(3) == 0 ? 255 : random.Next(256));
            ReadAny(bytes, format, k);
        }
    }

    private Table? ReadAny(byte[] bytes, string format, int seed)
    {
        string path = FileOf(bytes, $"people.{format}");
        try
        {
            Table table = Table.Read(path, new() { Sheet = seed % 3 == 0 ? "2" : null, HeaderRow = 2 - (seed % 2) });
            Assert.That(table.RowCount, Is.Positive);
            table.WriteCsv(TextWriter.Null);
            return table;
        }
        catch (SurveyDataException refused)
        {
            Assert.That(refused.Message, Does.Not.Contain('\n').And.Not.Contain('\0'));
            return null;
        }
    }

    private static byte[] Without(XlsxFile file, string part)
    {
        using var stream = new MemoryStream();
        stream.Write(file.Bytes());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            archive.GetEntry(part)!.Delete();
        return stream.ToArray();
    }
}
