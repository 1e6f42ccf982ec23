using System.Buffers.Binary;

namespace Survey.Files.Parquet.Encodings;

/// <summary>Small numbers as runs of one number and runs packed by bits (RLE hybrid): levels, places in a dictionary, truths.</summary>
internal sealed class HybridRuns
{
    private readonly PageBytes _bytes;
    private readonly int _width;
    private int _at; // of the next run
    private long _left; // of this run
    private bool _isPacked;
    private int _value;
    private long _bit; // of the next packed number

    /// <param name="bytes">The runs and nothing else.</param>
    /// <param name="width">Bits of a number.</param>
    public HybridRuns(PageBytes bytes, int width)
    {
        if (width is < 0 or > 32)
            throw new InvalidDataException($"its numbers claim {width} bits");
        (_bytes, _width) = (bytes.Checked(), width);
    }

    /// <summary>Reads the next numbers.</summary>
    public void Read(Span<int> to)
    {
        while (!to.IsEmpty)
        {
            if (_left == 0)
                NextRun();
            int count = (int)Math.Min(_left, to.Length);
            if (_isPacked)
            {
                Bits.Unpack(_bytes, _bit, _width, to[..count]);
                _bit += (long)count * _width;
            }
            else
                to[..count].Fill(_value);
            _left -= count;
            to = to[count..];
        }
    }

    /// <summary>How many of the next numbers are the same, if a run says so; none where it does not.</summary>
    /// <param name="most">As many are taken at the most.</param>
    /// <param name="value">The number.</param>
    public int TakeRun(int most, out int value)
    {
        if (_left == 0)
            NextRun();
        value = _value;
        if (_isPacked)
            return 0;
        int count = (int)Math.Min(_left, most);
        _left -= count;
        return count;
    }

    private void NextRun()
    {
        ulong head = Varint.Read(_bytes.Span, ref _at);
        if (head > uint.MaxValue)
            throw new InvalidDataException("a run is longer than any page");
        _isPacked = (head & 1) == 1;
        if (_isPacked)
        {
            // the last run may be cut behind its last number
            long bytes = (long)(head >> 1) * _width, there = Math.Min(bytes, _bytes.Length - _at);
            _left = _width == 0 ? (long)(head >> 1) * 8 : there * 8 / _width;
            _bit = _at * 8L;
            _at += (int)there;
        }
        else
        {
            _left = (long)(head >> 1);
            _value = Value((_width + 7) / 8);
        }
        if (_left == 0)
            throw new InvalidDataException("it holds a run of no values, or ends before its values do");
    }

    private int Value(int bytes)
    {
        Span<byte> four = stackalloc byte[4];
        four.Clear();
        _bytes.Part(_at, bytes).Span.CopyTo(four);
        _at += bytes;
        uint value = BinaryPrimitives.ReadUInt32LittleEndian(four);
        return _width == 32 || value < 1u << _width ? (int)value : throw new InvalidDataException("a run repeats a number that its bits cannot hold");
    }
}
