using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using Excel = DocumentFormat.OpenXml.Spreadsheet;

namespace Survey.Files.Workbooks.Writing;

/// <summary>Writes sheets as an Excel workbook (xlsx), row after row; the same sheets give the same bytes.</summary>
/// <remarks>
/// The parts are written into the zip archive as they come: the SDK's own package keeps all of them in memory until it is closed, puts the time of day on each, and gives them ids by chance.
/// Texts stand in their cells as texts, so none is taken for a formula.
/// </remarks>
internal static class WorkbookWriter
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The earliest time that a zip archive can give.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the sheets.</summary>
    /// <param name="sheets">At least one.</param>
    /// <param name="stream">Where the workbook goes; it is not closed.</param>
    public static void Write(IReadOnlyList<Sheet> sheets, Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        IReadOnlyList<string> names = SheetNames.Of([.. sheets.Select(sheet => sheet.Name)]);
        WriteText(archive, "[Content_Types].xml", ContentTypes(sheets.Count));
        WriteText(archive, "_rels/.rels", Links([("rId1", "officeDocument", "xl/workbook.xml")]));
        WriteText(archive, "xl/_rels/workbook.xml.rels", Links([.. Enumerable.Range(1, sheets.Count).Select(k => ($"rId{k}", "worksheet", $"worksheets/sheet{k}.xml")), ("rIdStyles", "styles", "styles.xml")]));
        WriteElement(archive, "xl/workbook.xml", Book(sheets, names));
        WriteElement(archive, "xl/styles.xml", StylePart.Make());
        for (int k = 0; k < sheets.Count; k++)
        {
            using Stream part = Part(archive, $"xl/worksheets/sheet{k + 1}.xml");
            SheetWriter.Write(sheets[k], isFirst: k == 0, part);
        }
    }

    private static Excel.Workbook Book(IReadOnlyList<Sheet> sheets, IReadOnlyList<string> names)
    {
        var book = new Excel.Workbook(
            new Excel.BookViews(new Excel.WorkbookView()),
            new Excel.Sheets(names.Select((name, k) => new Excel.Sheet { Name = name, SheetId = (uint)k + 1, Id = $"rId{k + 1}" })));
        Excel.DefinedName[] titles = [.. names.Select((name, k) => (name, k, rows: sheets[k].Page?.Repeated)).Where(sheet => sheet.rows is not null).Select(sheet => Titles(sheet.name, sheet.k, sheet.rows!.Value))];
        if (titles.Length > 0)
            book.Append(new Excel.DefinedNames(titles));
        return book;
    }

    /// <summary>The rows that stand at the top of each page.</summary>
    private static Excel.DefinedName Titles(string sheet, int number, (int First, int Last) rows) =>
        new($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!${rows.First}:${rows.Last}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)number };

    private static string ContentTypes(int sheets)
    {
        IEnumerable<string> parts = Enumerable.Range(1, sheets).Select(k => Override($"/xl/worksheets/sheet{k}.xml", "worksheet"));
        return $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{Override("/xl/workbook.xml", "sheet.main")}{Override("/xl/styles.xml", "styles")}{string.Concat(parts)}</Types>
            """;
    }

    private static string Override(string part, string kind) => $"<Override PartName=\"{part}\" ContentType=\"{ContentType}.{kind}+xml\"/>";

    private static string Links(IEnumerable<(string Id, string Kind, string Target)> links) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="{PackageRelationships}">{string.Concat(links.Select(link => $"<Relationship Id=\"{link.Id}\" Type=\"{Relationships}/{link.Kind}\" Target=\"{link.Target}\"/>"))}</Relationships>
        """;

    private static void WriteText(ZipArchive archive, string name, string text)
    {
        using Stream part = Part(archive, name);
        part.Write(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
    }

    private static void WriteElement(ZipArchive archive, string name, OpenXmlElement element)
    {
        using Stream part = Part(archive, name);
        using OpenXmlWriter xml = OpenXmlWriter.Create(part);
        xml.WriteStartDocument(true);
        xml.WriteElement(element);
    }

    private static Stream Part(ZipArchive archive, string name)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name);
        entry.LastWriteTime = Always;
        return entry.Open();
    }
}
