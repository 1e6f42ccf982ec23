namespace Survey.Files.Workbooks.Xls;

/// <summary>A workbook of Excel 97 to 2003 (xls), records in a compound file.</summary>
internal sealed class XlsWorkbook : Workbook
{
    private const int Version97 = 0x0600, SheetOfCells = 0;

    private readonly byte[] _bytes;
    private readonly string _file;
    private readonly List<Sheet> _sheets = [];
    private readonly List<uint> _positions = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<int, NumberKind> _formats = [];
    private readonly List<int> _styles = [];
    private bool _from1904;

    private XlsWorkbook(byte[] bytes, string file)
    {
        (_bytes, _file) = (bytes, file);
        ReadGlobals(new BiffRecords(bytes, file));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Sheet> Sheets => _sheets;

    /// <summary>Reads what all sheets of a workbook share.</summary>
    public static XlsWorkbook Open(Stream stream, string file)
    {
        var compound = CompoundFile.Read(stream, file);
        if (compound.Has("Workbook"))
            return new XlsWorkbook(compound.Stream("Workbook"), file);
        if (compound.Has("EncryptedPackage"))
            throw Protected(file);
        if (compound.Has("Book"))
            throw TooOld(file);
        string what = compound.Has("WordDocument") ? "a Word document (doc)" : compound.Has("PowerPoint Document") ? "a PowerPoint presentation (ppt)" : "an old Office file without a workbook";
        throw new SurveyDataException($"{file} is {what}, neither CSV nor Parquet nor an Excel workbook; open it and save its table as an Excel workbook (xlsx).");
    }

    /// <inheritdoc/>
    protected override string File => _file;

    /// <inheritdoc/>
    protected override SheetRows OpenRows(int sheet) =>
        new XlsRows(new BiffRecords(_bytes, _file), _positions[sheet], _texts, [.. _styles.Select(KindOf)], _from1904, _file);

    /// <inheritdoc/>
    public override void Dispose()
    {
    }

    private static SurveyDataException Protected(string file) =>
        new($"{file} is protected by a password and cannot be read; open it in Excel, save it without the password (File, Info, Protect Workbook) and read that.");

    private static SurveyDataException TooOld(string file) =>
        new($"{file} is a workbook of Excel 95 or earlier; open it in Excel, save it as a workbook (xlsx) and read that.");

    private void ReadGlobals(BiffRecords records)
    {
        if (!records.Read() || records.Id != BiffId.BeginOfPart)
            throw records.Broken("it does not begin as one");
        if (records.UInt16(0) != Version97)
            throw TooOld(_file);
        while (records.Read() && records.Id != BiffId.EndOfPart)
            ReadGlobal(records);
        if (records.Id != BiffId.EndOfPart)
            throw records.Broken("its list of sheets has no end");
    }

    private void ReadGlobal(BiffRecords records)
    {
        switch (records.Id)
        {
            case BiffId.Encrypted:
                throw Protected(_file);
            case BiffId.From1904:
                _from1904 = records.UInt16(0) == 1;
                break;
            case BiffId.Sheet when records.Byte(5) == SheetOfCells:
                _positions.Add(records.UInt32(0));
                _sheets.Add(new Sheet(new BiffText(records, 7).Text(records.Byte(6)), (records.Byte(4) & 3) == 0));
                break;
            case BiffId.Format:
                int id = records.UInt16(0);
                _formats[id] = NumberFormat.Of(new BiffText(records, 2).Text());
                break;
            case BiffId.Style:
                _styles.Add(records.UInt16(2));
                break;
            case BiffId.SharedTexts:
                ReadTexts(records);
                break;
            default:
                break;
        }
    }

    private void ReadTexts(BiffRecords records)
    {
        uint count = records.UInt32(4);
        var texts = new BiffText(records, 8);
        while (_texts.Count < count && !texts.IsAtEnd)
            _texts.Add(_texts.Count < MostTexts ? texts.Text() : throw TooMany(_file, "texts that its cells share", MostTexts));
    }

    private NumberKind KindOf(int format) => _formats.TryGetValue(format, out NumberKind kind) ? kind : NumberFormat.OfBuiltIn(format);
}
