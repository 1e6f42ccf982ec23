using System.Runtime.InteropServices;

namespace Survey.Files.Parquet.Encodings;

/// <summary>Reads the values of a page that are of one size, missing ones left out.</summary>
internal abstract class FixedValues<T>
    where T : unmanaged
{
    /// <summary>Reads the next values.</summary>
    /// <exception cref="InvalidDataException">There are fewer.</exception>
    public abstract void Read(Span<T> to);
}

/// <summary>Values as they are in memory.</summary>
internal sealed class PlainValues<T>(PageBytes bytes) : FixedValues<T>
    where T : unmanaged
{
    private PageBytes _left = bytes;

    public override void Read(Span<T> to)
    {
        Span<byte> room = MemoryMarshal.AsBytes(to);
        _left.Part(0, room.Length).Span.CopyTo(room);
        _left = _left.From(room.Length);
    }
}

/// <summary>Truths of one bit.</summary>
internal sealed class PlainFlags(PageBytes bytes) : FixedValues<byte>
{
    private long _bit;

    public override void Read(Span<byte> to)
    {
        if (_bit + to.Length > bytes.Length * 8L)
            throw PageBytes.Ended();
        ReadOnlySpan<byte> bits = bytes.Span;
        for (int k = 0; k < to.Length; k++, _bit++)
            to[k] = (byte)((bits[(int)(_bit >> 3)] >> (int)(_bit & 7)) & 1);
    }
}

/// <summary>Truths in runs, after the number of bytes of these.</summary>
internal sealed class RunFlags : FixedValues<byte>
{
    private readonly HybridRuns _runs;
    private readonly int[] _room = new int[256];

    public RunFlags(PageBytes bytes) => _runs = new HybridRuns(bytes.Part(4, MemoryMarshal.Read<int>(bytes.Part(0, 4).Span)), 1);

    public override void Read(Span<byte> to)
    {
        while (!to.IsEmpty)
        {
            Span<int> room = _room.AsSpan(0, Math.Min(to.Length, _room.Length));
            _runs.Read(room);
            for (int k = 0; k < room.Length; k++)
                to[k] = (byte)room[k];
            to = to[room.Length..];
        }
    }
}

/// <summary>The first bytes of all values, then the second bytes, and so on (BYTE_STREAM_SPLIT).</summary>
internal sealed class SplitValues<T> : FixedValues<T>
    where T : unmanaged
{
    private readonly PageBytes _bytes;
    private readonly int _count;
    private int _at;

    public SplitValues(PageBytes bytes) => (_bytes, _count) = (bytes, SplitTexts.CountOf(bytes, System.Runtime.CompilerServices.Unsafe.SizeOf<T>()));

    public override void Read(Span<T> to)
    {
        if (to.Length > _count - _at)
            throw PageBytes.Ended();
        Span<byte> room = MemoryMarshal.AsBytes(to);
        int width = to.Length == 0 ? 0 : room.Length / to.Length;
        for (int part = 0; part < width; part++)
        {
            ReadOnlySpan<byte> from = _bytes.Part((part * _count) + _at, to.Length).Span;
            for (int k = 0; k < from.Length; k++)
                room[(k * width) + part] = from[k];
        }
        _at += to.Length;
    }
}

/// <summary>A moment as Impala and Spark kept it: nanoseconds of the day, and the Julian day.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Int96(long Nanoseconds, int JulianDay);
