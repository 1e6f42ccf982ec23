using System.Text;

namespace Survey.Files.Parquet.Thrift;

/// <summary>Reads the compact protocol of Thrift. Whatever does not fit ends in an <see cref="InvalidDataException"/>, and bytes that end too soon in an <see cref="EndOfStreamException"/>.</summary>
internal ref struct CompactReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _depth;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>Begins a structure.</summary>
    public void Enter()
    {
        if (++_depth > ParquetLimits.DeepestNesting)
            throw new InvalidDataException($"structures stand more than {ParquetLimits.DeepestNesting} deep in one another");
    }

    /// <summary>The next field of a structure; at its end the structure is left.</summary>
    /// <param name="field">The number of the last field, 0 before the first; becomes that of the next.</param>
    /// <param name="type">Of the next field.</param>
    /// <returns>Whether there is one.</returns>
    public bool NextField(ref int field, out ThriftType type)
    {
        int head = Byte();
        type = TypeOf(head & 15);
        if (type == ThriftType.Stop)
        {
            _depth--;
            return false;
        }
        field = head >> 4 is var step and not 0 ? field + step : I16();
        return true;
    }

    /// <summary>A truth, which is the type of its field.</summary>
    public static bool Flag(ThriftType type) =>
        type == ThriftType.True || (type == ThriftType.False ? false : throw Other(ThriftType.True, type));

    /// <summary>A number of 32 bits.</summary>
    public int I32(ThriftType type)
    {
        Expect(ThriftType.I32, type);
        return (int)Zigzag();
    }

    /// <summary>A number of 64 bits.</summary>
    public long I64(ThriftType type)
    {
        Expect(ThriftType.I64, type);
        return Zigzag();
    }

    /// <summary>Bytes.</summary>
    public ReadOnlySpan<byte> Binary(ThriftType type)
    {
        Expect(ThriftType.Binary, type);
        return Take(Varint());
    }

    /// <summary>A text.</summary>
    public string Text(ThriftType type)
    {
        ReadOnlySpan<byte> text = Binary(type);
        return System.Text.Unicode.Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw new InvalidDataException("a name is not UTF-8");
    }

    /// <summary>Begins a list.</summary>
    /// <param name="type">Of the field.</param>
    /// <param name="of">The type of its items.</param>
    /// <returns>How many items follow, each of at least one byte.</returns>
    public int List(ThriftType type, ThriftType of)
    {
        Expect(ThriftType.List, type);
        int count = ListHead(out ThriftType items);
        if (count > 0)
            Expect(of, items);
        return count;
    }

    /// <summary>Passes a value over.</summary>
    public void Skip(ThriftType type)
    {
        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Byte:
                Take(1);
                break;
            case ThriftType.I16 or ThriftType.I32 or ThriftType.I64:
                Varint();
                break;
            case ThriftType.Double:
                Take(8);
                break;
            case ThriftType.Binary:
                Take(Varint());
                break;
            case ThriftType.List or ThriftType.Set:
                SkipList();
                break;
            case ThriftType.Map:
                SkipMap();
                break;
            default:
                SkipStructure();
                break;
        }
    }

    private void SkipStructure()
    {
        Enter();
        int field = 0;
        while (NextField(ref field, out ThriftType type))
            Skip(type);
    }

    private void SkipList()
    {
        Enter();
        int count = ListHead(out ThriftType items);
        for (int k = 0; k < count; k++)
            SkipItem(items);
        _depth--;
    }

    private void SkipMap()
    {
        Enter();
        int count = Count(Varint());
        int types = count == 0 ? 0 : Byte();
        for (int k = 0; k < count; k++)
        {
            SkipItem(TypeOf(types >> 4));
            SkipItem(TypeOf(types & 15));
        }
        _depth--;
    }

    /// <summary>In lists a truth is a byte of its own.</summary>
    private void SkipItem(ThriftType type) => Skip(type is ThriftType.True or ThriftType.False ? ThriftType.Byte : type);

    private int ListHead(out ThriftType items)
    {
        int head = Byte();
        items = TypeOf(head & 15);
        return Count(head >> 4 is var few and < 15 ? (ulong)few : Varint());
    }

    private readonly int Count(ulong claimed) =>
        claimed <= (ulong)(_bytes.Length - Position) ? (int)claimed : throw new InvalidDataException("a list claims more items than there are bytes");

    private int I16() => (int)Zigzag() is var value and >= 0 and <= short.MaxValue ? value : throw new InvalidDataException("a field has no possible number");

    private long Zigzag()
    {
        int at = Position;
        long value = Parquet.Varint.ReadZigzag(_bytes, ref at);
        Position = at;
        return value;
    }

    private ulong Varint()
    {
        int at = Position;
        ulong value = Parquet.Varint.Read(_bytes, ref at);
        Position = at;
        return value;
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)(_bytes.Length - Position))
            throw new EndOfStreamException("it ends within a value");
        Position += (int)count;
        return _bytes[(Position - (int)count)..Position];
    }

    private int Byte() => Position < _bytes.Length ? _bytes[Position++] : throw new EndOfStreamException("it ends within a value");

    private static ThriftType TypeOf(int number) => number <= (int)ThriftType.Struct ? (ThriftType)number : throw new InvalidDataException($"a value has the type {number}, which there is not");

    private static void Expect(ThriftType wanted, ThriftType met)
    {
        if (wanted != met)
            throw Other(wanted, met);
    }

    private static InvalidDataException Other(ThriftType wanted, ThriftType met) => new($"a field is {met}, not {wanted}");
}
