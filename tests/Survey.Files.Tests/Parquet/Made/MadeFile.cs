using System.Buffers.Binary;

namespace Survey.Files.Tests.Parquet.Made;

/// <summary>Makes Parquet files that no program writes any more, or should. Written apart from what reads them.</summary>
internal sealed class MadeFile(params MadeColumn[] columns)
{
    private readonly List<(long Rows, MadePage[][] Chunks)> _groups = [];
    private readonly List<(int Start, int Length)> _bodies = [];

    /// <summary>Instead of the sum of the groups.</summary>
    public long? ClaimedRows { get; init; }

    /// <summary>Instead of the rows of a group, in every chunk.</summary>
    public long? ClaimedValues { get; init; }

    /// <summary>Added to the length of every chunk.</summary>
    public long AddedToLength { get; init; }

    /// <summary>Instead of the type in the schema, in every chunk.</summary>
    public MadeType? ClaimedType { get; init; }

    /// <summary>What follows the fields of the footer.</summary>
    public Action<ThriftWriter> Further { get; init; } = _ => { };

    /// <summary>Where the bodies of the pages stand, once the file is made.</summary>
    public IReadOnlyList<(int Start, int Length)> Bodies => _bodies;

    /// <summary>Adds rows.</summary>
    /// <param name="rows">How many the group says it has.</param>
    /// <param name="chunks">The pages of each column.</param>
    public MadeFile Group(long rows, params MadePage[][] chunks)
    {
        _groups.Add((rows, chunks));
        return this;
    }

    /// <summary>One column whose values all stand in one group.</summary>
    public static byte[] Of(MadeColumn column, long rows, params MadePage[] pages) => new MadeFile(column).Group(rows, pages).Bytes();

    public byte[] Bytes()
    {
        var file = new MemoryStream();
        file.Write("PAR1"u8);
        byte[][] groups = [.. _groups.Select(group => Group(file, group.Rows, group.Chunks))];
        byte[] root = new ThriftWriter().Text(4, "schema").I32(5, columns.Length).Bytes;
        var footer = new ThriftWriter().I32(1, 1).Structs(2, [root, .. columns.SelectMany(column => column.Nodes())]).I64(3, ClaimedRows ?? _groups.Sum(group => group.Rows)).Structs(4, groups);
        Further(footer);
        return Whole(file, footer.Bytes);
    }

    /// <summary>A file of a footer alone.</summary>
    public static byte[] OfFooter(byte[] footer)
    {
        var file = new MemoryStream();
        file.Write("PAR1"u8);
        return Whole(file, footer);
    }

    private static byte[] Whole(MemoryStream file, byte[] footer)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        file.Write(footer);
        file.Write(length);
        file.Write("PAR1"u8);
        return file.ToArray();
    }

    private byte[] Group(MemoryStream file, long rows, MadePage[][] chunks) =>
        new ThriftWriter().Structs(1, [.. chunks.Select((pages, k) => Chunk(file, columns[k], rows, pages))]).I64(2, 0).I64(3, rows).Bytes;

    private byte[] Chunk(MemoryStream file, MadeColumn column, long rows, MadePage[] pages)
    {
        long start = file.Position, data = start;
        bool hasDictionary = pages.Length > 0 && pages[0].Kind == MadePageKind.Dictionary;
        for (int k = 0; k < pages.Length; k++)
        {
            if (k == 1 && hasDictionary && column.DictionaryOffset == DictionaryOffset.Right)
                data = file.Position;
            (byte[] header, byte[] body) = pages[k].Bytes(column.Codec);
            file.Write(header);
            _bodies.Add(((int)file.Position, body.Length));
            file.Write(body);
        }
        var facts = new ThriftWriter().I32(1, (int)(ClaimedType ?? column.Type)).I32s(2, 0).Raw(3, 9, [0x18, 1, (byte)'x']).I32(4, (int)column.Codec).I64(5, ClaimedValues ?? rows)
            .I64(6, file.Position - start).I64(7, file.Position - start + AddedToLength).I64(9, data);
        if (hasDictionary && column.DictionaryOffset != DictionaryOffset.Absent)
            facts.I64(11, column.DictionaryOffset == DictionaryOffset.Zero ? 0 : start);
        var chunk = new ThriftWriter();
        if (column.Elsewhere is { } other)
            chunk.Text(1, other);
        chunk.I64(2, start).Struct(3, facts.Bytes);
        return (column.IsEncrypted ? chunk.Struct(8, MadeColumn.Meaning(1)) : chunk).Bytes;
    }
}
