namespace Survey.Files;

/// <summary>What a file cannot say about itself. Every option has a default that reads an ordinary CSV or Parquet file or the first sheet of a workbook.</summary>
public sealed record ReadOptions
{
    /// <summary>Only these columns are read and typed, in this order; null reads all, in the order of the (first) file.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>
    /// Texts that mean "missing" in every column, such as "NA" or "-99"; an empty or blank field is missing anyway.
    /// They are compared without surrounding blanks; in a column of numbers a code that is a number also stands for the same number written otherwise (9 and 9.0).
    /// </summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Texts that mean "missing" in one column, by the name of the column; they add to <see cref="Missing"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> MissingIn { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// The type of a column, by its name, where its content is not to decide. A value that is not of that type is an error.
    /// Declare a code that looks like a number a <see cref="ColumnType.Category"/>, a quantity with leading zeros a <see cref="ColumnType.Number"/>.
    /// </summary>
    public IReadOnlyDictionary<string, ColumnType> Types { get; init; } = new Dictionary<string, ColumnType>();

    /// <summary>
    /// Columns that name units, such as strata and clusters, whatever they are called: a number in scientific form (3.20506E+11) in one of them is refused as a code that a spreadsheet has destroyed.
    /// </summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>
    /// The sheet of a workbook, by its name, else by its number from 1 among all of its sheets; null takes the first that is visible, which the table notes where there are others.
    /// CSV and Parquet files have none, so naming one is an error.
    /// </summary>
    public string? Sheet { get; init; }

    /// <summary>
    /// The row that holds the column names, from 1: a record of a CSV file, or a row of a sheet by its own number. Rows above it are titles and are not read; rows of data are counted from below it. The names of a Parquet file stand in no row, so only 1 is possible there.
    /// </summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>
    /// The encoding of the files that are CSV; null finds it: by the byte order mark, else UTF-8 if every byte fits, else GB18030 if every byte fits, which the table then notes.
    /// </summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>The character between fields of the files that are CSV; null takes comma, semicolon or tab, whichever the line of column names has most of.</summary>
    public char? Delimiter { get; init; }

    internal void Check()
    {
        if (Columns is { Count: 0 })
            throw new ArgumentException("No columns are asked for; leave Columns null to read all.", nameof(Columns));
        if (Columns?.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"The column '{twice.Key}' is asked for twice; name each column once.", nameof(Columns));
        foreach ((string name, ColumnType type) in Types)
            if (!Enum.IsDefined(type))
                throw new ArgumentOutOfRangeException(nameof(Types), type, $"The column '{name}' is given a type that does not exist.");
        if (Sheet is not null && string.IsNullOrWhiteSpace(Sheet))
            throw new ArgumentException("Sheet is blank; name a sheet, or leave it null to read the first.", nameof(Sheet));
        if (HeaderRow < 1)
            throw new ArgumentOutOfRangeException(nameof(HeaderRow), HeaderRow, "Rows are counted from 1.");
        if (Encoding is { } encoding && !Enum.IsDefined(encoding))
            throw new ArgumentOutOfRangeException(nameof(Encoding), encoding, "There is no such encoding.");
        if (Delimiter is { } delimiter)
            CheckDelimiter(delimiter, nameof(Delimiter));
    }

    /// <summary>Refuses a delimiter that is part of values, so that no field would be what it seems.</summary>
    internal static void CheckDelimiter(char delimiter, string parameter)
    {
        bool partOfValues = char.IsLetterOrDigit(delimiter) || char.IsSurrogate(delimiter) || delimiter is '"' or '.' or '+' or '-' or ' ' or '\uFEFF';
        if (partOfValues || (char.IsControl(delimiter) && delimiter != '\t'))
            throw new ArgumentException($"The character U+{(int)delimiter:X4} cannot stand between fields; take a comma, a semicolon, a tab or a bar.", parameter);
    }
}
