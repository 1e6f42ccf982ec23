namespace Survey;

/// <summary>Up to 65,536 consecutive rows of the columns asked for. What a kernel makes of a chunk depends on the chunk and nothing else.</summary>
/// <param name="FirstRow">Number of the first row in the whole input, from 0.</param>
/// <param name="RowCount">Number of rows.</param>
/// <param name="Columns">One for each column asked for, in that order.</param>
internal sealed record Chunk(long FirstRow, int RowCount, IReadOnlyList<Column> Columns)
{
    public const int Size = 65_536;

    /// <summary>Some of its rows, as a chunk of their own.</summary>
    public Chunk Slice(int first, int rowCount) => new(FirstRow + first, rowCount, [.. Columns.Select(column => column.Slice(first, rowCount))]);
}
