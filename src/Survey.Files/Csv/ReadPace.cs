namespace Survey.Files.Csv;

/// <summary>How CSV files are read, which changes no result.</summary>
/// <param name="Threads">How many work at a time.</param>
/// <param name="Block">How many bytes are read at a time.</param>
/// <param name="FirstRows">How many rows show at first what the columns of streamed rows are.</param>
internal sealed record ReadPace(int Threads, int Block, int FirstRows = Chunk.Size)
{
    /// <summary>As many threads as totals are made by, and blocks that stay in a processor's cache.</summary>
    public static ReadPace Usual => new(OrderedPass.Threads, BlockReader.UsualBlock);
}
