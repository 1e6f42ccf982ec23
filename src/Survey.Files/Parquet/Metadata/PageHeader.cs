using Survey.Files.Parquet.Thrift;

namespace Survey.Files.Parquet.Metadata;

/// <summary>What stands before a page.</summary>
internal readonly record struct PageHeader
{
    public PageType Type { get; init; }

    /// <summary>Bytes of the page once it is unpacked, levels included.</summary>
    public int Unpacked { get; init; }

    /// <summary>Bytes of the page as it stands in the file.</summary>
    public int Packed { get; init; }

    public uint? Crc { get; init; }

    /// <summary>How many values, missing ones included; of a dictionary how many it has.</summary>
    public int Values { get; init; }

    public PageEncoding Encoding { get; init; }
    public PageEncoding LevelEncoding { get; init; }

    /// <summary>Of version 2: bytes of the levels of lists, which stand first and are never compressed.</summary>
    public int RepetitionBytes { get; init; }

    /// <summary>Of version 2: bytes of the levels that say which values are there, which follow and are never compressed.</summary>
    public int LevelBytes { get; init; }

    /// <summary>Of version 2: whether the values are compressed.</summary>
    public bool IsCompressed { get; init; }

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">They begin with it, and may go on.</param>
    /// <param name="length">How many of them it has.</param>
    public static PageHeader Read(ReadOnlySpan<byte> bytes, out int length)
    {
        var reader = new CompactReader(bytes);
        var header = new PageHeader { Type = (PageType)(-1), Values = -1, Packed = -1, Unpacked = -1, IsCompressed = true, LevelEncoding = PageEncoding.Rle };
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType type);)
            switch (field)
            {
                case 1: header = header with { Type = (PageType)reader.I32(type) }; break;
                case 2: header = header with { Unpacked = reader.I32(type) }; break;
                case 3: header = header with { Packed = reader.I32(type) }; break;
                case 4: header = header with { Crc = (uint)reader.I32(type) }; break;
                case 5 or 7 or 8: header = Details(ref reader, type, header, field); break;
                default: reader.Skip(type); break;
            }
        length = reader.Position;
        return header;
    }

    private static PageHeader Details(ref CompactReader reader, ThriftType structure, PageHeader header, int kind)
    {
        if (structure != ThriftType.Struct)
            throw new InvalidDataException("the header of the page is none");
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType type);)
            switch (kind, field)
            {
                case (_, 1): header = header with { Values = reader.I32(type) }; break;
                case (5 or 7, 2) or (8, 4): header = header with { Encoding = (PageEncoding)reader.I32(type) }; break;
                case (5, 3): header = header with { LevelEncoding = (PageEncoding)reader.I32(type) }; break;
                case (8, 5): header = header with { LevelBytes = reader.I32(type) }; break;
                case (8, 6): header = header with { RepetitionBytes = reader.I32(type) }; break;
                case (8, 7): header = header with { IsCompressed = CompactReader.Flag(type) }; break;
                default: reader.Skip(type); break;
            }
        return header;
    }
}
