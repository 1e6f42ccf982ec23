namespace Survey.Files;

/// <summary>How a table is written.</summary>
public sealed record WriteOptions
{
    /// <summary>The character between fields.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The encoding; UTF-8 and UTF-16 (little-endian) are written with a byte order mark, by which Excel knows them.</summary>
    public TextEncoding Encoding { get; init; } = TextEncoding.Utf8;

    internal void Check()
    {
        ReadOptions.CheckDelimiter(Delimiter, nameof(Delimiter));
        if (!Enum.IsDefined(Encoding))
            throw new ArgumentOutOfRangeException(nameof(Encoding), Encoding, "There is no such encoding.");
    }
}
