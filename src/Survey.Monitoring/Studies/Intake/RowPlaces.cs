using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Where each row of a wave's tables comes from.</summary>
internal sealed class RowPlaces
{
    private readonly List<(int File, int Row, int Line)> _rows = [];
    private readonly List<int> _values = []; // of all rows but the last
    private readonly List<Place> _files = [];
    private readonly HashSet<int> _totals = [];
    private int _valuesOfLast;

    /// <summary>Rows so far.</summary>
    public int Count => _rows.Count;

    /// <summary>Takes the next row, where its first field that is read stands.</summary>
    public void Add(Place at)
    {
        if (_files.Count == 0 || _files[^1] != at)
            _files.Add(at);
        if (_rows.Count > _values.Count)
            _values.Add(_valuesOfLast);
        _valuesOfLast = 0;
        _rows.Add((_files.Count - 1, (int)at.Row, (int)Math.Min(at.Line, int.MaxValue)));
    }

    /// <summary>Counts a cell of the last row that is not blank. Asked for every cell.</summary>
    public void AddValue() => _valuesOfLast++;

    /// <summary>Notes that a cell of the last row says that the row is a total.</summary>
    public void MarkTotal() => _totals.Add(_rows.Count - 1);

    /// <summary>Whether a row says that it is a total.</summary>
    public bool IsTotal(int row) => _totals.Contains(row);

    /// <summary>How many of the cells that are read are not blank in a row.</summary>
    public int ValuesOf(int row) => row < _values.Count ? _values[row] : _valuesOfLast;

    /// <summary>Forgets the rows after the first ones: those of a file that broke off.</summary>
    public void Truncate(int rows)
    {
        if (rows == _rows.Count)
            return;
        _rows.RemoveRange(rows, _rows.Count - rows);
        _totals.RemoveWhere(row => row >= rows);
        _values.RemoveRange(rows, Math.Max(0, _values.Count - rows)); // the last row was of the file that broke off
    }

    /// <summary>Where a row comes from.</summary>
    public RowPlace Of(int row)
    {
        (int file, int number, int line) = _rows[row];
        return new RowPlace(_files[file].File, number, $"{_files[file].File}, {_files[file].RowTextAt(number, line)}");
    }

    /// <summary>The places of some rows, in their order.</summary>
    public RowPlaces Take(int[] rows)
    {
        var taken = new RowPlaces();
        taken._files.AddRange(_files);
        taken._rows.AddRange(rows.Select(row => _rows[row]));
        taken._values.AddRange(rows.Select(ValuesOf));
        return taken;
    }
}

/// <summary>Where a row comes from.</summary>
/// <param name="File">Its path.</param>
/// <param name="Row">Its number in the file, from 1.</param>
/// <param name="Text">The place for messages: "town.xlsx, row 5 (sheet row 7)".</param>
internal readonly record struct RowPlace(string File, int Row, string Text);

/// <summary>Gives the fields of one column of a file to several takers, and tells the places of the rows of their values.</summary>
/// <param name="takers">Any number.</param>
/// <param name="places">Of the rows.</param>
/// <param name="beginsRow">Whether the column is the first of the file that is read.</param>
internal sealed class Fan(IReadOnlyList<FieldTarget> takers, RowPlaces places, bool beginsRow) : FieldTarget
{
    private readonly FieldTarget[] _takers = [.. takers];

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<char> text, Place at)
    {
        if (beginsRow)
            places.Add(at);
        if (!text.IsEmpty && (text[0] > ' ' || !text.IsWhiteSpace()))
            places.AddValue();
        if (Totals.Are(text))
            places.MarkTotal();
        foreach (FieldTarget taker in _takers)
            taker.Take(text, at);
    }
}

/// <summary>Words that say that a row is a total of others.</summary>
internal static class Totals
{
    public static bool Are(ReadOnlySpan<char> text) =>
        text.Length is >= 2 and <= 4 && text[0] is '合' or '总' or '小' or '共' && text.Trim(" ：:") is "合计" or "总计" or "小计" or "共计";
}
