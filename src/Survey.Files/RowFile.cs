using System.Text;
using Survey.Files.Columns;
using Survey.Files.Csv;
using Survey.Files.Parquet.Reading;
using Survey.Files.Workbooks;

namespace Survey.Files;

/// <summary>A file of rows under a line of column names. Opened anew for each pass over its rows.</summary>
/// <param name="file">The name as the user gave it.</param>
internal abstract class RowFile(string file)
{
    /// <summary>The name as the user gave it.</summary>
    public string File { get; } = file;

    /// <summary>The names of its columns, in the order of the file.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>What should be said beside the table; complete once the rows are read.</summary>
    public abstract IReadOnlyList<string> Notes { get; }

    /// <summary>The encoding of a CSV file where it was found rather than declared or marked, and is not UTF-8; else null.</summary>
    public virtual TextEncoding? FoundEncoding => null;

    /// <summary>Opens a file of any format and reads its column names.</summary>
    /// <param name="file">The name as the user gave it.</param>
    /// <param name="options">Its sheet, header row, encoding and delimiter.</param>
    /// <param name="rule">Whether each column must have a name of its own.</param>
    /// <exception cref="SurveyDataException">The file cannot be opened or read, or its columns have no names.</exception>
    public static RowFile Open(string file, ReadOptions options, HeadingRule rule) => OpenAs(file, options, rule, CsvFile.Open);

    /// <inheritdoc cref="Open(string, ReadOptions, HeadingRule)"/>
    public static RowFile Open(string file, ReadOptions options) => Open(file, options, HeadingRule.Distinct);

    /// <summary>Opens a file without looking at all of it for its encoding, which saves a pass over a large one: UTF-8 unless it says otherwise. Reading meets what does not fit as an error caused by a <see cref="DecoderFallbackException"/>.</summary>
    /// <exception cref="SurveyDataException">As for <see cref="Open(string, ReadOptions, HeadingRule)"/>.</exception>
    public static RowFile OpenUnchecked(string file, ReadOptions options) => OpenAs(file, options, HeadingRule.Distinct, CsvFile.OpenUnchecked);

    /// <summary>Opens files, and the Parquet files of folders among them.</summary>
    /// <param name="paths">As the user gave them.</param>
    /// <param name="options">For each.</param>
    /// <param name="open">Opens one file.</param>
    public static RowFile[] OpenAll(IReadOnlyList<string> paths, ReadOptions options, Func<string, ReadOptions, RowFile> open) =>
        [.. paths.SelectMany(path => Directory.Exists(path) ? ParquetFolder.Open(path, options) : (IEnumerable<RowFile>)[open(path, options)])];

    private static RowFile OpenAs(string file, ReadOptions options, HeadingRule rule, Func<FileStream, string, ReadOptions, HeadingRule, CsvFile> openCsv) =>
        InputFile.Attempt<RowFile>(file, () =>
        {
            using FileStream stream = InputFile.Open(file);
            FileFormat format = FileFormats.Of(stream, file);
            return format switch
            {
                FileFormat.Csv => openCsv(stream, file, options, rule),
                FileFormat.Parquet => ParquetFile.Open(stream, file, options, rule),
                _ => WorkbookFile.Open(stream, format, file, options, rule),
            };
        });

    /// <summary>The names alone, without looking at more of the file than they need.</summary>
    /// <exception cref="SurveyDataException">As for <see cref="Open(string, ReadOptions, HeadingRule)"/>.</exception>
    public static IReadOnlyList<string> ColumnNames(string file, ReadOptions options)
    {
        if (Directory.Exists(file))
            return ParquetFolder.Open(file, options)[0].Columns;
        return InputFile.Attempt(file, () =>
        {
            using FileStream stream = InputFile.Open(file);
            return FileFormats.Of(stream, file) == FileFormat.Csv ? CsvFile.ColumnNames(stream, file, options) : Open(file, options).Columns;
        });
    }

    /// <summary>The names of a workbook's visible sheets, in order; none for a file that has no sheets.</summary>
    /// <exception cref="SurveyDataException">The file cannot be opened or read.</exception>
    public static IReadOnlyList<string> SheetNames(string file) =>
        InputFile.Attempt(file, () =>
        {
            using FileStream stream = InputFile.Open(file);
            FileFormat format = FileFormats.Of(stream, file);
            return format is FileFormat.Csv or FileFormat.Parquet ? [] : WorkbookFile.SheetNames(stream, format, file);
        });

    /// <summary>Why a column that the file has cannot be read, in a sentence; null where there is none of that name.</summary>
    public virtual string? WhyNot(string column) => null;

    /// <summary>Reads all rows, giving each field to the target of its column, and counts them.</summary>
    /// <param name="targets">One for each column of the file; null where the column is not read.</param>
    public abstract long Read(IReadOnlyList<FieldTarget?> targets);
}
