using System.Numerics;

namespace Survey.Files.Parquet.Encodings;

/// <summary>Whole numbers as differences from one to the next, less the least of a block, packed by bits (DELTA_BINARY_PACKED).</summary>
internal sealed class DeltaNumbers
{
    private const int MostInBlock = 1 << 20;

    private readonly PageBytes _bytes;
    private readonly int _miniblock, _miniblocks;
    private readonly ulong[] _room = new ulong[128];
    private int _at, _widthsAt, _next;
    private int _left; // of the miniblock
    private int _width;
    private long _bit;
    private long _least, _last;
    private bool _hasFirst;

    public DeltaNumbers(PageBytes bytes)
    {
        _bytes = bytes.Checked();
        ulong block = Varint(), miniblocks = Varint();
        Count = Varint() is var count and <= int.MaxValue ? (int)count : throw new InvalidDataException("it claims more differences than a page has values");
        if (block is 0 or > MostInBlock || miniblocks is 0 || block % 128 != 0 || miniblocks > block / 32 || block % (miniblocks * 32) != 0)
            throw new InvalidDataException($"its blocks of {block} differences in {miniblocks} parts are not possible");
        (_miniblocks, _miniblock) = ((int)miniblocks, (int)(block / miniblocks));
        _next = _miniblocks;
        _last = Zigzag();
    }

    /// <summary>How many numbers there are.</summary>
    public int Count { get; }

    /// <summary>How many were read.</summary>
    public int Taken { get; private set; }

    /// <summary>Reads the next numbers.</summary>
    public void Read<T>(Span<T> to)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (to.Length > Count - Taken)
            throw PageBytes.Ended();
        Taken += to.Length;
        if (!_hasFirst && !to.IsEmpty)
        {
            _hasFirst = true;
            to[0] = T.CreateTruncating(_last);
            to = to[1..];
        }
        while (!to.IsEmpty)
        {
            Span<ulong> room = NextDifferences(to.Length);
            for (int k = 0; k < room.Length; k++)
            {
                _last += _least + (long)room[k];
                to[k] = T.CreateTruncating(_last);
            }
            to = to[room.Length..];
        }
    }

    /// <summary>Where the bytes go on behind all the numbers.</summary>
    public int Skip()
    {
        Span<long> room = stackalloc long[128];
        while (Taken < Count)
            Read(room[..Math.Min(room.Length, Count - Taken)]);
        return _at;
    }

    private Span<ulong> NextDifferences(int most)
    {
        if (_left == 0)
            NextMiniblock();
        Span<ulong> room = _room.AsSpan(0, Math.Min(Math.Min(_left, most), _room.Length));
        Bits.Unpack(_bytes, _bit, _width, room);
        _bit += (long)_width * room.Length;
        _left -= room.Length;
        return room;
    }

    private void NextMiniblock()
    {
        if (_next == _miniblocks)
        {
            _least = Zigzag();
            (_widthsAt, _next) = (_at, 0);
            _at += _bytes.Part(_at, _miniblocks).Length;
        }
        _width = _bytes.Part(_widthsAt + _next++, 1).Span[0];
        if (_width > 64)
            throw new InvalidDataException($"its differences claim {_width} bits");
        _bit = _at * 8L;
        _left = _miniblock;
        long end = _at + ((long)_miniblock * _width / 8); // the last one may be cut behind its last number
        _at = (int)Math.Min(end, _bytes.Length);
    }

    private long Zigzag() => Parquet.Varint.ReadZigzag(_bytes.Span, ref _at);

    private ulong Varint() => Parquet.Varint.Read(_bytes.Span, ref _at);
}

/// <summary>Values of a column that are so kept.</summary>
internal sealed class DeltaValues<T>(PageBytes bytes) : FixedValues<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly DeltaNumbers _numbers = new(bytes);

    public override void Read(Span<T> to) => _numbers.Read(to);
}
