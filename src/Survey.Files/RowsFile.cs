using Survey.Files.Csv;

namespace Survey.Files;

/// <summary>Rows of files that are read as they are needed, for files that memory does not hold.</summary>
/// <remarks>
/// What is asked of the rows reads them from the files, only the columns it asks for, and with memory for a few parts of 65,536 rows: once for each question as a rule, once more where its variance needs the rows again (rows that are
/// PSUs), and once more where the first rows did not show a type, a level, or a number that splits. One question is answered at a time; others wait for it. Files, types, codes and missing values are those of <see cref="TableFile"/>, and so are the errors;
/// where a file holds several, the first that is met is told.
/// </remarks>
public static class RowsFile
{
    extension(Rows)
    {
        /// <summary>Opens a CSV or Parquet file to be read as its rows are needed.</summary>
        /// <param name="path">The file, or a folder of Parquet files; messages name it as it is given here. An Excel workbook is read at once.</param>
        /// <param name="options">What the file cannot say about itself.</param>
        /// <param name="progress">Is told about ten times a second how far a pass over the file has come.</param>
        /// <param name="cancellation">Ends whatever reads the rows, with an <see cref="OperationCanceledException"/>.</param>
        /// <returns>The rows; their notes say how the file was read where that was a guess.</returns>
        /// <exception cref="SurveyDataException">The file cannot be opened, or its beginning does not name columns.</exception>
        /// <exception cref="ArgumentException">The options contradict themselves.</exception>
        public static Rows Open(string path, ReadOptions? options = null, IProgress<ReadProgress>? progress = null, CancellationToken cancellation = default) =>
            Rows.Open([path], options, progress, cancellation);

        /// <summary>Opens several CSV files, or several Parquet files, to be read as one: columns are matched by name, whatever their order, and typed together.</summary>
        /// <param name="paths">The files; their rows follow one another in this order, and the first gives the order of the columns. If one is an Excel workbook, or of another format than the others, all are read at once.</param>
        /// <param name="options">What the files cannot say about themselves.</param>
        /// <param name="progress">Is told about ten times a second how far a pass over the files has come.</param>
        /// <param name="cancellation">Ends whatever reads the rows, with an <see cref="OperationCanceledException"/>.</param>
        /// <returns>The rows of all files.</returns>
        /// <exception cref="SurveyDataException">As for one file; or a file lacks a column that the first has, or has one more.</exception>
        /// <exception cref="ArgumentException">No file is named, or the options contradict themselves.</exception>
        public static Rows Open(IReadOnlyList<string> paths, ReadOptions? options = null, IProgress<ReadProgress>? progress = null, CancellationToken cancellation = default)
        {
            InputFile.CheckNames(paths);
            options ??= new ReadOptions();
            options.Check();
            return FileRows.Open(paths, options, ReadPace.Usual, progress, cancellation);
        }
    }

    /// <summary>Writes rows as a CSV file, as Parquet where the name ends in .parquet, or as an Excel workbook where it ends in .xlsx; the file appears whole or not at all. <c>Rows.Open("people.csv").Write("people.parquet")</c> converts a file of any size.</summary>
    /// <param name="rows">Rows of files, or a table. Rows of files are written as they are read, in memory for some 131,072 of them; a workbook takes them all.</param>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="options">By default commas and UTF-8 with a byte order mark, for which Parquet and workbooks have no use.</param>
    /// <remarks>
    /// What is written is what <see cref="TableFile.Write"/> writes of the same rows as a table. Where rows behind the first show that a column is of another type, all is written once more.
    /// The rows of columns of numbers that may be phone numbers (some are of 11 digits or more, or the heading asks for personal data) are read once more, and their different numbers take memory.
    /// </remarks>
    /// <exception cref="SurveyDataException">The rows cannot be read; a column looks like personal data (<see cref="PersonalData"/>), which is known once all rows are read, and <see cref="WriteOptions.PersonalDataAllowedIn"/> does not name it; the file cannot be written; or a value cannot stand in it.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled; an earlier file is as it was.</exception>
    public static void Write(this Rows rows, string path, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new WriteOptions();
        options.Check();
        RowsOutput.Write(rows, path, options, []);
    }
}
