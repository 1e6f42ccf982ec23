using System.Buffers;
using System.Globalization;
using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Writes rows so that reading them gives the same values; what could not be read again is refused.</summary>
internal sealed class CsvWriter
{
    private const long LargestPlain = 1_000_000_000_000_000;

    private readonly TextWriter _text;
    private readonly char _delimiter;
    private readonly IReadOnlyList<string> _names;
    private readonly SearchValues<char> _needQuotes;
    private readonly List<string?>[] _levels; // as they are written, by their codes; null where a level is blank and would be read as missing
    private readonly char[] _number = new char[64];
    private long _row;

    /// <summary>Writes the names.</summary>
    /// <param name="text">Where the text goes; it is not closed.</param>
    /// <param name="delimiter">The character between fields.</param>
    /// <param name="names">Of the columns.</param>
    /// <exception cref="SurveyDataException">There are no columns or too many, or one has no name.</exception>
    public CsvWriter(TextWriter text, char delimiter, IReadOnlyList<string> names)
    {
        if (names.Count is 0 or > Headings.MostColumns)
            throw new SurveyDataException($"A table of {Invariant.Count(names.Count)} columns cannot be written as CSV, which has 1 to {Invariant.Count(Headings.MostColumns)}; select the columns to write.");
        (_text, _delimiter, _names) = (text, delimiter, names);
        _levels = [.. names.Select(_ => new List<string?>())];
        // In names, the other delimiters too: a reader finds the delimiter by counting them outside quotes.
        _needQuotes = SearchValues.Create([delimiter, '"', '\r', '\n', ',', ';', '\t']);
        for (int k = 0; k < names.Count; k++)
            Write(k, Name(names[k], k));
        _text.Write('\n');
    }

    /// <summary>Writes a table.</summary>
    public static void Write(Table table, TextWriter text, char delimiter) => new CsvWriter(text, delimiter, table.Columns).Write([.. table.Columns.Select(name => table[name])]);

    /// <summary>Writes rows, as many as the columns have. Codes of a category mean the same from one call to the next, and its levels may become more.</summary>
    public void Write(IReadOnlyList<Column> columns)
    {
        for (int k = 0; k < columns.Count; k++)
            if (columns[k] is CategoryColumn category)
                Learn(k, category.Levels);
        for (int row = 0; row < columns[0].Length; row++)
        {
            for (int k = 0; k < columns.Count; k++)
                Write(k, Field(columns[k], k, row));
            // An empty line would be a missing value within the file, but ignored at its end.
            if (columns.Count == 1 && columns[0].IsMissing(row))
                _text.Write("\"\"");
            _text.Write('\n');
        }
        _row += columns[0].Length;
    }

    private void Write(int column, ReadOnlySpan<char> field)
    {
        if (column > 0)
            _text.Write(_delimiter);
        _text.Write(field);
    }

    private ReadOnlySpan<char> Field(Column column, int k, int row) =>
        column switch
        {
            CategoryColumn category => category.IsMissing(row) ? "" : _levels[k][category.Codes[row]] ?? throw Blank(_names[k], _row + row),
            NumberColumn numbers => Number(numbers.Values[row]),
            _ => column.TextAt(row),
        };

    private ReadOnlySpan<char> Number(double value)
    {
        if (double.IsNaN(value))
            return "";
        // Whole numbers, which most are, are written faster as such; -0 is not one of them.
        long whole = (long)value;
        if (whole == value && whole is not 0 && whole is > -LargestPlain and < LargestPlain)
        {
            whole.TryFormat(_number, out int digitCount, default, CultureInfo.InvariantCulture);
            return _number.AsSpan(0, digitCount);
        }
        value.TryFormat(_number, out int length, "R", CultureInfo.InvariantCulture);
        ReadOnlySpan<char> text = _number.AsSpan(0, length);
        ReadOnlySpan<char> digits = text.TrimStart('-');
        if (digits.Length <= ColumnEvidence.SafeDigits || digits.ContainsAnyExceptInRange('0', '9'))
            return text;
        // A whole number of 16 digits would be read as a code; with an exponent it is a number. The digits stay the same.
        string sign = value < 0 ? "-" : "", rest = digits[1..].TrimEnd('0').ToString();
        return $"{sign}{digits[0]}{(rest.Length > 0 ? "." : "")}{rest}E+{digits.Length - 1}";
    }

    private string Name(string name, int k) =>
        string.IsNullOrWhiteSpace(name)
            ? throw new SurveyDataException($"Column {k + 1} has no name; give it one before it is written.")
            : Quoted(name, $"The name of column {k + 1}");

    private void Learn(int k, IReadOnlyList<string> levels)
    {
        for (int code = _levels[k].Count; code < levels.Count; code++)
            _levels[k].Add(string.IsNullOrWhiteSpace(levels[code]) ? null : Quoted(levels[code], $"A level of the column '{Texts.Name(_names[k])}'"));
    }

    private string Quoted(string text, string what)
    {
        if (text.Contains('\0', StringComparison.Ordinal) || text.Length > CsvLimits.LongestField)
            throw new SurveyDataException($"{what} ('{Texts.Short(text)}') has a NUL character or more than {Invariant.Count(CsvLimits.LongestField)} characters, which a CSV file cannot hold; change it before it is written.");
        return text.AsSpan().ContainsAny(_needQuotes) || text[0] == '\uFEFF' ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static SurveyDataException Blank(string name, long row) =>
        new($"The column '{Texts.Name(name)}' holds a blank text in row {row + 1}, which a CSV file cannot tell from a missing value; make it missing, or give the level a name.");
}
