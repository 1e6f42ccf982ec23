namespace Survey.Files.Workbooks;

/// <summary>The rows of a sheet that hold cells, one after another.</summary>
/// <param name="file">The name as the user gave it.</param>
internal abstract class SheetRows(string file) : IDisposable
{
    /// <summary>The most rows a sheet has.</summary>
    public const int MostRows = 1_048_576;

    private Func<bool>? _readRow;

    /// <summary>The sheet's own number of the row, from 1.</summary>
    public int Number { get; protected set; }

    /// <summary>The cells of the row, until the next is read.</summary>
    public CellRow Cells { get; } = new(file);

    /// <summary>Ranges that are shown as one cell; complete when no more rows are left.</summary>
    public List<CellRange> Merged { get; } = [];

    protected string File => file;

    /// <summary>Goes to the next row that stands in the file, though it may have no text; numbers rise. False when there are no more.</summary>
    public bool Read()
    {
        Cells.Clear();
        return Workbook.Attempt(file, _readRow ??= ReadRow);
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    protected abstract bool ReadRow();
}
