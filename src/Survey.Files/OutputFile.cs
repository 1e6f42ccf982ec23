using System.Text;
using Survey.Files.Csv;

namespace Survey.Files;

/// <summary>Writes a file whole or not at all: beside its place first, then renamed.</summary>
internal static class OutputFile
{
    private static readonly string[] NotText = [".parquet", ".xlsx", ".xls", ".sav", ".zsav", ".zip"];

    public static void Write(Table table, string file, WriteOptions options)
    {
        if (NotText.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            throw new SurveyDataException($"{file} cannot be written: tables are written as CSV; name it {Path.ChangeExtension(file, ".csv")}.");
        if (Directory.Exists(file))
            throw new SurveyDataException($"{file} is a folder; name a CSV file in it.");
        string beside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            WriteNew(table, beside, options);
            File.Move(beside, file, overwrite: true);
        }
        catch (EncoderFallbackException odd)
        {
            throw new SurveyDataException($"{file} cannot be written: a text holds U+{(int)odd.CharUnknown:X4}, half of a character; mend the text.", odd);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SurveyDataException($"{file} cannot be written; check that its folder exists and may be written to, that no other program holds the file, and that the disk has room.", failure);
        }
        finally
        {
            Remove(beside);
        }
    }

    private static void WriteNew(Table table, string beside, WriteOptions options)
    {
        using var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(Encodings.MarkOf(options.Encoding));
        using var text = new StreamWriter(stream, Encodings.Of(options.Encoding), 1 << 15);
        CsvWriter.Write(table, text, options.Delimiter);
    }

    /// <summary>Removes what a failure left; after a success there is nothing.</summary>
    private static void Remove(string beside)
    {
        try
        {
            File.Delete(beside);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The failure that matters is already on its way.
        }
    }
}
