using System.IO.Compression;
using System.Text;
using static Survey.Files.Tests.Workbooks.XlsxFile;

namespace Survey.Files.Tests.Workbooks;

/// <summary>Files that are neither CSV nor a workbook are named, whatever they are called.</summary>
public sealed class OtherFormatsTests : WorkbookTest
{
    [TestCase("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>", "a web page (HTML)")]
    [TestCase("\uFEFF\r\n<!DOCTYPE html>", "a web page (HTML)")]
    [TestCase("<TABLE border=1><tr>", "a web page (HTML)")]
    [TestCase("<meta http-equiv=Content-Type>", "a web page (HTML)")]
    [TestCase("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", "an XML file, such as a workbook of Excel 2003")]
    [TestCase("MIME-Version: 1.0\r\n", "a saved web page (MHTML)")]
    public void WebPagesThatAreCalledXls(string text, string format)
    {
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(false), Encoding.Unicode])
            Assert.That(
                ErrorOf(() => Table.Read(FileOf([.. encoding.GetBytes(text)], "people.xls"))),
                Is.EqualTo($"people.xls is {format}, neither CSV nor Parquet nor an Excel workbook; open it in Excel, save it as a workbook (xlsx) and read that."));
    }

    [Test]
    public void ATextWithAPointedBracketIsCsv() => Assert.That(Read("<18,>=18\n1,2\n").Columns, Is.EqualTo(new[] { "<18", ">=18" }));

    [TestCase("word/document.xml", "a Word document (docx)")]
    [TestCase("ppt/presentation.xml", "a PowerPoint presentation (pptx)")]
    [TestCase("xl/workbook.bin", "a binary Excel workbook (xlsb)")]
    public void OtherOfficeFiles(string main, string format)
    {
        var file = new XlsxFile();
        file.Part("_rels/.rels", Relationships(("rId1", "officeDocument", main)));
        Assert.That(ErrorOf(file), Is.EqualTo($"people.xlsx is {format}, neither CSV nor Parquet nor an Excel workbook that can be read; open it and save its table as an Excel workbook (xlsx)."));
    }

    [Test]
    public void OtherArchives()
    {
        Assert.That(ErrorOf(() => Zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), Does.Contain(" is an OpenDocument spreadsheet (ods), "));
        Assert.That(ErrorOf(() => Zip("mimetype", "application/vnd.oasis.opendocument.text")), Does.Contain(" is an OpenDocument file, "));
        Assert.That(ErrorOf(() => Zip("people.csv", "a,b\n")), Is.EqualTo("people.zip is a zip archive, neither CSV nor Parquet nor an Excel workbook that can be read; unpack it and read the file in it."));
        Assert.That(ErrorOf(() => Table.Read(FileOf([.. "PK\x05\x06"u8, .. new byte[18]], "people.zip"))), Does.Contain(" is a zip archive, "));
        Assert.That(ErrorOf(() => Table.Read(FileOf([.. "PK\x03\x04"u8, 1, 2]))), Does.StartWith("people.csv is a broken Excel workbook (a part of it cannot be unpacked); "));
        Assert.That(Read("PK,x\n1,2\n").Columns, Is.EqualTo(new[] { "PK", "x" }));
    }

    [TestCase("EncryptedPackage", " is protected by a password and cannot be read; open it in Excel, save it without the password (File, Info, Protect Workbook) and read that.")]
    [TestCase("Book", " is a workbook of Excel 95 or earlier; open it in Excel, save it as a workbook (xlsx) and read that.")]
    [TestCase("WordDocument", " is a Word document (doc), neither CSV nor Parquet nor an Excel workbook; open it and save its table as an Excel workbook (xlsx).")]
    [TestCase("Wordbook", " is an old Office file without a workbook, neither CSV nor Parquet nor an Excel workbook; open it and save its table as an Excel workbook (xlsx).")]
    public void OtherCompoundFiles(string stream, string message)
    {
        // the stream of a valid workbook under another name
        byte[] bytes = File.ReadAllBytes(Fixture("people.xls")), name = new byte[66];
        int entry = bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Workbook\0"));
        Encoding.Unicode.GetBytes(stream).CopyTo(name, 0);
        name[64] = (byte)(2 * (stream.Length + 1));
        name.CopyTo(bytes, entry);
        Assert.That(ErrorOf(() => Table.Read(FileOf(bytes, "people.xls"))), Is.EqualTo("people.xls" + message));
    }

    [Test]
    public void AnOldWorkbookWithAPasswordOrOfExcel95IsNamed()
    {
        byte[] bytes = File.ReadAllBytes(Fixture("people.xls"));
        int begin = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00, 0x00, 0x06]);
        byte[] old = [.. bytes], locked = [.. bytes];
        old[begin + 5] = 5;
        locked[begin + 20] = 0x2F; // the record after the first one
        locked[begin + 21] = 0;
        Assert.That(ErrorOf(() => Table.Read(FileOf(old, "people.xls"))), Does.StartWith("people.xls is a workbook of Excel 95 or earlier; "));
        Assert.That(ErrorOf(() => Table.Read(FileOf(locked, "people.xls"))), Does.StartWith("people.xls is protected by a password"));
        Assert.That(ErrorOf(() => Table.Read(FileOf([0x09, 0x04, 0x06, 0x00, 0, 0], "people.xls"))), Does.StartWith("people.xls is a workbook of Excel 4 or earlier"));
    }

    [Test]
    public void ALockFileIsNamed() =>
        Assert.That(ErrorOf(() => Table.Read(FileOf("\u0005user", "~$people.xlsx"))), Is.EqualTo("~$people.xlsx is what Excel keeps beside a workbook while it is open; read people.xlsx instead."));

    [Test]
    public void ChartSheetsAreNoSheetsOfCells()
    {
        XlsxFile file = new XlsxFile().Sheet("Chart", "").Sheet("Data", RowsOf(["a"], ["1"]));
        file.Part("xl/_rels/workbook.xml.rels", Relationships(("rId1", "chartsheet", "chartsheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml")));
        Assert.That(Read(file).Columns, Is.EqualTo(new[] { "a" }));
        file.Part("xl/_rels/workbook.xml.rels", Relationships(("rId1", "chartsheet", "chartsheets/sheet1.xml"), ("rId2", "dialogsheet", "worksheets/sheet2.xml")));
        Assert.That(ErrorOf(file), Is.EqualTo("people.xlsx has no sheet with cells; open it in Excel and look where its data are."));
    }

    private Table Zip(string name, string content)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream part = archive.CreateEntry(name).Open())
            part.Write(Encoding.UTF8.GetBytes(content));
        return Table.Read(FileOf(stream.ToArray(), "people.zip"));
    }
}
