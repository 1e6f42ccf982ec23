using System.Text;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>A workbook of Excel 2007 and later (xlsx, xlsm), a zip archive of XML parts.</summary>
internal sealed class XlsxWorkbook : Workbook
{
    private readonly Package _package;
    private readonly List<Sheet> _sheets = [];
    private readonly List<string> _sheetParts = [];
    private readonly Relationships _relationships;
    private bool _from1904;

    private XlsxWorkbook(Package package)
    {
        _package = package;
        string main = MainPart(package);
        _relationships = new Relationships(package, main);
        ReadMain(package.Part(main) ?? throw Broken(package.File, $"its part {main} is missing"));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Sheet> Sheets => _sheets;

    /// <summary>Finds the sheets of a workbook.</summary>
    public static XlsxWorkbook Open(Stream stream, string file)
    {
        var package = Package.Open(stream, file);
        try
        {
            return new XlsxWorkbook(package);
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override string File => _package.File;

    /// <inheritdoc/>
    protected override SheetRows OpenRows(int sheet)
    {
        Stream part = _package.Part(_sheetParts[sheet]) ?? throw Broken(_package.File, $"the part {_sheetParts[sheet]} of the sheet '{_sheets[sheet].Name}' is missing");
        return new XlsxRows(part, new SharedTexts(_package, _relationships.OfKind("sharedStrings")), Styles.Read(_package, _relationships.OfKind("styles")), _from1904, _package.File);
    }

    /// <inheritdoc/>
    public override void Dispose() => _package.Dispose();

    /// <summary>The part that lists the sheets; what is no workbook is named.</summary>
    private static string MainPart(Package package)
    {
        string main = new Relationships(package, "").OfKind("officeDocument") ?? "xl/workbook.xml";
        string? other = package.Paths.Contains("mimetype") ? OpenDocument(package)
            : main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) ? "a binary Excel workbook (xlsb)"
            : main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) ? "a Word document (docx)"
            : main.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) ? "a PowerPoint presentation (pptx)"
            : package.Paths.Contains(main) || package.Paths.Contains("[Content_Types].xml") ? null
            : "a zip archive";
        if (other is null)
            return main;
        string wayOut = other.StartsWith("a zip", StringComparison.Ordinal) ? "unpack it and read the file in it" : "open it and save its table as an Excel workbook (xlsx)";
        throw new SurveyDataException($"{package.File} is {other}, neither CSV nor Parquet nor an Excel workbook that can be read; {wayOut}.");
    }

    private static string? OpenDocument(Package package)
    {
        byte[] name = new byte[100];
        using Stream part = package.Part("mimetype")!;
        string kind = Encoding.Latin1.GetString(name, 0, part.ReadAtLeast(name, name.Length, throwOnEndOfStream: false));
        return kind.Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? "an OpenDocument spreadsheet (ods)"
            : kind.Contains("opendocument", StringComparison.Ordinal) ? "an OpenDocument file"
            : null;
    }

    private void ReadMain(Stream part)
    {
        using var xml = new XmlPart(part, _package.File);
        while (xml.ReadChild())
            if (xml.Name == "workbookPr")
                _from1904 = xml.Attribute("date1904") is "1" or "true";
            else if (xml.Name == "sheets")
                while (xml.ReadChild(1))
                    if (xml.Name == "sheet")
                        AddSheet(xml.Attribute("name") ?? "", xml.PartId() ?? "", xml.Attribute("state") is not ("hidden" or "veryHidden"));
    }

    /// <summary>Adds a sheet of cells; sheets of a chart or of old macros have none.</summary>
    private void AddSheet(string name, string id, bool isVisible)
    {
        (string kind, string path) = _relationships.OfId(id) ?? throw Broken(_package.File, $"the sheet '{name}' has no part");
        if (kind != "worksheet")
            return;
        _sheets.Add(new Sheet(name, isVisible));
        _sheetParts.Add(path);
    }
}
