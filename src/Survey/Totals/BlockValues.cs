namespace Survey;

/// <summary>Values over some rows of a chunk: part of a column where an expression is one, computed for these rows alone where it is not.</summary>
/// <param name="whole">Of the chunk.</param>
/// <param name="first">The first of the rows.</param>
/// <param name="count">How many: few enough that what one step makes is still in the core's cache at the next.</param>
internal sealed class BlockValues(Evaluation whole, int first, int count)
{
    private Evaluation? _own;

    /// <summary>The number of the first of the rows in the whole input.</summary>
    public long FirstRow => whole.Chunk.FirstRow + first;

    public int RowCount => count;

    /// <summary>Of these rows alone.</summary>
    public Evaluation Own => _own ??= new Evaluation(whole.Chunk.Slice(first, count));

    public ReadOnlySpan<double> Numbers(Bound bound) => bound.IsColumn ? whole.Numbers(bound).Slice(first, count) : Own.Numbers(bound);

    public ReadOnlySpan<byte> Flags(Bound bound) => bound.IsColumn ? whole.Flags(bound).Slice(first, count) : Own.Flags(bound);
}
