namespace Survey.Files;

/// <summary>How tables and rows are written.</summary>
public sealed record WriteOptions
{
    /// <summary>The character between fields of CSV.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The encoding of CSV; UTF-8 and UTF-16 (little-endian) are written with a byte order mark, by which Excel knows them.</summary>
    public TextEncoding Encoding { get; init; } = TextEncoding.Utf8;

    /// <summary>Columns that are written although they look like personal data, such as codes in the form of phone numbers; any other that does is refused. Each must be a column of what is written.</summary>
    public IReadOnlyList<string> PersonalDataAllowedIn { get; init; } = [];

    internal void Check()
    {
        ReadOptions.CheckDelimiter(Delimiter, nameof(Delimiter));
        if (!Enum.IsDefined(Encoding))
            throw new ArgumentOutOfRangeException(nameof(Encoding), Encoding, "There is no such encoding.");
    }
}
