using System.Text;

namespace Survey.Files.Parquet.Thrift;

/// <summary>Writes structs in Thrift's compact protocol (apache/thrift, doc/specs/thrift-compact-protocol.md). Fields of a struct are written by ascending number.</summary>
/// <param name="bytes">Where they go.</param>
internal sealed class CompactWriter(ByteBuffer bytes)
{
    private const int LongestShortList = 14, LongestStep = 15;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Stack<int> _outer = new();
    private int _last;

    /// <summary>Begins a struct that is no field: all there is, or an item of a list.</summary>
    public void Begin()
    {
        _outer.Push(_last);
        _last = 0;
    }

    /// <summary>Begins a struct that is a field.</summary>
    public void Begin(int field)
    {
        Header(field, ThriftType.Struct);
        Begin();
    }

    /// <summary>Ends the struct that was begun last.</summary>
    public void End()
    {
        bytes.Write((byte)ThriftType.Stop);
        _last = _outer.Pop();
    }

    public void I32(int field, int value)
    {
        Header(field, ThriftType.I32);
        Integer(value);
    }

    public void I64(int field, long value)
    {
        Header(field, ThriftType.I64);
        Integer(value);
    }

    public void Text(int field, string value)
    {
        Header(field, ThriftType.Binary);
        Text(value);
    }

    /// <summary>Begins a list; its items follow, without an end.</summary>
    public void List(int field, ThriftType of, int count)
    {
        Header(field, ThriftType.List);
        bytes.Write((byte)((Math.Min(count, LongestShortList + 1) << 4) | (int)of));
        if (count > LongestShortList)
            bytes.WriteVariable((ulong)count);
    }

    /// <summary>An item of a list of whole numbers.</summary>
    public void Integer(long value) => bytes.WriteVariable((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>An item of a list of texts.</summary>
    public void Text(string value)
    {
        int length = Strict.GetByteCount(value);
        bytes.WriteVariable((ulong)length);
        Strict.GetBytes(value, bytes.Room(length));
        bytes.Advance(length);
    }

    private void Header(int field, ThriftType type)
    {
        int step = field - _last;
        if (step is > 0 and <= LongestStep)
            bytes.Write((byte)((step << 4) | (int)type));
        else
        {
            bytes.Write((byte)type);
            Integer(field);
        }
        _last = field;
    }
}
