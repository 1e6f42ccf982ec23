using System.Text;

namespace Survey.Files.Csv;

/// <summary>Lines of bytes.</summary>
internal static class CsvLines
{
    /// <summary>How many line ends there are; CRLF is one.</summary>
    public static long Count(ReadOnlySpan<byte> bytes)
    {
        int feeds = bytes.Count((byte)'\n'), returns = bytes.Count((byte)'\r');
        return returns == 0 ? feeds : (long)feeds + returns - bytes.Count("\r\n"u8);
    }

    /// <summary>Whether a record is one field of nothing but blanks, without quotes.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> record, CsvForm form, Encoding encoding)
    {
        if (record.IsEmpty)
            return true;
        if (record[0] is > (byte)' ' and < 127 || record.Contains(form.DelimiterByte))
            return false;
        // most records tell by their first characters
        Decoder decoder = encoding.GetDecoder();
        Span<char> characters = stackalloc char[64];
        while (!record.IsEmpty)
        {
            decoder.Convert(record, characters, flush: true, out int bytes, out int count, out _);
            if (!characters[..count].IsWhiteSpace())
                return false;
            record = record[bytes..];
        }
        return true;
    }
}
