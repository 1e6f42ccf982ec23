using System.Text;

namespace Survey.Files.Tests.Parquet.Made;

/// <summary>Writes a structure of the compact protocol of Thrift, field after field. Written apart from what reads it.</summary>
internal sealed class ThriftWriter
{
    private const int TrueType = 1, FalseType = 2, ByteType = 3, I32Type = 5, I64Type = 6, BinaryType = 8, ListType = 9, StructType = 12;

    private readonly List<byte> _bytes = [];
    private int _last;

    /// <summary>The fields so far, and the end of the structure.</summary>
    public byte[] Bytes => [.. _bytes, 0];

    public ThriftWriter I32(int field, int? value) => value is { } known ? Raw(field, I32Type, Zigzag(known)) : this;

    public ThriftWriter I64(int field, long? value) => value is { } known ? Raw(field, I64Type, Zigzag(known)) : this;

    public ThriftWriter I8(int field, sbyte value) => Raw(field, ByteType, [(byte)value]);

    public ThriftWriter Bool(int field, bool value) => Raw(field, value ? TrueType : FalseType, []);

    public ThriftWriter Text(int field, string value) => Binary(field, Encoding.UTF8.GetBytes(value));

    public ThriftWriter Binary(int field, byte[] value) => Raw(field, BinaryType, [.. Varint((ulong)value.Length), .. value]);

    public ThriftWriter Struct(int field, byte[]? value) => value is null ? this : Raw(field, StructType, value);

    public ThriftWriter Structs(int field, IReadOnlyList<byte[]> values) => Raw(field, ListType, [.. ListHead(values.Count, StructType), .. values.SelectMany(value => value)]);

    public ThriftWriter I32s(int field, params int[] values) => Raw(field, ListType, [.. ListHead(values.Length, I32Type), .. values.SelectMany(value => Zigzag(value))]);

    /// <summary>A field of any type, right or wrong.</summary>
    public ThriftWriter Raw(int field, int type, byte[] value)
    {
        if (field > _last && field - _last < 16)
            _bytes.Add((byte)(((field - _last) << 4) | type));
        else
            _bytes.AddRange([(byte)type, .. Zigzag(field)]);
        _bytes.AddRange(value);
        _last = field;
        return this;
    }

    public static byte[] Zigzag(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    public static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value > 127; value >>= 7)
            bytes.Add((byte)(value | 128));
        return [.. bytes, (byte)value];
    }

    private static byte[] ListHead(int count, int type) => count < 15 ? [(byte)((count << 4) | type)] : [(byte)(0xF0 | type), .. Varint((ulong)count)];
}
