using System.Runtime.InteropServices;

namespace Survey.Files.Parquet.Encodings;

/// <summary>Reads the values of a page that are bytes, missing ones left out.</summary>
internal abstract class ByteValues
{
    /// <summary>Reads the next values, at least one.</summary>
    /// <param name="most">At the most so many.</param>
    /// <param name="run">Gets them; what it had is gone.</param>
    public void Read(int most, ByteRun run)
    {
        run.Clear();
        Fill(Math.Min(most, ByteRun.Most), run);
    }

    protected abstract void Fill(int most, ByteRun run);
}

/// <summary>Each after its length.</summary>
internal sealed class PlainTexts(PageBytes bytes) : ByteValues
{
    private PageBytes _left = bytes.Checked();

    protected override void Fill(int most, ByteRun run)
    {
        run.Array = _left.Array;
        int at = _left.Start, end = _left.End;
        ReadOnlySpan<byte> array = _left.Array;
        while (run.Count < most)
        {
            int length = at <= end - 4 ? MemoryMarshal.Read<int>(array[at..]) : throw PageBytes.Ended();
            at += 4;
            if (length < 0 || length > end - at)
                throw PageBytes.Ended();
            run.Add(at, length);
            at += length;
        }
        _left = _left.From(at - _left.Start);
    }
}

/// <summary>All of one length.</summary>
internal sealed class FixedTexts(PageBytes bytes, int width) : ByteValues
{
    private PageBytes _left = bytes;

    protected override void Fill(int most, ByteRun run)
    {
        run.Array = _left.Array;
        for (; run.Count < most; _left = _left.From(width))
            run.Add(_left.Part(0, width).Start, width);
    }
}

/// <summary>All of one length: the first bytes of all, then the second bytes, and so on.</summary>
internal sealed class SplitTexts(PageBytes bytes, int width) : ByteValues
{
    private readonly int _count = CountOf(bytes, width);
    private byte[] _room = [];
    private int _at;

    /// <summary>How many values such bytes hold.</summary>
    public static int CountOf(PageBytes bytes, int width) =>
        width > 0 && bytes.Length % width == 0 ? bytes.Length / width : throw new InvalidDataException($"its {Invariant.Count(bytes.Length)} bytes are no values of {width}");

    protected override void Fill(int most, ByteRun run)
    {
        if (most > _count - _at)
            throw PageBytes.Ended();
        if (_room.Length < most * width)
            _room = new byte[most * width];
        for (int part = 0; part < width; part++)
        {
            ReadOnlySpan<byte> from = bytes.Part((part * _count) + _at, most).Span;
            for (int k = 0; k < from.Length; k++)
                _room[(k * width) + part] = from[k];
        }
        run.Array = _room;
        for (int k = 0; k < most; k++)
            run.Add(k * width, width);
        _at += most;
    }
}

/// <summary>All lengths, as differences, before all the bytes (DELTA_LENGTH_BYTE_ARRAY).</summary>
internal sealed class LengthTexts : ByteValues
{
    private readonly DeltaNumbers _lengths;
    private readonly int[] _room = new int[ByteRun.Most];
    private PageBytes _left;

    public LengthTexts(PageBytes bytes)
    {
        _lengths = new DeltaNumbers(bytes);
        _left = bytes.From(new DeltaNumbers(bytes).Skip()); // lengths are few bytes and may be many: none is kept
    }

    protected override void Fill(int most, ByteRun run)
    {
        Span<int> lengths = _room.AsSpan(0, most);
        _lengths.Read(lengths);
        run.Array = _left.Array;
        foreach (int length in lengths)
        {
            run.Add(_left.Part(0, length).Start, length);
            _left = _left.From(length);
        }
    }
}

/// <summary>What each shares with the one before it, and the rest (DELTA_BYTE_ARRAY).</summary>
internal sealed class PrefixTexts : ByteValues
{
    private const int UsualRun = 1 << 24;

    private readonly DeltaNumbers _prefixes;
    private readonly LengthTexts _rests;
    private readonly ByteRun _rest = new();
    private readonly int[] _shared = new int[ByteRun.Most];
    private byte[] _room = [], _last = [];
    private readonly int _most; // so many at a time take little memory
    private int _lastLength;

    public PrefixTexts(PageBytes bytes)
    {
        _prefixes = new DeltaNumbers(bytes);
        PageBytes rests = bytes.From(new DeltaNumbers(bytes).Skip());
        _most = Math.Max(1, UsualRun / Math.Max(1, Longest(new DeltaNumbers(bytes), new DeltaNumbers(rests), bytes.Length)));
        _rests = new LengthTexts(rests);
    }

    /// <summary>The length of the longest text, and a look at what all come to, before any is made.</summary>
    private static int Longest(DeltaNumbers prefixes, DeltaNumbers rests, int bytes)
    {
        if (prefixes.Count != rests.Count)
            throw new InvalidDataException("it has not as many prefixes as rests");
        Span<int> shared = stackalloc int[128], added = stackalloc int[128];
        long length = 0, all = 0, longest = 0;
        while (prefixes.Taken < prefixes.Count)
        {
            int count = Math.Min(shared.Length, prefixes.Count - prefixes.Taken);
            prefixes.Read(shared[..count]);
            rests.Read(added[..count]);
            for (int k = 0; k < count; k++)
            {
                if (shared[k] < 0 || added[k] < 0 || shared[k] > length)
                    throw new InvalidDataException("a value shares more with the one before it than that has");
                length = shared[k] + (long)added[k];
                all += length;
                longest = Math.Max(longest, length);
            }
        }
        long most = Math.Min(ParquetLimits.MostFromPrefixes, (1 << 20) + (long)bytes * ParquetLimits.MostUnfolded);
        if (all > most)
            throw new InvalidDataException($"its prefixes unfold to {Invariant.Count(all)} bytes, more than the {Invariant.Count(most)} that such a page may");
        return (int)longest;
    }

    protected override void Fill(int most, ByteRun run)
    {
        most = Math.Min(most, _most);
        Span<int> shared = _shared.AsSpan(0, most);
        _prefixes.Read(shared);
        _rests.Read(most, _rest);
        int at = 0;
        for (int k = 0; k < most; k++)
        {
            ReadOnlySpan<byte> rest = _rest[k];
            int length = shared[k] + rest.Length;
            if (_room.Length - at < length)
                Array.Resize(ref _room, Math.Max(_room.Length * 2, at + length));
            Span<byte> value = _room.AsSpan(at, length);
            if (shared[k] > _lastLength)
                throw new InvalidDataException("a value shares more with the one before it than that has");
            (k == 0 ? _last : _room.AsSpan(at - _lastLength, _lastLength))[..shared[k]].CopyTo(value);
            rest.CopyTo(value[shared[k]..]);
            run.Add(at, length);
            at += length;
            _lastLength = length;
        }
        run.Array = _room;
        if (_last.Length < _lastLength)
            _last = new byte[Math.Max(_last.Length * 2, _lastLength)];
        _room.AsSpan(at - _lastLength, _lastLength).CopyTo(_last);
    }
}
