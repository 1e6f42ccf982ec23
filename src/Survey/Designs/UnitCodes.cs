namespace Survey;

/// <summary>Which unit each row belongs to, as a code. Totals are kept by code; what the codes stand for may be known only when all rows have been seen.</summary>
internal abstract class UnitCodes
{
    /// <summary>Codes given so far: all of them, unless units are met as rows are read.</summary>
    public abstract int Count { get; }

    /// <summary>The codes of a chunk's rows.</summary>
    /// <param name="chunk">Of a pass over the rows.</param>
    /// <param name="buffer">As long as the chunk, to be written to where the codes stand nowhere else. Several threads ask at once.</param>
    public abstract ReadOnlySpan<int> Of(Chunk chunk, Span<int> buffer);

    /// <summary>Says that all rows have been seen.</summary>
    /// <returns>The unit of each code, where codes were given as units were met; null where a code is the number of its unit.</returns>
    public virtual int[]? Complete() => null;
}

/// <summary>Units that are numbered already, row by row.</summary>
internal sealed class NumberedUnits(int[] unitOfRow, int count) : UnitCodes
{
    public override int Count => count;

    public override ReadOnlySpan<int> Of(Chunk chunk, Span<int> buffer) => unitOfRow.AsSpan((int)chunk.FirstRow, chunk.RowCount);
}

/// <summary>All rows in one unit.</summary>
internal sealed class OneUnit : UnitCodes
{
    public override int Count => 1;

    public override ReadOnlySpan<int> Of(Chunk chunk, Span<int> buffer)
    {
        Span<int> codes = buffer[..chunk.RowCount];
        codes.Clear();
        return codes;
    }
}
