namespace Survey.Files.Parquet.Metadata;

/// <summary>What the end of a file says of it.</summary>
/// <param name="Schema">Its nodes, the root first.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Groups">The groups that hold them, in order.</param>
/// <param name="Notes">Texts that writers keep, by their keys.</param>
internal sealed record FileFooter(IReadOnlyList<SchemaNode> Schema, long Rows, IReadOnlyList<ParquetGroup> Groups, IReadOnlyList<(string Key, string Value)> Notes)
{
    /// <summary>The key of what is kept here of categories.</summary>
    public const string LevelsKey = "survey";
}

/// <summary>Some consecutive rows.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Columns">Where their columns stand, in the order of the schema.</param>
internal sealed record ParquetGroup(long Rows, ColumnChunk[] Columns);

/// <summary>Where one column of a group of rows stands.</summary>
internal readonly record struct ColumnChunk
{
    public PhysicalType Type { get; init; }
    public Codec Codec { get; init; }

    /// <summary>Missing ones included.</summary>
    public long Values { get; init; }

    /// <summary>In bytes, with the headers of the pages.</summary>
    public long Length { get; init; }

    public long DataAt { get; init; }

    /// <summary>0 where nothing is said.</summary>
    public long DictionaryAt { get; init; }
    public bool IsEncrypted { get; init; }
    public bool IsElsewhere { get; init; }

    /// <summary>Whether anything is said of it at all.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Its first page.</summary>
    public long Start => DictionaryAt > 0 && DictionaryAt < DataAt ? DictionaryAt : DataAt;
}
