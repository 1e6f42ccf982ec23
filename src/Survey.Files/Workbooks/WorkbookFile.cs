using Survey.Files.Columns;

namespace Survey.Files.Workbooks;

/// <summary>One sheet of an Excel workbook. Opened anew for each pass.</summary>
internal sealed class WorkbookFile : RowFile
{
    /// <summary>The most fields, cells that are not there included, that a sheet may give: a small file may have many headings and rows with hardly a cell. Full of cells, no sheet of so many could be unpacked (<see cref="Xlsx.Package.MostBytes"/>).</summary>
    private const long MostFields = 1L << 30;

    private readonly ReadOptions _options;
    private readonly HeadingRule _rule;
    private readonly IReadOnlyList<string> _notes;
    private IReadOnlyList<string> _notesOfRows = [];

    private WorkbookFile(string file, ReadOptions options, HeadingRule rule, Headings headings, string? choice) : base(file) =>
        (_options, _rule, Columns, _notes) = (options, rule, headings.Columns, choice is null ? headings.Notes : [choice, .. headings.Notes]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [.. _notes, .. _notesOfRows];

    /// <summary>Chooses the sheet and reads its column names.</summary>
    /// <param name="stream">The file, at its beginning.</param>
    /// <param name="format">What its first bytes say it is.</param>
    /// <param name="file">The name as the user gave it.</param>
    /// <param name="options">Its sheet and header row.</param>
    /// <param name="rule">What is asked of the names.</param>
    public static WorkbookFile Open(Stream stream, FileFormat format, string file, ReadOptions options, HeadingRule rule)
    {
        using var workbook = Workbook.Open(stream, format, file);
        int sheet = SheetChoice.Of(workbook.Sheets, options.Sheet, file);
        using SheetRows rows = workbook.RowsOf(sheet);
        Headings headings = SheetHeader.Read(rows, options.HeaderRow, rule, new SheetPlace(file, options.Sheet));
        if (options.HeaderRow == 1 && headings.HasOneName)
            headings.RefuseTitle(SheetHeader.ValuesBelow(rows), file);
        return new WorkbookFile(file, options, rule, headings, SheetChoice.Note(workbook.Sheets, options.Sheet, sheet, file));
    }

    /// <summary>The names of the visible sheets, in order.</summary>
    public static IReadOnlyList<string> SheetNames(Stream stream, FileFormat format, string file)
    {
        using var workbook = Workbook.Open(stream, format, file);
        return [.. workbook.Sheets.Where(sheet => sheet.IsVisible).Select(sheet => sheet.Name)];
    }

    /// <inheritdoc/>
    public override long Read(IReadOnlyList<FieldTarget?> targets) =>
        InputFile.Attempt(File, () =>
        {
            using FileStream stream = InputFile.Open(File);
            FileFormat format = FileFormats.Of(stream, File);
            if (format == FileFormat.Csv)
                throw InputFile.Changed(File);
            using var workbook = Workbook.Open(stream, format, File);
            using SheetRows rows = workbook.RowsOf(SheetChoice.Of(workbook.Sheets, _options.Sheet, File));
            var at = new SheetPlace(File, _options.Sheet);
            if (!SheetHeader.Read(rows, _options.HeaderRow, _rule, at).Columns.SequenceEqual(Columns, StringComparer.Ordinal))
                throw InputFile.Changed(File);
            return Read(rows, new SheetTargets(targets), at);
        });

    private long Read(SheetRows rows, SheetTargets targets, SheetPlace at)
    {
        long count = 0;
        int last = rows.Number, blanks = 0, firstBlank = 0;
        while (rows.Read())
        {
            if (rows.Cells.Count == 0)
                continue;
            if (rows.Number > last + 1)
            {
                firstBlank = blanks == 0 ? last + 1 : firstBlank;
                blanks += rows.Number - last - 1;
            }
            last = rows.Number;
            at.MoveTo(++count, last);
            if (count * targets.Count > MostFields)
                throw TooManyFields(targets.Count, at);
            targets.Give(rows.Cells, at);
            if (rows.Cells.Count > Columns.Count && _rule == HeadingRule.Distinct)
                throw Nameless(rows.Cells, at);
        }
        _notesOfRows = [.. NotesOf(blanks, at.SheetRow(firstBlank)), .. NotesOf(rows.Merged)];
        return count > 0 ? count : throw new SurveyDataException($"{File} has a header but no rows; export it again with its data.");
    }

    private static SurveyDataException TooManyFields(int columns, SheetPlace at) =>
        new($"{at.Text}: {Invariant.Count(columns)} columns of so many rows are more than {Invariant.Count(MostFields)} fields, almost all of them empty; read fewer columns, or clear the headings and rows beyond the data.");

    private SurveyDataException Nameless(CellRow cells, SheetPlace at)
    {
        int column = Enumerable.Range(Columns.Count, cells.Count - Columns.Count).First(column => !cells[column].IsWhiteSpace());
        return new SurveyDataException(
            $"{at.Text}: cell {new CellAddress((int)at.Line, column)} holds '{Texts.Short(cells[column])}' and its column has no name in row {_options.HeaderRow}; " +
            $"name column {CellAddress.Letters(column)}, clear the cell, or say which row holds the column names (HeaderRow).");
    }

    private IEnumerable<string> NotesOf(int blanks, string first) =>
        blanks == 0 ? [] : [$"{File}: {(blanks == 1 ? "a blank row was" : $"{Invariant.Count(blanks)} blank rows were")} skipped, {(blanks == 1 ? "" : "the first in ")}{first}"];

    private IEnumerable<string> NotesOf(List<CellRange> merged)
    {
        CellRange[] ofData = [.. merged.Where(range => range.Last.Row > _options.HeaderRow).OrderBy(range => range.First.Row).ThenBy(range => range.First.Column)];
        return ofData.Length == 0 ? [] :
        [
            $"{File}: {(ofData.Length == 1 ? "cells are merged" : $"{Invariant.Count(ofData.Length)} ranges of cells are merged, the first")} in {ofData[0]}; " +
            "only the upper left cell of a range has its value, and the others are empty",
        ];
    }
}
