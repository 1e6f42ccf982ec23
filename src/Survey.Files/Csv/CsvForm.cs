using System.Text;

namespace Survey.Files.Csv;

/// <summary>What the bytes of a CSV file are: where its fields end, how its texts are written, and what its columns are called.</summary>
/// <param name="File">The name as the user gave it.</param>
/// <param name="Text">How its bytes become text.</param>
/// <param name="Delimiter">The character between fields.</param>
/// <param name="HeaderRow">The record that holds the names, from 1.</param>
/// <param name="Columns">Their names.</param>
internal sealed record CsvForm(string File, FileText Text, char Delimiter, int HeaderRow, IReadOnlyList<string> Columns)
{
    /// <summary>Stands between fields where the delimiter is no ASCII. No text in UTF-8 has it.</summary>
    private const byte NoText = 0xFF;

    /// <summary>Whether its bytes are read as they are. Those of other files are written as UTF-8 first.</summary>
    public bool IsRaw { get; } = Delimiter < 128 && (IsUtf8(Text) || (IsGb18030(Text) && IsNoTrail(Delimiter)));

    /// <summary>The byte between fields.</summary>
    public byte DelimiterByte { get; } = Delimiter < 128 ? (byte)Delimiter : NoText;

    /// <summary>How texts are written in the bytes that are scanned.</summary>
    public Encoding Scanned { get; } = Delimiter >= 128 ? EncodingWith(Delimiter) : IsGb18030(Text) && IsNoTrail(Delimiter) ? Text.Encoding : Encodings.Of(TextEncoding.Utf8);

    /// <summary>How texts are written in the bytes that are cut into fields.</summary>
    public Encoding Cut => IsScannedAsUtf8 ? Scanned : Encodings.Of(TextEncoding.Utf8);

    /// <summary>Whether the bytes that are scanned are UTF-8; else they are GB18030.</summary>
    public bool IsScannedAsUtf8 => !IsGb18030(Scanned);

    private static bool IsUtf8(FileText text) => text.Encoding.CodePage == Encoding.UTF8.CodePage;

    private static bool IsGb18030(FileText text) => IsGb18030(text.Encoding);

    private static bool IsGb18030(Encoding encoding) => encoding.CodePage == Encodings.Of(TextEncoding.Gb18030).CodePage;

    /// <summary>Whether an ASCII character is never part of another character in GB18030, as digits, letters and a bar may be.</summary>
    private static bool IsNoTrail(char delimiter) => delimiter is < '0' or (> '9' and < '@');

    private static Encoding EncodingWith(char delimiter) => Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(delimiter.ToString()));
}
