namespace Survey.Files.Csv;

/// <summary>How CSV files are read, which changes no result.</summary>
/// <param name="Threads">How many work at a time.</param>
/// <param name="Block">How many bytes are read at a time.</param>
/// <param name="FirstRows">How many rows show at first what the columns of streamed rows are.</param>
internal sealed record ReadPace(int Threads, int Block, int FirstRows = Chunk.Size)
{
    /// <summary>All processors, and blocks that stay in their cache.</summary>
    public static readonly ReadPace Usual = new(Environment.ProcessorCount, BlockReader.UsualBlock);
}
