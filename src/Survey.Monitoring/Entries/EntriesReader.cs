using Survey.Files;
using Survey.Files.Workbooks;

namespace Survey.Monitoring;

/// <summary>Reads a workbook of entries that was filled in: in either language, whatever rows and columns were moved.</summary>
internal sealed class EntriesReader
{
    private const int MostRowsAbove = 30; // of a heading, or of the label of the programme

    private readonly string _file;
    private readonly List<ProgrammeEntry> _entries = [];
    private readonly List<string> _faults = [];
    private bool _hasTable;

    private EntriesReader(string file) => _file = file;

    /// <summary>The entries of a workbook; none where it is of another programme.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="programme">The programme that is asked for.</param>
    /// <param name="faults">Where what is wrong with its cells is added, a sentence each.</param>
    /// <exception cref="SurveyDataException">It cannot be read, or is no workbook of entries.</exception>
    public static IReadOnlyList<ProgrammeEntry> Read(string file, Programme programme, List<string> faults)
    {
        var reader = new EntriesReader(file);
        InputFile.Attempt(file, () => reader.Read(programme));
        faults.AddRange(reader._faults);
        return reader._entries;
    }

    /// <summary>The id of the programme of which a workbook is.</summary>
    /// <exception cref="SurveyDataException">It cannot be read, or is no workbook of entries.</exception>
    public static string ProgrammeOf(string file) =>
        InputFile.Attempt(file, () =>
        {
            using FileStream stream = InputFile.Open(file);
            using Workbook workbook = Open(stream, file);
            return ProgrammeOf(workbook, file);
        });

    private static Workbook Open(FileStream stream, string file)
    {
        FileFormat format = FileFormats.Of(stream, file);
        return format == FileFormat.Csv
            ? throw new SurveyDataException($"{file} is no Excel workbook; make one with survey programmes NAME --template, and fill that in.")
            : Workbook.Open(stream, format, file);
    }

    private bool Read(Programme programme)
    {
        using FileStream stream = InputFile.Open(_file);
        using Workbook workbook = Open(stream, _file);
        if (ProgrammeOf(workbook, _file) is var of && of != programme.Id)
            return Programme.Library.All.Any(own => own.Id == of) ? false : throw new SurveyDataException($"{_file} is of the programme '{Excerpt.Of(of)}', which is not known{Nearest.Hint(of, Programme.Library.All.Select(own => own.Id), ".")}");
        for (int sheet = 0; sheet < workbook.Sheets.Count; sheet++)
            ReadSheet(workbook, sheet, programme);
        return _hasTable ? true : throw new SurveyDataException($"{_file} has no sheet with the headings '{EntryColumn.Number.Heading(Language.Chinese)}' and '{EntryColumn.Value.Heading(Language.Chinese)}' (or '{EntryColumn.Number.Heading(Language.English)}' and '{EntryColumn.Value.Heading(Language.English)}'); keep the row of headings of the template.");
    }

    private static string ProgrammeOf(Workbook workbook, string file) =>
        ProgrammeOf(workbook) ?? throw new SurveyDataException($"{file} names no programme ('{EntryWords.Programme.Chinese}' or '{EntryWords.Programme.English}' with its id beside it); make the workbook with survey programmes NAME --template, and keep its first sheet.");

    private static string? ProgrammeOf(Workbook workbook)
    {
        for (int sheet = 0; sheet < workbook.Sheets.Count; sheet++)
        {
            using SheetRows rows = workbook.RowsOf(sheet);
            while (rows.Read() && rows.Number <= MostRowsAbove)
                for (int column = 0; column < rows.Cells.Count; column++)
                    if (EntryWords.Is(EntryWords.Programme, Folding.Fold(rows.Cells[column].ToString())))
                        return Enumerable.Range(column + 1, rows.Cells.Count - column).Select(next => Folding.Fold(rows.Cells[next].ToString())).FirstOrDefault(text => text.Length > 0);
        }
        return null;
    }

    private void ReadSheet(Workbook workbook, int sheet, Programme programme)
    {
        using SheetRows rows = workbook.RowsOf(sheet);
        Dictionary<EntryColumn, int>? columns = null;
        bool isBlank = true;
        int before = _faults.Count;
        while (rows.Read())
            if (columns is null)
            {
                isBlank &= rows.Cells.Count == 0;
                if (rows.Number > MostRowsAbove)
                    break;
                columns = ColumnsOf(rows.Cells, workbook.Sheets[sheet].Name, rows.Number);
                if (_faults.Count > before)
                    return; // of two columns nobody knows which was meant
            }
            else if (rows.Cells.Count > 0)
                _entries.AddRange(new EntryRow(rows, columns, programme.Id, $"{_file}, sheet '{workbook.Sheets[sheet].Name}'", _faults).Entries());
        if (columns is null && !isBlank && PartSheet.Names.Contains(workbook.Sheets[sheet].Name))
            _faults.Add($"{_file}, sheet '{workbook.Sheets[sheet].Name}': no row has the headings '{EntryColumn.Number.Heading(Language.Chinese)}' and '{EntryColumn.Value.Heading(Language.Chinese)}' (or '{EntryColumn.Number.Heading(Language.English)}' and '{EntryColumn.Value.Heading(Language.English)}'); keep the row of headings of the template.");
    }

    /// <summary>The columns by their headings, where a row has those that tell it; else null.</summary>
    private Dictionary<EntryColumn, int>? ColumnsOf(CellRow cells, string sheet, int row)
    {
        var columns = new Dictionary<EntryColumn, int>();
        for (int column = 0; column < cells.Count; column++)
            if (EntryWords.ColumnOf(cells[column].ToString()) is { } known && !columns.TryAdd(known, column))
                _faults.Add($"{_file}, sheet '{sheet}', cell {new CellAddress(row, column)}: the heading '{Excerpt.Of(cells[column].ToString())}' stands twice; remove one of the two.");
        if (!columns.ContainsKey(EntryColumn.Number) || !(columns.ContainsKey(EntryColumn.Value) || columns.ContainsKey(EntryColumn.Decision)))
            return null;
        _hasTable = true;
        return columns;
    }
}
