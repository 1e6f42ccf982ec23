using Survey.Files.Columns;

namespace Survey.Files.Parquet.Values;

/// <summary>Where a value stands among the rows that are being read.</summary>
internal sealed class ValuePlace(string file) : Place
{
    private int[]? _levels;
    private long _first;
    private int _value;

    /// <inheritdoc/>
    public override string File => file;

    /// <inheritdoc/>
    public override long Row => _first + RowOfValue() + 1;

    /// <inheritdoc/>
    public override long Line => Row;

    /// <inheritdoc/>
    public override string RowTextAt(long row, long line) => $"row {row}";

    /// <summary>Begins with some rows.</summary>
    /// <param name="first">How many rows of the file stand before them.</param>
    /// <param name="levels">1 where a row has a value, 0 where it has none; null where all have one.</param>
    public void Begin(long first, int[]? levels) => (_first, _levels) = (first, levels);

    /// <summary>Goes to a value, by its number among those of the rows that are there.</summary>
    public ValuePlace At(int value)
    {
        _value = value;
        return this;
    }

    private int RowOfValue()
    {
        for (int row = 0, met = -1; _levels is not null && row < _levels.Length; row++)
            if (_levels[row] != 0 && ++met == _value)
                return row;
        return _value;
    }
}
