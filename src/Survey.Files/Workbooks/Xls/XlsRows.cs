namespace Survey.Files.Workbooks.Xls;

/// <summary>Reads the rows of a sheet of an xls workbook.</summary>
internal sealed class XlsRows : SheetRows
{
    private const int RowShift = 32;

    private readonly BiffRecords _records;
    private readonly IReadOnlyList<string> _texts;
    private readonly NumberKind[] _styles;
    private readonly bool _from1904;
    private readonly char[] _number = new char[CellNumber.LongestText];

    /// <summary>Row and position of each record of cells, in the order of rows: records are mostly in that order already, but need not be.</summary>
    private readonly long[] _cells;
    private int _next;

    /// <param name="records">Of the workbook.</param>
    /// <param name="position">Where the sheet begins among them.</param>
    /// <param name="texts">Those that cells name by number.</param>
    /// <param name="styles">What numbers mean, by style.</param>
    /// <param name="from1904">Whether days are counted from 1904.</param>
    /// <param name="file">The name as the user gave it.</param>
    public XlsRows(BiffRecords records, long position, IReadOnlyList<string> texts, NumberKind[] styles, bool from1904, string file) : base(file)
    {
        (_records, _texts, _styles, _from1904) = (records, texts, styles, from1904);
        records.MoveTo(position);
        if (records.Id != BiffId.BeginOfPart)
            throw records.Broken("a sheet does not begin as one");
        _cells = FindCells();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
    }

    /// <inheritdoc/>
    protected override bool ReadRow()
    {
        if (_next == _cells.Length)
            return false;
        long row = _cells[_next] >> RowShift;
        Number = (int)row + 1;
        for (; _next < _cells.Length && _cells[_next] >> RowShift == row; _next++)
        {
            _records.MoveTo((uint)_cells[_next]);
            AddCells();
        }
        return true;
    }

    /// <summary>Goes over the sheet once; charts within it are parts of their own.</summary>
    private long[] FindCells()
    {
        var cells = new List<long>();
        for (int depth = 1; depth > 0;)
        {
            if (!_records.Read())
                throw _records.Broken("a sheet has no end");
            switch (_records.Id)
            {
                case BiffId.BeginOfPart:
                    depth++;
                    break;
                case BiffId.EndOfPart:
                    depth--;
                    break;
                case BiffId.Merged when depth == 1:
                    AddMerged();
                    break;
                case BiffId.Formula or BiffId.Numbers or BiffId.RichLabel or BiffId.SharedText or BiffId.Number or BiffId.Label or BiffId.FlagOrError or BiffId.ShortNumber when depth == 1:
                    cells.Add(((long)_records.UInt16(0) << RowShift) | (uint)_records.Position);
                    break;
                default:
                    break;
            }
        }
        long[] ordered = [.. cells];
        Array.Sort(ordered);
        return ordered;
    }

    private void AddMerged()
    {
        for (int k = 0; k < _records.UInt16(0); k++)
        {
            int at = 2 + (8 * k);
            Merged.Add(new CellRange(new CellAddress(_records.UInt16(at) + 1, _records.UInt16(at + 4)), new CellAddress(_records.UInt16(at + 2) + 1, _records.UInt16(at + 6))));
        }
    }

    private void AddCells()
    {
        var at = new CellAddress(Number, _records.UInt16(2));
        if (at.Column >= CellAddress.MostColumns)
            throw _records.Broken($"row {Number} has a cell {at}");
        switch (_records.Id)
        {
            case BiffId.SharedText:
                uint text = _records.UInt32(6);
                Cells.Add(at, text < _texts.Count ? _texts[(int)text] : throw _records.Broken($"cell {at} names the text {text}, which is not among the shared texts"));
                break;
            case BiffId.Label or BiffId.RichLabel:
                Cells.Add(at, new BiffText(_records, 6).Text());
                break;
            case BiffId.Number:
                Add(at, _records.Double(6), _records.UInt16(4));
                break;
            case BiffId.ShortNumber:
                Add(at, ShortNumber(_records.UInt32(6)), _records.UInt16(4));
                break;
            case BiffId.Numbers:
                for (int k = 4; k + 6 <= _records.Length - 2; k += 6)
                    Add(new CellAddress(Number, at.Column + ((k - 4) / 6)), ShortNumber(_records.UInt32(k + 2)), _records.UInt16(k));
                break;
            case BiffId.FlagOrError:
                Cells.Add(at, _records.Byte(7) == 0 ? FlagText(_records.Byte(6)) : ErrorText(_records.Byte(6)));
                break;
            default:
                AddResult(at);
                break;
        }
    }

    /// <summary>Adds the result of a formula, which is a number unless its last bytes say otherwise.</summary>
    private void AddResult(CellAddress at)
    {
        if (_records.UInt16(12) != 0xFFFF)
        {
            Add(at, _records.Double(6), _records.UInt16(4));
            return;
        }
        byte value = _records.Byte(8);
        switch (_records.Byte(6))
        {
            case 0:
                Cells.Add(at, ResultText(at));
                break;
            case 1:
                Cells.Add(at, FlagText(value));
                break;
            case 2:
                Cells.Add(at, ErrorText(value));
                break;
            default: // 3 is a text of no characters
                break;
        }
    }

    /// <summary>The text that follows a formula, after what the formula shares with others.</summary>
    private string ResultText(CellAddress at)
    {
        while (_records.Read() && _records.Id is not (BiffId.Formula or BiffId.EndOfPart))
            if (_records.Id == BiffId.ResultText)
                return new BiffText(_records, 0).Text();
        throw _records.Broken($"the text of cell {at} is missing");
    }

    private void Add(CellAddress at, double value, int style)
    {
        if (style >= _styles.Length || !double.IsFinite(value))
            throw _records.Broken($"cell {at} holds no number or has no style");
        Cells.Add(at, _number.AsSpan(0, CellNumber.Write(value, _styles[style], _from1904, _number)), isPercent: _styles[style] == NumberKind.Percent);
    }

    /// <summary>A number in 4 bytes: 30 bits of a whole number or of a double, perhaps to be divided by 100.</summary>
    private static double ShortNumber(uint bits)
    {
        double value = (bits & 2) != 0 ? (int)bits >> 2 : BitConverter.Int64BitsToDouble((long)(bits & 0xFFFFFFFC) << 32);
        return (bits & 1) != 0 ? value / 100 : value;
    }

    private static string FlagText(byte value) => value != 0 ? "true" : "false";

    private static string ErrorText(byte code) =>
        code switch
        {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            0x2A => "#N/A",
            0x2B => "#GETTING_DATA",
            _ => $"#ERROR {code}",
        };
}
