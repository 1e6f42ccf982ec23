using System.Text;

namespace Survey.Files;

/// <summary>The formats of files that are read.</summary>
internal enum FileFormat
{
    /// <summary>Text with a delimiter.</summary>
    Csv,

    /// <summary>A zip archive, as an Excel workbook (xlsx) is.</summary>
    Zip,

    /// <summary>A compound file, as an Excel workbook of 1997 to 2003 (xls) is.</summary>
    CompoundFile,

    /// <summary>Columns with a footer.</summary>
    Parquet,
}

/// <summary>Tells formats apart by the first bytes of a file, never by its name, and says what a file is that cannot be read.</summary>
internal static class FileFormats
{
    private const string SaveAsWorkbook = "open it in Excel, save it as a workbook (xlsx)", ExportAsCsv = "export it as CSV (UTF-8)";

    /// <summary>How texts begin that are no CSV. Survey platforms call web pages and XML of Excel 2003 "xls".</summary>
    private static readonly (string Begin, string Format)[] Markup =
    [
        ("<?mso-application", "an XML workbook (Excel 2003)"), ("<?xml", "an XML file, such as a workbook of Excel 2003"), ("<html", "a web page (HTML)"), ("<!doctype", "a web page (HTML)"),
        ("<table", "a web page (HTML)"), ("<head", "a web page (HTML)"), ("<meta", "a web page (HTML)"), ("<style", "a web page (HTML)"), ("<body", "a web page (HTML)"), ("MIME-Version:", "a saved web page (MHTML)"),
    ];

    /// <summary>The format of a file; the stream is left at its beginning.</summary>
    public static FileFormat Of(Stream stream, string file)
    {
        Span<byte> head = stackalloc byte[256];
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        head = head[..read];
        bool isEncrypted = head.StartsWith("PARE"u8) && IsParquet(head, stream);
        bool isParquet = head.StartsWith("PAR1"u8) && IsParquet(head, stream);
        if (isEncrypted)
            throw new SurveyDataException($"{file} is an encrypted Parquet file, and such are not read; write it without encryption and read that.");
        (string Format, string WayOut)? foreign = ForeignFormat(head);
        stream.Position = 0;
        if (foreign is { } known)
            throw new SurveyDataException($"{file} is {known.Format}, neither CSV nor Parquet nor an Excel workbook; {known.WayOut} and read that.");
        if (Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal))
            throw new SurveyDataException($"{file} is what Excel keeps beside a workbook while it is open; read {Path.GetFileName(file)[2..]} instead.");
        return head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) ? FileFormat.Zip
            : head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? FileFormat.CompoundFile
            : isParquet ? FileFormat.Parquet
            : FileFormat.Csv;
    }

    private static (string Format, string WayOut)? ForeignFormat(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("$FL2"u8) || head.StartsWith("$FL3"u8))
            return ("an SPSS file (sav)", ExportAsCsv);
        if (head.Length > 4 && head[0] == 9 && head[1] is 0 or 2 or 4 or 8 && head[2] is 4 or 6 or 8 or 16 && head[3] == 0)
            return ("a workbook of Excel 4 or earlier", SaveAsWorkbook);
        // In UTF-16 every other byte of such a beginning is zero.
        string text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        foreach ((string begin, string format) in Markup)
            if (text.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
                return (format, SaveAsWorkbook);
        return null;
    }

    /// <summary>"PAR1" may also be the name of a CSV file's first column; in Parquet a control byte follows it, and the file ends with it too.</summary>
    private static bool IsParquet(ReadOnlySpan<byte> head, Stream stream)
    {
        if (head.Length > 4 && head[4] < ' ' && head[4] is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))
            return true;
        Span<byte> tail = stackalloc byte[4];
        stream.Seek(-4, SeekOrigin.End);
        stream.ReadExactly(tail);
        return tail.SequenceEqual(head[..4]);
    }
}
