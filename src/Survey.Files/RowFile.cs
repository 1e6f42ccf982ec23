using Survey.Files.Columns;
using Survey.Files.Csv;

namespace Survey.Files;

/// <summary>A file of rows under a line of column names. Opened anew for each pass over its rows.</summary>
/// <param name="file">The name as the user gave it.</param>
internal abstract class RowFile(string file)
{
    /// <summary>The name as the user gave it.</summary>
    public string File { get; } = file;

    /// <summary>The names of its columns, in the order of the file.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>What should be said beside the table.</summary>
    public abstract IReadOnlyList<string> Notes { get; }

    /// <summary>Opens a file of any format and reads its column names.</summary>
    public static RowFile Open(string file, ReadOptions options) => CsvFile.Open(file, options);

    /// <summary>Reads all rows, giving each field to the target of its column, and counts them.</summary>
    /// <param name="targets">One for each column of the file; null where the column is not read.</param>
    public abstract long Read(IReadOnlyList<FieldTarget?> targets);
}
