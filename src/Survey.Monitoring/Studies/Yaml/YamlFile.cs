using System.Text;
using Survey.Files;

namespace Survey.Monitoring;

/// <summary>Takes the text out of a YAML file.</summary>
internal static class YamlFile
{
    private const int LargestBytes = 4 << 20;

    /// <summary>The text, without the byte order mark.</summary>
    /// <exception cref="SurveyDataException">There is no such file, or it is too large or not UTF-8.</exception>
    public static string Text(string file)
    {
        if (Directory.Exists(file))
            throw new SurveyDataException($"{file} is a folder; name the study file in it, such as {Path.Join(file, "study.yaml")}.");
        byte[] bytes = InputFile.Attempt(file, () => Bytes(file));
        if (bytes.Length > LargestBytes)
            throw StudyErrors.One(new StudyPlace(file, 1, 1), "the file is larger than 4 MiB, which no study file is; name the study file, and leave data in files of their own");
        return Decoded(bytes, file);
    }

    // one byte more than is allowed tells enough, also where the file has no end
    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        byte[] buffer = new byte[LargestBytes + 1];
        return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
    }

    private static string Decoded(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        int line = 1, column = 1;
        for (int at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out Rune rune, out int length) != System.Buffers.OperationStatus.Done)
                throw StudyErrors.One(new StudyPlace(file, line, column), "the file is not UTF-8 (GB18030 or \"ANSI\", perhaps); open it in the editor that wrote it and save it with the encoding UTF-8");
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + 1);
            at += length;
        }
        return Encoding.UTF8.GetString(bytes);
    }
}
