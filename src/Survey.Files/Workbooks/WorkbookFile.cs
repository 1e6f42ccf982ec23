using Survey.Files.Columns;

namespace Survey.Files.Workbooks;

/// <summary>One sheet of an Excel workbook. Opened anew for each pass.</summary>
internal sealed class WorkbookFile : RowFile
{
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
    public static WorkbookFile Open(Stream stream, FileFormat format, string file, ReadOptions options, HeadingRule rule) =>
        Workbook.Attempt(file, () =>
        {
            using Workbook workbook = Workbook.Open(stream, format, file);
            int sheet = SheetChoice.Of(workbook.Sheets, options.Sheet, file);
            using SheetRows rows = workbook.RowsOf(sheet);
            Headings headings = SheetHeader.Read(rows, options.HeaderRow, rule, new SheetPlace(file, options.Sheet));
            if (options.HeaderRow == 1 && headings.HasOneName)
                headings.RefuseTitle(SheetHeader.ValuesBelow(rows), file);
            return new WorkbookFile(file, options, rule, headings, SheetChoice.Note(workbook.Sheets, options.Sheet, sheet, file));
        });

    /// <summary>The names of the visible sheets, in order.</summary>
    public static IReadOnlyList<string> SheetNames(Stream stream, FileFormat format, string file) =>
        Workbook.Attempt(file, () =>
        {
            using Workbook workbook = Workbook.Open(stream, format, file);
            return (IReadOnlyList<string>)[.. workbook.Sheets.Where(sheet => sheet.IsVisible).Select(sheet => sheet.Name)];
        });

    /// <inheritdoc/>
    public override long Read(IReadOnlyList<FieldTarget?> targets) =>
        InputFile.Attempt(File, () => Workbook.Attempt(File, () =>
        {
            using FileStream stream = InputFile.Open(File);
            FileFormat format = FileFormats.Of(stream, File);
            if (format == FileFormat.Csv)
                throw InputFile.Changed(File);
            using Workbook workbook = Workbook.Open(stream, format, File);
            using SheetRows rows = workbook.RowsOf(SheetChoice.Of(workbook.Sheets, _options.Sheet, File));
            var at = new SheetPlace(File, _options.Sheet);
            if (!SheetHeader.Read(rows, _options.HeaderRow, _rule, at).Columns.SequenceEqual(Columns, StringComparer.Ordinal))
                throw InputFile.Changed(File);
            return Read(rows, [.. targets], at);
        }));

    private long Read(SheetRows rows, FieldTarget?[] targets, SheetPlace at)
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
            GiveRow(rows.Cells, targets, at);
        }
        _notesOfRows = [.. NotesOf(blanks, at.SheetRow(firstBlank)), .. NotesOf(rows.Merged)];
        return count > 0 ? count : throw new SurveyDataException($"{File} has a header but no rows; export it again with its data.");
    }

    private void GiveRow(CellRow cells, FieldTarget?[] targets, SheetPlace at)
    {
        for (int column = 0; column < targets.Length; column++)
            targets[column]?.Take(cells[column], at);
        if (cells.Count > targets.Length && _rule == HeadingRule.Distinct)
            throw Nameless(cells, at);
    }

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
