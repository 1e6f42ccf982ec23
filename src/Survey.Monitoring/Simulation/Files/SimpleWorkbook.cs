using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Survey.Monitoring.Simulating;

/// <summary>Writes a workbook (xlsx) of one sheet with a title and headings, the same bytes every time.</summary>
internal sealed class SimpleWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly DateTimeOffset Moment = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly ZipArchive _archive;

    private SimpleWorkbook(ZipArchive archive) => _archive = archive;

    public static void Write(string file, string sheet, string title, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        using FileStream stream = File.Create(file);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        var workbook = new SimpleWorkbook(archive);
        workbook.WriteSheet([[SheetCell.Of(title)], [.. headings.Select(SheetCell.Of)], .. rows]);
        workbook.WriteTexts();
        workbook.WritePart("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
        workbook.WritePart("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        workbook.WritePart("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{PackageRelations}">{Relation(1, "worksheet", "worksheets/sheet1.xml")}{Relation(2, "sharedStrings", "sharedStrings.xml")}{Relation(3, "styles", "styles.xml")}</Relationships>""");
        workbook.WritePart("_rels/.rels", $"""<Relationships xmlns="{PackageRelations}">{Relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>""");
        workbook.WritePart("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{Type("workbook.xml", "sheet.main")}{Type("worksheets/sheet1.xml", "worksheet")}{Type("sharedStrings.xml", "sharedStrings")}{Type("styles.xml", "styles")}</Types>""");
    }

    private static string Relation(int number, string type, string target) => $"""<Relationship Id="rId{number}" Type="{Relations}/{type}" Target="{target}"/>""";

    private static string Type(string part, string type) => $"""<Override PartName="/xl/{part}" ContentType="{Sheet}{type}+xml"/>""";

    private void WriteSheet(IReadOnlyList<IReadOnlyList<SheetCell>> rows)
    {
        using XmlWriter xml = Part("xl/worksheets/sheet1.xml");
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData");
        for (int row = 0; row < rows.Count; row++)
        {
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", $"{row + 1}");
            for (int column = 0; column < rows[row].Count; column++)
                WriteCell(xml, rows[row][column], $"{ColumnName(column)}{row + 1}");
            xml.WriteEndElement();
        }
    }

    private void WriteCell(XmlWriter xml, SheetCell cell, string address)
    {
        if (cell.Text.Length == 0)
            return;
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", address);
        if (cell.Kind != SheetCellKind.Number)
            xml.WriteAttributeString(cell.Kind == SheetCellKind.Text ? "t" : "s", cell.Kind == SheetCellKind.Text ? "s" : "1");
        _texts.TryAdd(cell.Text, _texts.Count);
        xml.WriteElementString("v", cell.Kind == SheetCellKind.Text ? $"{_texts[cell.Text]}" : cell.Text);
        xml.WriteEndElement();
    }

    private void WriteTexts()
    {
        using XmlWriter xml = Part("xl/sharedStrings.xml");
        xml.WriteStartElement("sst", Main);
        foreach (string text in _texts.Keys)
        {
            xml.WriteStartElement("si");
            xml.WriteElementString("t", text);
            xml.WriteEndElement();
        }
    }

    private void WritePart(string name, string content)
    {
        using XmlWriter xml = Part(name);
        xml.WriteRaw(content);
    }

    private XmlWriter Part(string name)
    {
        ZipArchiveEntry entry = _archive.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Moment;
        return XmlWriter.Create(entry.Open(), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false), ConformanceLevel = ConformanceLevel.Auto });
    }

    /// <summary>A, B, ..., Z, AA, AB, ...</summary>
    private static string ColumnName(int column) => (column < 26 ? "" : ColumnName((column / 26) - 1)) + (char)('A' + (column % 26));
}
