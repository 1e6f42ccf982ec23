using Survey.Files;
using Survey.Files.Csv;

namespace Survey.Reporting.Text;

/// <summary>Files of text that people write for a report.</summary>
internal static class MarkdownFile
{
    private const int Most = 4 << 20; // bytes; the Bible has about four million

    /// <summary>Reads a file in UTF-8, with or without its mark, in UTF-16 with one, or in GB18030, which is then noted.</summary>
    /// <param name="file">Its name, as it is told in errors.</param>
    /// <returns>The text, empty for an empty file, and what is to be known about how it was read, or null.</returns>
    /// <exception cref="SurveyDataException">There is no such file, it cannot be read, is longer than a text, or has another encoding.</exception>
    public static (string Text, string? Note) Read(string file)
    {
        byte[] bytes = InputFile.Attempt(file, () => BytesOf(file));
        FileText text = Encodings.Detect(new MemoryStream(bytes), file, declared: null);
        return (text.Encoding.GetString(bytes.AsSpan(text.MarkLength)), text.Note);
    }

    private static byte[] BytesOf(string file)
    {
        if (Directory.Exists(file))
            throw new SurveyDataException($"{file} is a folder, not a file; name the file in it.");
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[Most + 1];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read <= Most ? bytes[..read] : throw new SurveyDataException($"{file} has more than {Most >> 20} MB, which no text of a report has; name the Markdown file.");
    }
}
