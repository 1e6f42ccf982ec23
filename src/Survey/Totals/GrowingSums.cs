namespace Survey;

/// <summary>Sums that begin at 0 and may become more, in an array that the next pass uses again.</summary>
internal sealed class GrowingSums : IDisposable
{
    /// <param name="length">How many sums.</param>
    public GrowingSums(int length) => Grow(length);

    /// <summary>The sums, and after them anything.</summary>
    public double[] Array { get; private set; } = [];

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    public Span<double> Span => Array.AsSpan(0, Length);

    /// <summary>Makes them more; those that are new are 0.</summary>
    public void Grow(int length)
    {
        double[] grown = Buffers.Rent<double>(length);
        Span.CopyTo(grown);
        grown.AsSpan(Length, length - Length).Clear();
        Dispose();
        (Array, Length) = (grown, length);
    }

    public void Dispose()
    {
        if (Length > 0)
            Buffers.Return(Array);
        (Array, Length) = ([], 0);
    }
}
