using System.Text;

namespace Survey.Files.Csv;

/// <summary>The encodings a file may have, all strict: bytes or characters that do not fit are an exception, never a question mark.</summary>
internal static class Encodings
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly (byte[] Bytes, TextEncoding Name, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], TextEncoding.Utf8, Utf8),
        ([0xFF, 0xFE], TextEncoding.Utf16, Utf16),
        ([0xFE, 0xFF], TextEncoding.Utf16, Utf16BigEndian),
        ([0x84, 0x31, 0x95, 0x33], TextEncoding.Gb18030, Gb18030),
    ];

    public static Encoding Of(TextEncoding name) =>
        name switch
        {
            TextEncoding.Utf8 => Utf8,
            TextEncoding.Gb18030 => Gb18030,
            TextEncoding.Utf16 => Utf16,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such encoding."),
        };

    /// <summary>The bytes a written file begins with.</summary>
    public static byte[] MarkOf(TextEncoding name) => name == TextEncoding.Gb18030 ? [] : Marks.First(mark => mark.Name == name).Bytes;

    public static string NameOf(TextEncoding name) => name switch { TextEncoding.Utf8 => "UTF-8", TextEncoding.Gb18030 => "GB18030", _ => "UTF-16" };

    /// <summary>The encoding that a file says or seems to have, its bytes unchecked; whoever reads it meets those that do not fit.</summary>
    public static FileText Presume(Stream stream, string file, TextEncoding? declared) =>
        Marked(stream, file, declared)?.Text ?? new FileText(declared is { } given ? Of(given) : Utf8, 0, null);

    /// <summary>The encoding of a whole file, every byte of it checked.</summary>
    public static FileText Detect(Stream stream, string file, TextEncoding? declared)
    {
        if (Marked(stream, file, declared) is { } marked)
            return Checked(stream, file, marked.Name, marked.Text);
        if (declared is { } given)
            return Checked(stream, file, given, new FileText(Of(given), 0, null));

        if (FirstUnreadable(stream, Utf8, 0) is not { } notUtf8)
            return new FileText(Utf8, 0, null);
        if (FirstUnreadable(stream, Gb18030, 0) is not { } notGb18030)
            return new FileText(Gb18030, 0, $"{file} was read as GB18030");
        long at = Math.Max(notUtf8, notGb18030);
        throw new SurveyDataException($"{file} is neither UTF-8 nor GB18030 text (byte {Invariant.Count(at + 1)} in line {LineOf(stream, at)} fits neither); save it as UTF-8, or declare its encoding.");
    }

    private static (TextEncoding Name, FileText Text)? Marked(Stream stream, string file, TextEncoding? declared)
    {
        byte[] head = new byte[4];
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        foreach ((byte[] bytes, TextEncoding name, Encoding encoding) in Marks)
            if (head.AsSpan(0, read).StartsWith(bytes))
                return declared is null || declared == name
                    ? (name, new FileText(encoding, bytes.Length, null))
                    : throw new SurveyDataException($"{file} begins with the byte order mark of {NameOf(name)} but was declared {NameOf(declared.Value)}; declare {NameOf(name)}, or leave the encoding to be found.");
        return null;
    }

    private static FileText Checked(Stream stream, string file, TextEncoding name, FileText text)
    {
        if (FirstUnreadable(stream, text.Encoding, text.MarkLength) is not { } at)
            return text;
        string line = name == TextEncoding.Utf16 ? "" : $" in line {LineOf(stream, at)}";
        throw new SurveyDataException($"{file} is not {NameOf(name)} text (byte {Invariant.Count(at + 1)}{line} does not fit); save it as {NameOf(name)}, or declare the encoding it has.");
    }

    /// <summary>The position of the first byte that does not fit, or null when all fit.</summary>
    private static long? FirstUnreadable(Stream stream, Encoding encoding, long start)
    {
        byte[] bytes = new byte[1 << 16];
        char[] characters = new char[encoding.GetMaxCharCount(bytes.Length)];
        Decoder decoder = encoding.GetDecoder();
        long position = start;
        stream.Position = start;
        try
        {
            bool isAscii = true; // up to here, so that the decoder has kept no bytes
            for (int read; (read = stream.Read(bytes)) > 0; position += read)
            {
                isAscii = isAscii && encoding.CodePage != Utf16.CodePage && encoding.CodePage != Utf16BigEndian.CodePage && Ascii.IsValid(bytes.AsSpan(0, read));
                if (!isAscii)
                    decoder.GetChars(bytes.AsSpan(0, read), characters, flush: false);
            }
            decoder.GetChars([], characters, flush: true);
            return null;
        }
        catch (DecoderFallbackException unreadable)
        {
            return Math.Max(start, position + unreadable.Index); // the index counts from the block, negative for bytes kept from the one before
        }
    }

    /// <summary>The line of a byte in text whose line ends are single bytes.</summary>
    private static long LineOf(Stream stream, long position)
    {
        byte[] bytes = new byte[1 << 16];
        long line = 1;
        byte before = 0;
        stream.Position = 0;
        while (position > 0 && stream.Read(bytes, 0, (int)Math.Min(bytes.Length, position)) is > 0 and int read)
        {
            position -= read;
            foreach (byte now in bytes.AsSpan(0, read))
            {
                if (now == '\r' || (now == '\n' && before != '\r'))
                    line++;
                before = now;
            }
        }
        return line;
    }
}

/// <summary>How a file's bytes become text.</summary>
/// <param name="Encoding">Strict, without a mark.</param>
/// <param name="MarkLength">Bytes of the byte order mark, to be skipped.</param>
/// <param name="Note">What should be said about it.</param>
internal sealed record FileText(Encoding Encoding, int MarkLength, string? Note);
