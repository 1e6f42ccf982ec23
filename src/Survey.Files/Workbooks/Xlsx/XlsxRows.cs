using System.Globalization;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>Reads the rows of a sheet part.</summary>
internal sealed class XlsxRows : SheetRows
{
    private readonly XmlPart _xml;
    private readonly XlsxCell _cell;
    private bool _ended;

    /// <param name="part">The sheet; is closed with this.</param>
    /// <param name="texts">Those that cells name by number; are closed with this.</param>
    /// <param name="styles">What numbers mean, by style.</param>
    /// <param name="from1904">Whether days are counted from 1904.</param>
    /// <param name="file">The name as the user gave it.</param>
    public XlsxRows(Stream part, SharedTexts texts, NumberKind[] styles, bool from1904, string file) : base(file)
    {
        _xml = new XmlPart(part, file);
        _cell = new XlsxCell(_xml, texts, styles, from1904, file);
        do
        {
            if (!_xml.ReadChild())
                throw Workbook.Broken(file, "a sheet has no cells part");
        }
        while (_xml.Name != "sheetData");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _cell.Dispose();
        _xml.Dispose();
    }

    /// <inheritdoc/>
    protected override bool ReadRow()
    {
        while (!_ended && _xml.ReadChild(1))
            if (_xml.Name == "row")
            {
                BeginRow();
                return true;
            }
        if (!_ended)
        {
            ReadMerged();
            _cell.Finish();
            _ended = true;
        }
        return false;
    }

    private void BeginRow()
    {
        string? number = _xml.Attribute("r");
        int row = Number + 1;
        if (number is not null && !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out row))
            row = 0;
        if (row <= Number || row > MostRows)
            throw Workbook.Broken(File, $"row {number ?? $"{row}"} follows row {Number} in a sheet of at most {MostRows} rows");
        Number = row;
        int next = 0;
        while (_xml.ReadChild(2))
            if (_xml.Name == "c")
                next = _cell.Read(new CellAddress(row, next), Cells).Column + 1;
    }

    private void ReadMerged()
    {
        while (_xml.ReadChild())
            if (_xml.Name == "mergeCells")
                while (_xml.ReadChild(1))
                    if (_xml.Name == "mergeCell" && CellRange.TryRead(_xml.Attribute("ref"), out CellRange range))
                        Merged.Add(range);
    }
}
