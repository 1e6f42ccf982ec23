using System.Text;
using Survey.Files.Csv;
using Survey.Files.Parquet.Writing;
using Survey.Files.Workbooks.Writing;

namespace Survey.Files;

/// <summary>Writes a file whole or not at all: beside its place first, then renamed.</summary>
internal static class OutputFile
{
    private static readonly string[] NotText = [".xlsm", ".xlsb", ".xls", ".sav", ".zsav", ".zip"];

    /// <summary>Writes a table as the name of the file says: .parquet is Parquet, .xlsx a workbook, anything else CSV.</summary>
    public static void Write(Table table, string file, WriteOptions options)
    {
        CheckName(file);
        if (IsWorkbook(file))
            WriteWorkbook([TableSheet.Of(table)], file);
        else if (IsParquet(file))
            Write(file, stream => ParquetOutput.Write(table, stream, [], options.PersonalDataAllowedIn));
        else
            Write(file, stream => CsvOutput.Write(table, stream, options));
    }

    /// <summary>Refuses a name that promises a format which is not written.</summary>
    public static void CheckName(string file)
    {
        if (NotText.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            throw new SurveyDataException($"{file} cannot be written: tables are written as CSV, as Parquet or as Excel workbooks; name it {Path.ChangeExtension(file, ".csv")}, {Path.ChangeExtension(file, ".parquet")} or {Path.ChangeExtension(file, ".xlsx")}.");
    }

    /// <summary>Writes sheets as a workbook.</summary>
    public static void WriteWorkbook(IReadOnlyList<Sheet> sheets, string file) => Write(file, stream => WorkbookWriter.Write(sheets, stream));

    public static bool IsWorkbook(string file) => Path.GetExtension(file).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    public static bool IsParquet(string file) => Path.GetExtension(file).Equals(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes what somebody else makes.</summary>
    public static void Write(string file, Action<Stream> write)
    {
        if (Directory.Exists(file))
            throw new SurveyDataException($"{file} is a folder; name a {(IsWorkbook(file) ? "workbook" : IsParquet(file) ? "Parquet file" : "CSV file")} in it.");
        string beside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                write(stream);
            File.Move(beside, file, overwrite: true);
        }
        catch (EncoderFallbackException odd)
        {
            throw new SurveyDataException($"{file} cannot be written: a text holds U+{(int)odd.CharUnknown:X4}, half of a character; mend the text.", odd);
        }
        catch (OutOfMemoryException full)
        {
            throw new SurveyDataException($"{file} needs more memory to be written than there is; write fewer columns.", full);
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
