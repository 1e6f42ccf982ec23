using Survey.Files.Columns;

namespace Survey.Files.Workbooks;

/// <summary>Where in a workbook its reader is.</summary>
/// <param name="file">The name as the user gave it.</param>
/// <param name="sheet">The sheet, where the user named one.</param>
internal sealed class SheetPlace(string file, string? sheet) : Place
{
    private long _row, _line;

    /// <inheritdoc/>
    public override string File => file;

    /// <inheritdoc/>
    public override long Row => _row;

    /// <inheritdoc/>
    public override long Line => _line;

    /// <inheritdoc/>
    public override string RowTextAt(long row, long line) => $"row {row} ({SheetRow(line)})";

    /// <summary>Goes to a row of data, by its number among those and by the sheet's own.</summary>
    public void MoveTo(long row, long line) => (_row, _line) = (row, line);

    /// <summary>A row of the sheet, for messages: "sheet row 7", or "row 7 of the sheet 'Data'".</summary>
    public string SheetRow(long line) => sheet is null ? $"sheet row {line}" : $"row {line} of the sheet '{Texts.Name(sheet)}'";
}
