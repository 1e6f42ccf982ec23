namespace Survey.Files.Tests.Parquet.Made;

public enum MadeType
{
    Bit = 0,
    I32 = 1,
    I64 = 2,
    I96 = 3,
    F32 = 4,
    F64 = 5,
    Bytes = 6,
    Fixed = 7,
}

public enum MadeCodec
{
    None = 0,
    Snappy = 1,
    Gzip = 2,
    Lzo = 3,
    Brotli = 4,
    Lz4 = 5,
    Zstd = 6,
    Lz4Raw = 7,
}

public enum MadeEncoding
{
    Plain = 0,
    PlainDictionary = 2,
    Rle = 3,
    BitPacked = 4,
    Delta = 5,
    DeltaLength = 6,
    DeltaBytes = 7,
    Dictionary = 8,
    Split = 9,
}

/// <summary>What the footer says of where the dictionary stands.</summary>
public enum DictionaryOffset
{
    Right,
    Zero,
    Absent,
}

/// <summary>A column of a file that is made for a test.</summary>
internal sealed record MadeColumn(string Name, MadeType Type)
{
    public bool IsOptional { get; init; } = true;

    /// <summary>Bytes of a value of fixed length.</summary>
    public int? Length { get; init; }

    public int? Converted { get; init; }
    public int? Scale { get; init; }
    public int? Precision { get; init; }
    public byte[]? Logical { get; init; }
    public MadeCodec Codec { get; init; }
    public DictionaryOffset DictionaryOffset { get; init; }

    /// <summary>Nodes above it, the outermost first: the converted type of each, and whether it repeats.</summary>
    public IReadOnlyList<(int? Converted, bool Repeats)> Above { get; init; } = [];

    /// <summary>Whether its values are lists without a node above them.</summary>
    public bool Repeats { get; init; }

    /// <summary>The file that is said to hold its values.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>Whether its chunks are said to be encrypted.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Its nodes of the schema.</summary>
    public IEnumerable<byte[]> Nodes()
    {
        for (int k = 0; k < Above.Count; k++)
            yield return new ThriftWriter().I32(3, Above[k].Repeats ? 2 : 1).Text(4, k == 0 ? Name : "inner").I32(5, 1).I32(6, Above[k].Converted).Bytes;
        yield return new ThriftWriter().I32(1, (int)Type).I32(2, Length).I32(3, Repeats ? 2 : IsOptional ? 1 : 0).Text(4, Above.Count > 0 ? "element" : Name).I32(6, Converted).I32(7, Scale).I32(8, Precision).Struct(10, Logical).Bytes;
    }

    /// <summary>A logical type without parameters.</summary>
    public static byte[] Meaning(int kind) => Meaning(kind, new ThriftWriter());

    public static byte[] Meaning(int kind, ThriftWriter parameters) => new ThriftWriter().Struct(kind, parameters.Bytes).Bytes;

    public static byte[] OfDecimal(int scale, int precision) => Meaning(5, new ThriftWriter().I32(1, scale).I32(2, precision));

    /// <summary>Times (7) and moments (8); the unit is 1 ms, 2 µs, 3 ns.</summary>
    public static byte[] OfTime(int kind, int unit) => Meaning(kind, new ThriftWriter().Bool(1, true).Struct(2, Meaning(unit)));

    public static byte[] OfWhole(int bits, bool isSigned) => Meaning(10, new ThriftWriter().I8(1, (sbyte)bits).Bool(2, isSigned));
}
