namespace Survey.Files;

/// <summary>Recognises files that are no text by their first bytes, to say what they are rather than what is wrong with them.</summary>
internal static class ForeignFormats
{
    public static void Refuse(Stream stream, string file)
    {
        Span<byte> head = stackalloc byte[8];
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        string? format = FormatOf(head[..read], stream);
        stream.Position = 0;
        if (format is not null)
            throw new SurveyDataException($"{file} is {format}, not CSV; export it as CSV (UTF-8) and read that.");
    }

    private static string? FormatOf(ReadOnlySpan<byte> head, Stream stream)
    {
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
            return "an Excel workbook (xlsx) or another zip archive";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "an Excel workbook (xls) or another old Office file";
        if (head.StartsWith("$FL2"u8) || head.StartsWith("$FL3"u8))
            return "an SPSS file (sav)";
        return head.StartsWith("PAR1"u8) && IsParquet(head, stream) ? "a Parquet file" : null;
    }

    /// <summary>"PAR1" may also be the name of a CSV file's first column; in Parquet a control byte follows it, and the file ends with it too.</summary>
    private static bool IsParquet(ReadOnlySpan<byte> head, Stream stream)
    {
        if (head.Length > 4 && head[4] < ' ' && head[4] is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))
            return true;
        Span<byte> tail = stackalloc byte[4];
        stream.Seek(-4, SeekOrigin.End);
        stream.ReadExactly(tail);
        return tail.SequenceEqual("PAR1"u8);
    }
}
