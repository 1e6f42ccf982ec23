using System.Buffers.Binary;
using System.Text;
using Survey.Files.Parquet;

namespace Survey.Files.Tests.Parquet;

/// <summary>Reads whatever stands in Thrift's compact protocol, plainly, as a second opinion on what was written: structs are dictionaries by field, lists lists, whole numbers long, texts string.</summary>
internal ref struct ThriftTree(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Where reading has come to.</summary>
    public int At { get; private set; }

    public Dictionary<int, object> Struct()
    {
        var fields = new Dictionary<int, object>();
        for (int last = 0; Next() is var head && head != 0;)
        {
            last = head >> 4 == 0 ? (int)Integer() : last + (head >> 4);
            fields.Add(last, Value((ThriftType)(head & 15)));
        }
        return fields;
    }

    private object Value(ThriftType type) =>
        type switch
        {
            ThriftType.True => true,
            ThriftType.False => false,
            ThriftType.I16 or ThriftType.I32 or ThriftType.I64 => Integer(),
            ThriftType.Binary => Text(),
            ThriftType.List => List(),
            ThriftType.Struct => Struct(),
            _ => throw new NotSupportedException($"{type} is not written."),
        };

    private List<object> List()
    {
        int head = Next();
        ulong count = head >> 4 == 15 ? Variable() : (ulong)(head >> 4);
        var items = new List<object>();
        for (ulong k = 0; k < count; k++)
            items.Add(Value((ThriftType)(head & 15)));
        return items;
    }

    private string Text()
    {
        int length = (int)Variable();
        At += length;
        return Encoding.UTF8.GetString(_bytes[(At - length)..At]);
    }

    private long Integer() => Variable() is var value ? (long)(value >> 1) ^ -(long)(value & 1) : 0;

    private ulong Variable()
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = Next();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }

    private byte Next() => _bytes[At++];

    /// <summary>The metadata at the end of a Parquet file.</summary>
    public static Dictionary<int, object> FooterOf(byte[] file)
    {
        Assert.That(file.AsSpan(0, 4).SequenceEqual("PAR1"u8) && file.AsSpan(file.Length - 4).SequenceEqual("PAR1"u8), "begins and ends as Parquet does");
        int length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(file.Length - 8));
        var tree = new ThriftTree(file.AsSpan(file.Length - 8 - length, length));
        Dictionary<int, object> footer = tree.Struct();
        Assert.That(tree.At, Is.EqualTo(length), "the footer fills its length");
        return footer;
    }
}
