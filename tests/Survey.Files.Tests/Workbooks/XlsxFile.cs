using System.IO.Compression;
using System.Text;

namespace Survey.Files.Tests.Workbooks;

/// <summary>Writes small workbooks part by part, odd ones too.</summary>
internal sealed class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State)> _sheets = [];

    /// <summary>The parts; tests change them.</summary>
    public Dictionary<string, byte[]> Parts { get; } = [];

    /// <summary>What stands in workbookPr.</summary>
    public string Properties { get; set; } = "";

    /// <summary>A workbook of one sheet.</summary>
    /// <param name="rows">What stands in sheetData.</param>
    public static XlsxFile Of(string rows) => new XlsxFile().Sheet("Sheet1", rows);

    /// <summary>A workbook of one sheet with texts in its cells, "" for a cell that is not there.</summary>
    public static XlsxFile OfTexts(params string[][] rows) => Of(RowsOf(rows));

    public static string RowsOf(params string[][] rows) =>
        string.Concat(rows.Select((cells, row) => Row(row + 1, [.. cells.Select((text, column) => text.Length == 0 ? "" : Text($"{(char)('A' + column)}{row + 1}", text))])));

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    public static string Text(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Number(string at, string value, int style = 0) => $"<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>";

    public static string Cell(string at, string type, string value) => $"<c r=\"{at}\" t=\"{type}\"><v>{value}</v></c>";

    /// <summary>Adds a sheet.</summary>
    public XlsxFile Sheet(string name, string rows, string state = "visible", string after = "")
    {
        _sheets.Add((name, state));
        return Part($"xl/worksheets/sheet{_sheets.Count}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{after}</worksheet>");
    }

    /// <summary>The texts that cells name by number, as XML.</summary>
    public XlsxFile SharedTexts(params string[] items) => Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(items.Select(item => $"<si>{item}</si>"))}</sst>");

    /// <summary>Styles of cells, from number 1 on, each with a number format: a number of Excel's own, or a text.</summary>
    public XlsxFile Formats(params string[] formats)
    {
        string own = string.Concat(formats.Select((format, k) => $"<numFmt numFmtId=\"{200 + k}\" formatCode=\"{format.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>"));
        string styles = string.Concat(formats.Select((format, k) => $"<xf numFmtId=\"{(int.TryParse(format, out int id) ? id : 200 + k)}\"/>"));
        return Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{own}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs></styleSheet>");
    }

    public XlsxFile Part(string path, string xml)
    {
        Parts[path] = Encoding.UTF8.GetBytes(xml);
        return this;
    }

    /// <summary>Adds the parts that list the others, unless a test has written them itself.</summary>
    public XlsxFile Whole()
    {
        AddPart("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        AddPart("_rels/.rels", Relationships(("rId1", "officeDocument", "xl/workbook.xml")));
        string sheets = string.Concat(_sheets.Select((sheet, k) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{k + 1}\" state=\"{sheet.State}\" r:id=\"rId{k + 1}\"/>"));
        AddPart("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr {Properties}/><sheets>{sheets}</sheets></workbook>");
        AddPart("xl/_rels/workbook.xml.rels", Relationships([.. _sheets.Select((_, k) => ($"rId{k + 1}", "worksheet", $"worksheets/sheet{k + 1}.xml")), ("rIdS", "sharedStrings", "sharedStrings.xml"), ("rIdF", "styles", "/xl/styles.xml")]));
        return this;
    }

    public byte[] Bytes(CompressionLevel level = CompressionLevel.Optimal)
    {
        Whole();
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach ((string path, byte[] bytes) in Parts)
                using (Stream part = archive.CreateEntry(path, level).Open())
                    part.Write(bytes);
        return stream.ToArray();
    }

    public static string Relationships(params (string Id, string Kind, string Target)[] all) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(all.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{Office}/{one.Kind}\" Target=\"{one.Target}\"/>"))}</Relationships>";

    private void AddPart(string path, string xml)
    {
        if (!Parts.ContainsKey(path))
            Part(path, xml);
    }
}
