using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Where a field of a block stands. Its line is found when it is asked for.</summary>
internal sealed class CsvPlace(string file) : Place
{
    private CsvBlock? _block, _countedIn;
    private int _row, _start, _counted;
    private long _lines;

    /// <inheritdoc/>
    public override string File => file;

    /// <inheritdoc/>
    public override long Row => _block!.FirstRow + _row;

    /// <inheritdoc/>
    public override long Line => _block!.IsBlank || !_block.HasQuotes ? _block.FirstLine + _row : Counted();

    /// <inheritdoc/>
    public override string RowTextAt(long row, long line) => Named(row, line);

    /// <summary>A row as messages name it, from 1; 0 is the line of names.</summary>
    public static string Named(long row, long line) => $"{(row == 0 ? "column names" : $"row {row}")} (line {line})";

    /// <summary>Moves to a field.</summary>
    /// <param name="block">Of the file.</param>
    /// <param name="row">Of the block.</param>
    /// <param name="start">The first byte of the field.</param>
    public CsvPlace At(CsvBlock block, int row, int start)
    {
        (_block, _row, _start) = (block, row, start);
        return this;
    }

    /// <summary>Counts on from where it was asked before, as lines within quotes are no rows.</summary>
    private long Counted()
    {
        if (_countedIn != _block || _counted > _start)
            (_countedIn, _counted, _lines) = (_block, 0, _block!.FirstLine);
        _lines += CsvLines.Count(_block!.Bytes.AsSpan(_counted, _start - _counted));
        _counted = _start;
        return _lines;
    }
}
