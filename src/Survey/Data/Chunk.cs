namespace Survey;

/// <summary>Up to 65,536 consecutive rows of the columns asked for. What a kernel makes of a chunk depends on the chunk and nothing else.</summary>
/// <param name="firstRow">Number of the first row in the whole input, from 0.</param>
/// <param name="rowCount">Number of rows.</param>
/// <param name="columns">One for each column asked for, in that order; null where they are made when they are asked for.</param>
internal class Chunk(long firstRow, int rowCount, IReadOnlyList<Column>? columns) : IDisposable
{
    public const int Size = 65_536;

    /// <summary>Number of the first row in the whole input, from 0.</summary>
    public long FirstRow => firstRow;

    /// <summary>Number of rows.</summary>
    public int RowCount => rowCount;

    /// <summary>One for each column asked for, in that order. Of a file they are made here, by the thread that first asks.</summary>
    public virtual IReadOnlyList<Column> Columns => columns!;

    /// <summary>Some of its rows, as a chunk of their own.</summary>
    public Chunk Slice(int first, int count) => new(FirstRow + first, count, [.. Columns.Select(column => column.Slice(first, count))]);

    /// <summary>Gives back what its columns are kept in; nobody reads them any more.</summary>
    public virtual void Dispose()
    {
    }
}
