using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Where each row of a wave's tables comes from.</summary>
internal sealed class RowPlaces
{
    private readonly List<(int File, int Row, int Line)> _rows = [];
    private readonly List<Place> _files = [];

    /// <summary>Rows so far.</summary>
    public int Count => _rows.Count;

    /// <summary>Takes the next row, where its first field that is read stands.</summary>
    public void Add(Place at)
    {
        if (_files.Count == 0 || _files[^1] != at)
            _files.Add(at);
        _rows.Add((_files.Count - 1, (int)at.Row, (int)Math.Min(at.Line, int.MaxValue)));
    }

    /// <summary>Forgets the rows after the first ones: those of a file that broke off.</summary>
    public void Truncate(int rows) => _rows.RemoveRange(rows, _rows.Count - rows);

    /// <summary>The file of a row.</summary>
    public string FileOf(int row) => _files[_rows[row].File].File;

    /// <summary>The number of a row in its file.</summary>
    public int NumberOf(int row) => _rows[row].Row;

    /// <summary>The place of a row, for messages: "town.xlsx, row 5 (sheet row 7)".</summary>
    public string TextOf(int row)
    {
        (int file, int number, int line) = _rows[row];
        return $"{_files[file].File}, {_files[file].RowTextAt(number, line)}";
    }
}

/// <summary>Gives the fields of one column of a file to several takers, and the place of each row to those who keep it.</summary>
/// <param name="takers">Any number.</param>
/// <param name="places">Or null.</param>
internal sealed class Fan(IReadOnlyList<FieldTarget> takers, RowPlaces? places) : FieldTarget
{
    private readonly FieldTarget[] _takers = [.. takers];

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<char> text, Place at)
    {
        places?.Add(at);
        foreach (FieldTarget taker in _takers)
            taker.Take(text, at);
    }
}
