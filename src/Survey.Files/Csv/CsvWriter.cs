using System.Buffers;
using System.Globalization;
using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Writes a table so that reading it gives the same values; what could not be read again is refused.</summary>
internal sealed class CsvWriter
{
    private const long LargestPlain = 1_000_000_000_000_000;

    private readonly TextWriter _text;
    private readonly char _delimiter;
    private readonly SearchValues<char> _needQuotes;
    private readonly char[] _number = new char[64];

    private CsvWriter(TextWriter text, char delimiter)
    {
        _text = text;
        _delimiter = delimiter;
        // In names, the other delimiters too: a reader finds the delimiter by counting them outside quotes.
        _needQuotes = SearchValues.Create([delimiter, '"', '\r', '\n', ',', ';', '\t']);
    }

    public static void Write(Table table, TextWriter text, char delimiter) => new CsvWriter(text, delimiter).Write(table);

    private void Write(Table table)
    {
        if (table.Columns.Count is 0 or > Headings.MostColumns)
            throw new SurveyDataException($"A table of {Invariant.Count(table.Columns.Count)} columns cannot be written as CSV, which has 1 to {Invariant.Count(Headings.MostColumns)}; select the columns to write.");
        Column[] columns = [.. table.Columns.Select(name => table[name])];
        string?[]?[] levels = [.. table.Columns.Select(name => Levels(name, table[name]))];

        for (int k = 0; k < columns.Length; k++)
            Write(k, Name(table.Columns[k], k));
        _text.Write('\n');
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int k = 0; k < columns.Length; k++)
                Write(k, Field(columns[k], levels[k], row, table.Columns[k]));
            // An empty line would be a missing value within the file, but ignored at its end.
            if (columns.Length == 1 && columns[0].IsMissing(row))
                _text.Write("\"\"");
            _text.Write('\n');
        }
    }

    private void Write(int column, ReadOnlySpan<char> field)
    {
        if (column > 0)
            _text.Write(_delimiter);
        _text.Write(field);
    }

    private ReadOnlySpan<char> Field(Column column, string?[]? levels, int row, string name) =>
        column switch
        {
            CategoryColumn category => category.IsMissing(row) ? "" : levels![category.Codes[row]] ?? throw Blank(name, row),
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

    /// <summary>The levels of a category as they are written; null where a level is blank and would be read as missing.</summary>
    private string?[]? Levels(string name, Column column) =>
        column is CategoryColumn category
            ? [.. category.Levels.Select(level => string.IsNullOrWhiteSpace(level) ? null : Quoted(level, $"A level of the column '{Texts.Name(name)}'"))]
            : null;

    private string Quoted(string text, string what)
    {
        if (text.Contains('\0', StringComparison.Ordinal) || text.Length > CsvLimits.LongestField)
            throw new SurveyDataException($"{what} ('{Texts.Short(text)}') has a NUL character or more than {Invariant.Count(CsvLimits.LongestField)} characters, which a CSV file cannot hold; change it before it is written.");
        return text.AsSpan().ContainsAny(_needQuotes) || text[0] == '\uFEFF' ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static SurveyDataException Blank(string name, int row) =>
        new($"The column '{Texts.Name(name)}' holds a blank text in row {row + 1}, which a CSV file cannot tell from a missing value; make it missing, or give the level a name.");
}
