using System.Buffers.Binary;
using System.IO.Hashing;

namespace Survey.Files.Tests.Parquet.Made;

public enum MadePageKind
{
    Data = 0,
    Index = 1,
    Dictionary = 2,
    Data2 = 3,
}

/// <summary>A page of a file that is made for a test, with room for lies.</summary>
internal sealed record MadePage(MadePageKind Kind, int Values, MadeEncoding Encoding, byte[] Body)
{
    public MadeEncoding LevelEncoding { get; init; } = MadeEncoding.Rle;

    /// <summary>In version 1 with what tells their length.</summary>
    public byte[] Levels { get; init; } = [];

    /// <summary>What version 2 says of its compression; null says nothing.</summary>
    public bool? IsCompressed { get; init; }

    /// <summary>Null writes no sum of the bytes; other numbers than 0 make it wrong.</summary>
    public int? CrcError { get; init; }

    /// <summary>Levels of lists, which say of every row that it begins one.</summary>
    public byte[] RepetitionLevels { get; init; } = [];

    public int? ClaimedUnpacked { get; init; }
    public int? ClaimedPacked { get; init; }
    public int? ClaimedValues { get; init; }
    public int? ClaimedLevelBytes { get; init; }

    /// <summary>The bytes in the file instead of those that the codec makes.</summary>
    public byte[]? Packed { get; init; }

    /// <summary>Texts in the header, as statistics have them.</summary>
    public byte[]? LongestValue { get; init; }

    /// <summary>A page of values, some of which may be missing.</summary>
    /// <param name="version">1 or 2.</param>
    /// <param name="encoding">Of the values.</param>
    /// <param name="present">Whether each row has a value; null where the column has no levels.</param>
    /// <param name="body">The values that are there, encoded.</param>
    /// <param name="rows">How many rows, if there are no levels.</param>
    /// <param name="random">Chooses how the levels are written.</param>
    public static MadePage Of(int version, MadeEncoding encoding, bool[]? present, byte[] body, int rows, Random random)
    {
        MadeEncoding levels = version == 1 && random.Next(4) == 0 ? MadeEncoding.BitPacked : MadeEncoding.Rle;
        int[] numbers = [.. (present ?? []).Select(has => has ? 1 : 0)];
        byte[] bytes = present is null || present.Length == 0 ? [] : levels == MadeEncoding.BitPacked ? Encode.HighestFirst(numbers) : Encode.Hybrid(numbers, 1, random);
        if (version == 1 && levels == MadeEncoding.Rle && present is { Length: > 0 })
            bytes = Encode.AfterLength(bytes);
        return new MadePage(version == 1 ? MadePageKind.Data : MadePageKind.Data2, present?.Length ?? rows, encoding, body) { LevelEncoding = levels, Levels = bytes };
    }

    /// <summary>Its header and what follows it in the file.</summary>
    public (byte[] Header, byte[] Body) Bytes(MadeCodec codec)
    {
        bool isVersion2 = Kind == MadePageKind.Data2;
        byte[] plain = isVersion2 ? Body : [.. Levels, .. Body];
        byte[] packed = Packed ?? (isVersion2 && IsCompressed == false ? plain : Pack.Of(codec, plain));
        byte[] body = isVersion2 ? [.. RepetitionLevels, .. Levels, .. packed] : packed;
        int unpacked = ClaimedUnpacked ?? plain.Length + (isVersion2 ? Levels.Length + RepetitionLevels.Length : 0);
        var header = new ThriftWriter().I32(1, (int)Kind).I32(2, unpacked).I32(3, ClaimedPacked ?? body.Length);
        if (CrcError is { } error)
            header.I32(4, (int)BinaryPrimitives.ReadUInt32LittleEndian(Crc32.Hash(body)) + error);
        return (Details(header).Bytes, body);
    }

    private ThriftWriter Details(ThriftWriter header)
    {
        int values = ClaimedValues ?? Values;
        byte[]? statistics = LongestValue is null ? null : new ThriftWriter().Binary(1, LongestValue).Binary(2, LongestValue).Bytes;
        return Kind switch
        {
            MadePageKind.Data => header.Struct(5, new ThriftWriter().I32(1, values).I32(2, (int)Encoding).I32(3, (int)LevelEncoding).I32(4, (int)MadeEncoding.Rle).Struct(5, statistics).Bytes),
            MadePageKind.Index => header.Struct(6, new ThriftWriter().Bytes),
            MadePageKind.Dictionary => header.Struct(7, new ThriftWriter().I32(1, values).I32(2, (int)Encoding).Bytes),
            _ => header.Struct(8, Version2(values, statistics)),
        };
    }

    private byte[] Version2(int values, byte[]? statistics)
    {
        var details = new ThriftWriter().I32(1, values).I32(2, 0).I32(3, values).I32(4, (int)Encoding).I32(5, ClaimedLevelBytes ?? Levels.Length).I32(6, RepetitionLevels.Length);
        return (IsCompressed is { } isCompressed ? details.Bool(7, isCompressed) : details).Struct(8, statistics).Bytes;
    }
}
