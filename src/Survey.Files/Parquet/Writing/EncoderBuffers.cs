namespace Survey.Files.Parquet.Writing;

/// <summary>What a thread needs to encode columns, one after another.</summary>
internal sealed class EncoderBuffers : IDisposable
{
    /// <summary>Values of a chunk's rows that have one.</summary>
    public ulong[] Values { get; } = new ulong[Chunk.Size];

    /// <summary>Codes of levels of a chunk's rows that have one.</summary>
    public int[] Codes { get; } = new int[Chunk.Size];

    public byte[] Flags { get; } = new byte[Chunk.Size];

    /// <summary>Indexes into a dictionary.</summary>
    public int[] Indexes { get; } = new int[Chunk.Size];

    /// <summary>1 for each row of a chunk that has a value, 0 for each that has none.</summary>
    public byte[] Present { get; } = new byte[Chunk.Size];

    /// <summary>The different values of the column at hand.</summary>
    public ValueTable Table { get; } = new();

    /// <summary>The different texts of the column at hand.</summary>
    public TextTable Texts { get; } = new();

    /// <summary>The page at hand.</summary>
    public ByteBuffer Page { get; } = new();

    /// <summary>The values of the page at hand.</summary>
    public ByteBuffer PageValues { get; } = new();

    public ByteBuffer Compressed { get; } = new();

    public ByteBuffer Header { get; } = new();

    public void Dispose()
    {
        foreach (ByteBuffer buffer in (ByteBuffer[])[Page, PageValues, Compressed, Header])
            buffer.Dispose();
        Texts.Dispose();
    }
}
