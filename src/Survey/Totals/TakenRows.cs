namespace Survey;

/// <summary>Which rows of a chunk are in a domain.</summary>
/// <param name="rows">Their numbers; empty where all are.</param>
/// <param name="count">How many.</param>
/// <param name="buffer">Where their values are put one after the other; each use overwrites it.</param>
internal readonly ref struct TakenRows(ReadOnlySpan<int> rows, int count, Span<double> buffer)
{
    private readonly ReadOnlySpan<int> _rows = rows;
    private readonly Span<double> _buffer = buffer;

    public int Count => count;

    /// <summary>The number, within the chunk, of the k-th of them.</summary>
    public int Row(int k) => _rows.IsEmpty ? k : _rows[k];

    /// <summary>The values of those rows.</summary>
    public ReadOnlySpan<double> Of(ReadOnlySpan<double> values)
    {
        if (values.Length == count)
            return values;
        Span<double> taken = _buffer[..count];
        for (int i = 0; i < taken.Length; i++)
            taken[i] = values[_rows[i]];
        return taken;
    }

    /// <summary>Writes the values of those rows.</summary>
    public void Copy<T>(ReadOnlySpan<T> values, Span<T> to)
    {
        if (values.Length == count)
            values.CopyTo(to);
        else
            for (int i = 0; i < to.Length; i++)
                to[i] = values[_rows[i]];
    }
}
