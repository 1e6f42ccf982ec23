using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace Survey.Monitoring.Tests.Made;

/// <summary>Writes workbooks (xlsx) row by row, by no other means than a zip archive and text.</summary>
public sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly ZipArchive _archive;

    private Workbook(ZipArchive archive) => _archive = archive;

    /// <summary>Writes a workbook.</summary>
    /// <param name="path">The file; its folder must be there.</param>
    /// <param name="sheets">Name and rows of each; the rows are asked for once, while they are written.</param>
    public static void Write(string path, params IReadOnlyList<(string Name, IEnumerable<IReadOnlyList<Cell>> Rows)> sheets)
    {
        using FileStream stream = File.Create(path);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        var workbook = new Workbook(archive);
        for (int k = 0; k < sheets.Count; k++)
            workbook.WriteSheet(k + 1, sheets[k].Rows);
        workbook.WriteTexts();
        workbook.WriteStyles();
        workbook.WriteFrame([.. sheets.Select(sheet => sheet.Name)]);
    }

    private void WriteSheet(int number, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        using StreamWriter part = Part($"xl/worksheets/sheet{number}.xml");
        part.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
        int row = 0;
        foreach (IReadOnlyList<Cell> cells in rows)
        {
            row++;
            part.Write($"<row r=\"{row}\">");
            for (int column = 0; column < cells.Count; column++)
                WriteCell(part, cells[column], NameOf(column), row);
            part.Write("</row>");
        }
        part.Write("</sheetData></worksheet>");
    }

    /// <summary>Nothing is written for a blank cell, so that a reader has to heed the places of the others.</summary>
    private void WriteCell(StreamWriter part, Cell cell, string column, int row)
    {
        if (cell.Kind == CellKind.Blank)
            return;
        part.Write($"<c r=\"{column}{row}\"");
        part.Write(cell.Kind switch
        {
            CellKind.Text => $" t=\"s\"><v>{NumberOf(cell.Text)}</v>",
            CellKind.InlineText => $" t=\"inlineStr\"><is>{TextElement(cell.Text)}</is>",
            CellKind.Flag => $" t=\"b\"><v>{cell.Text}</v>",
            CellKind.Error => $" t=\"e\"><v>{cell.Text}</v>",
            CellKind.Date => $" s=\"1\"><v>{cell.Text}</v>",
            CellKind.ChineseDate => $" s=\"2\"><v>{cell.Text}</v>",
            CellKind.Moment => $" s=\"3\"><v>{cell.Text}</v>",
            _ => $"><v>{cell.Text}</v>",
        });
        part.Write("</c>");
    }

    private void WriteTexts()
    {
        using StreamWriter part = Part("xl/sharedStrings.xml");
        part.Write($"<sst xmlns=\"{Main}\" uniqueCount=\"{_texts.Count}\">");
        foreach (string text in _texts.Keys)
            part.Write($"<si>{TextElement(text)}</si>");
        part.Write("</sst>");
    }

    private void WriteStyles()
    {
        using StreamWriter part = Part("xl/styles.xml");
        part.Write(
            $"""
            <styleSheet xmlns="{Main}">
            <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>
            <fonts count="1"><font/></fonts>
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
            <borders count="1"><border/></borders>
            <cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs>
            </styleSheet>
            """);
    }

    private void WriteFrame(string[] names)
    {
        int[] numbers = [.. Enumerable.Range(1, names.Length)];
        string texts = $"rId{names.Length + 1}", styles = $"rId{names.Length + 2}";
        WritePart("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(numbers.Select(k => $"<sheet name=\"{SecurityElement.Escape(names[k - 1])}\" sheetId=\"{k}\" r:id=\"rId{k}\"/>"))}</sheets></workbook>");
        WriteRelations("xl/_rels/workbook.xml.rels", [.. numbers.Select(k => ($"rId{k}", "worksheet", $"worksheets/sheet{k}.xml")), (texts, "sharedStrings", "sharedStrings.xml"), (styles, "styles", "styles.xml")]);
        WriteRelations("_rels/.rels", [("rId1", "officeDocument", "xl/workbook.xml")]);
        string sheets = string.Concat(numbers.Select(k => Override($"worksheets/sheet{k}.xml", "worksheet")));
        WritePart("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{Override("workbook.xml", "sheet.main")}{sheets}{Override("sharedStrings.xml", "sharedStrings")}{Override("styles.xml", "styles")}</Types>");
    }

    private void WriteRelations(string part, IEnumerable<(string Id, string Type, string Target)> relations) =>
        WritePart(part, $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Relations}/{relation.Type}\" Target=\"{relation.Target}\"/>"))}</Relationships>");

    private static string Override(string part, string type) => $"<Override PartName=\"/xl/{part}\" ContentType=\"{Types}{type}+xml\"/>";

    private static string TextElement(string text) => $"<t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t>";

    private int NumberOf(string text)
    {
        _texts.TryAdd(text, _texts.Count);
        return _texts[text];
    }

    private void WritePart(string name, string xml)
    {
        using StreamWriter part = Part(name);
        part.Write(xml);
    }

    private StreamWriter Part(string name)
    {
        var part = new StreamWriter(_archive.CreateEntry(name, CompressionLevel.Fastest).Open());
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        return part;
    }

    /// <summary>A, B, ..., Z, AA, AB, ...</summary>
    private static string NameOf(int column) =>
        (column < 26 ? "" : NameOf((column / 26) - 1)) + ((char)('A' + (column % 26))).ToString(CultureInfo.InvariantCulture);
}
