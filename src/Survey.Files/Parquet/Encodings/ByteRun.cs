namespace Survey.Files.Parquet.Encodings;

/// <summary>Some values of bytes, one after another in an array.</summary>
internal sealed class ByteRun
{
    /// <summary>The most values of a run.</summary>
    public const int Most = 1024;

    private readonly int[] _starts = new int[Most], _lengths = new int[Most];

    /// <summary>Where they stand.</summary>
    public byte[] Array { get; set; } = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int k] => Array.AsSpan(_starts[k], _lengths[k]);

    public void Clear() => Count = 0;

    /// <summary>Tells where the values stand.</summary>
    public void CopyTo(Span<int> starts, Span<int> lengths)
    {
        _starts.AsSpan(0, Count).CopyTo(starts);
        _lengths.AsSpan(0, Count).CopyTo(lengths);
    }

    public void Add(int start, int length)
    {
        if (length > ParquetLimits.LongestText)
            throw new InvalidDataException($"a value of {Invariant.Count(length)} bytes is longer than the {Invariant.Count(ParquetLimits.LongestText)} that one may have");
        _starts[Count] = start;
        _lengths[Count++] = length;
    }
}
