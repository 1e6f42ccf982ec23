using Survey.Files.Csv;

namespace Survey.Files;

/// <summary>Tables from CSV files, Parquet files and Excel workbooks, and to all three.</summary>
/// <remarks>
/// What a file is follows from its content, not from its name. A CSV file is UTF-8, UTF-16 or GB18030 text with a line of column names; fields are separated by commas, semicolons or tabs and may be quoted (RFC 4180).
/// Of a workbook (xlsx, or xls of Excel 97 to 2003) one sheet is read, with a row of column names; hidden rows are read like others, and blank rows are skipped, which the table notes where rows follow.
/// A cell becomes the text that a CSV file would hold: a number has the fewest digits that give it again, a date is yyyy-MM-dd (with yyyy-MM-dd HH:mm:ss where it has a time of day),
/// true and false are those words, an error such as #N/A is its text, and of a formula the result that the workbook keeps is read.
/// A Parquet file (of any codec but LZO, with flat columns; nested ones are left out, which the table notes) says itself what its columns are: numbers, flags, dates, and texts, which are always a category.
/// Whole numbers of 64 bits are numbers unless one is beyond 2^53, which makes the column a category of their digits; decimals become the nearest number, which is noted where digits are lost; times of day are a category, and moments are dates
/// if none has a time of day, else a category (yyyy-MM-dd HH:mm:ss, in UTC where the file says so). A folder of Parquet files is read as one, in the order of their names, and folders in it such as year=2020 are a column.
/// Labels and orders of levels that <see cref="Write"/> keeps in it come back.
/// An empty or blank field is a missing value, and so is a declared code, a null and a NaN; nothing else is. A column of CSV files and workbooks is typed by all its values:
/// numbers, flags (true, false), dates (yyyy-MM-dd, yyyy/M/d), else a category whose texts are kept exactly.
/// Codes are categories: a column with a leading zero ("012"), with a whole number of more than 15 digits,
/// or with only whole numbers of 9 or 12 digits under a name of codes: one that holds code, village, town, county, psu, cluster, strat, household, 编码, 代码, 编号, 号, 省, 市, 县, 区, 乡, 镇, 村, 街道 or 户,
/// or id as a word of its own (id, house_id, villageId) or after a unit (psuid, hhid, personid).
/// In such a column 3.20506E+11 is an error: Excel has rounded a code, and its digits are lost.
/// </remarks>
public static class TableFile
{
    extension(Table)
    {
        /// <summary>Reads a CSV file, a Parquet file or an Excel workbook.</summary>
        /// <param name="path">The file, or a folder of Parquet files; messages name it as it is given here.</param>
        /// <param name="options">What the file cannot say about itself; by default an ordinary CSV file, or the first sheet of a workbook, with all its columns.</param>
        /// <returns>The table; its notes say how the file was read where that was a guess.</returns>
        /// <exception cref="SurveyDataException">The file cannot be opened, is neither CSV nor Parquet nor a workbook, is damaged, or holds a value that its column cannot have; the message names row, line and column.</exception>
        /// <exception cref="ArgumentException">The options contradict themselves.</exception>
        public static Table Read(string path, ReadOptions? options = null) => Table.Read([path], options);

        /// <summary>Reads several files, of one format or of several, as one table: columns are matched by name, whatever their order, and typed together.</summary>
        /// <param name="paths">The files; their rows follow one another in this order, and the first gives the order of the columns.</param>
        /// <param name="options">What the files cannot say about themselves.</param>
        /// <returns>The rows of all files.</returns>
        /// <exception cref="SurveyDataException">As for one file; or a file lacks a column that the first has, or has one more.</exception>
        /// <exception cref="ArgumentException">No file is named, or the options contradict themselves.</exception>
        public static Table Read(IReadOnlyList<string> paths, ReadOptions? options = null)
        {
            InputFile.CheckNames(paths);
            options ??= new ReadOptions();
            options.Check();
            return FilesTable.Read(paths, options);
        }
    }

    /// <summary>The names of a file's columns, in its order, without reading its rows.</summary>
    /// <param name="path">A file of any of the formats, or a folder of Parquet files.</param>
    /// <param name="options">Its sheet and header row, its encoding and delimiter if they are not to be found; the other options play no part.</param>
    /// <exception cref="SurveyDataException">The file cannot be opened, or its header row does not name columns.</exception>
    public static IReadOnlyList<string> ColumnNames(string path, ReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new ReadOptions();
        options.Check();
        return RowFile.ColumnNames(path, options);
    }

    /// <summary>Writes a table as a CSV file, as Parquet where the name ends in .parquet, or as an Excel workbook where it ends in .xlsx, that reads back to the same values; the file appears whole or not at all.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="options">By default commas and UTF-8 with a byte order mark, for which Parquet and workbooks have no use.</param>
    /// <remarks>
    /// CSV: lines end in LF. Numbers have the digits that give the same double again, dates are yyyy-MM-dd, flags true and false; a missing value is an empty field. Fields are quoted only where they must be.
    /// A workbook has one sheet, data, with the names in its first row: categories are texts, numbers are numbers, flags TRUE and FALSE, dates are Excel's, and texts before 1900, where Excel has none; a missing value has no cell.
    /// A sheet has up to 1,048,575 rows below the names and 16,384 columns.
    /// Of both, types, labels and the order of levels are not kept: a category of texts such as "1" is read as numbers unless its type is declared.
    /// Parquet keeps them, and is smaller and read faster: numbers are DOUBLE, categories STRING, flags BOOLEAN, dates DATE, and a missing value is null; row groups have 131,072 rows, in pages of up to 1 MB with checksums, by dictionaries where they pay, compressed by Snappy.
    /// Labels, an order, and levels out of their natural order stand in the file's metadata under the key "survey"; levels that no row has are kept only with them. A text has up to 16 MiB, a category up to 16,777,216 levels.
    /// The same table gives the same bytes, for any number of threads.
    /// </remarks>
    /// <exception cref="SurveyDataException">
    /// A column looks like personal data (<see cref="PersonalData"/>), or its labels do, and <see cref="WriteOptions.PersonalDataAllowedIn"/> does not name it; the file cannot be written; or a value cannot stand in it:
    /// a blank text would become missing. In a workbook, a text has up to 32,767 characters and no control characters, and a row without any value would be skipped.
    /// </exception>
    public static void Write(this Table table, string path, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new WriteOptions();
        options.Check();
        PersonalData.Refuse(table, options.PersonalDataAllowedIn);
        OutputFile.Write(table, path, options);
    }

    /// <summary>Writes a table as CSV text, as <see cref="Write"/> does, without a byte order mark.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Where the text goes; it is not closed.</param>
    /// <param name="delimiter">The character between fields.</param>
    /// <param name="personalDataAllowedIn">Columns that are written although they look like personal data; all of them where the table holds results, which are no rows of people.</param>
    /// <exception cref="SurveyDataException">A column looks like personal data and is not named, or a value cannot stand in a CSV file.</exception>
    public static void WriteCsv(this Table table, TextWriter writer, char delimiter = ',', IReadOnlyList<string>? personalDataAllowedIn = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(writer);
        ReadOptions.CheckDelimiter(delimiter, nameof(delimiter));
        PersonalData.Refuse(table, personalDataAllowedIn ?? []);
        CsvWriter.Write(table, writer, delimiter);
    }
}
