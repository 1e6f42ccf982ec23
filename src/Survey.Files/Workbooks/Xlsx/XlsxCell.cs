using System.Globalization;
using System.Text;
using Survey.Files.Columns;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>Reads cells of a sheet part, one after another.</summary>
/// <param name="xml">The sheet.</param>
/// <param name="texts">Those that cells name by number.</param>
/// <param name="styles">What numbers mean, by style.</param>
/// <param name="from1904">Whether days are counted from 1904.</param>
/// <param name="file">The name as the user gave it.</param>
internal sealed class XlsxCell(XmlPart xml, SharedTexts texts, NumberKind[] styles, bool from1904, string file) : IDisposable
{
    /// <summary>Up to this many digits a whole number is written as it stands.</summary>
    private const int PlainDigits = 15;

    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    private readonly char[] _number = new char[CellNumber.LongestText];
    private readonly StringBuilder _text = new();
    private Kind _kind;
    private int _style;

    /// <summary>What the content of a cell is.</summary>
    private enum Kind
    {
        Number,
        SharedText,
        InlineText,
        ResultText,
        Flag,
        Day,
        Error,
    }

    /// <summary>Adds the text of the cell the reader is at, if it has content, and goes to its end.</summary>
    /// <param name="expected">Its place, where it says nothing of it.</param>
    /// <param name="cells">The row.</param>
    /// <returns>The place of the cell.</returns>
    public CellAddress Read(CellAddress expected, CellRow cells)
    {
        CellAddress at = ReadAttributes(expected);
        int depth = xml.Depth;
        bool isCalculated = false, hasResult = false;
        while (xml.ReadChild(depth))
            switch (xml.Name)
            {
                case "is":
                    cells.Add(at, RichText.Read(xml, _text));
                    break;
                case "v":
                    ReadOnlySpan<char> value = xml.ElementText();
                    hasResult = _kind == Kind.ResultText || !value.IsWhiteSpace(); // only a text can be empty; programs that do not calculate leave numbers so
                    if (hasResult || !isCalculated)
                        AddValue(at, value, cells);
                    break;
                case "f":
                    isCalculated = true;
                    xml.ElementText();
                    break;
                default:
                    break;
            }
        return isCalculated && !hasResult ? throw NotCalculated(at) : at;
    }

    /// <summary>Says that there are no more cells.</summary>
    public void Finish() => texts.Finish();

    /// <inheritdoc/>
    public void Dispose() => texts.Dispose();

    private CellAddress ReadAttributes(CellAddress expected)
    {
        CellAddress at = expected;
        (_kind, _style) = (Kind.Number, 0);
        while (xml.ReadAttribute(out ReadOnlySpan<char> value))
            switch (xml.Name)
            {
                case "r" when !CellAddress.TryRead(value, out at):
                    throw Workbook.Broken(file, $"row {expected.Row} has a cell '{Texts.Short(value)}'");
                case "t":
                    _kind = KindOf(value, expected);
                    break;
                case "s" when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _style) || _style >= styles.Length:
                    throw Workbook.Broken(file, $"row {expected.Row} has a cell of the style '{Texts.Short(value)}', which is not among the styles");
                default:
                    break;
            }
        if (at.Row != expected.Row || at.Column >= CellAddress.MostColumns)
            throw Workbook.Broken(file, $"row {expected.Row} has a cell {at}");
        return at;
    }

    private Kind KindOf(ReadOnlySpan<char> type, CellAddress at) =>
        type switch
        {
            "n" => Kind.Number,
            "s" => Kind.SharedText,
            "inlineStr" => Kind.InlineText,
            "str" => Kind.ResultText,
            "b" => Kind.Flag,
            "d" => Kind.Day,
            "e" => Kind.Error,
            _ => throw Workbook.Broken(file, $"row {at.Row} has a cell of the type '{Texts.Short(type)}'"),
        };

    private void AddValue(CellAddress at, ReadOnlySpan<char> value, CellRow cells)
    {
        switch (_kind)
        {
            case Kind.SharedText:
                if (!value.IsEmpty)
                    cells.Add(at, int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && texts[number] is { } text ? text : throw Workbook.Broken(file, $"cell {at} names the text '{Texts.Short(value)}', which is not among the shared texts"));
                break;
            case Kind.Flag:
                cells.Add(at, value is "1" or "true" ? "true" : value is "0" or "false" ? "false" : throw Workbook.Broken(file, $"cell {at} is true or false and holds '{Texts.Short(value)}'"));
                break;
            case Kind.Number when !value.IsEmpty:
                AddNumber(at, value, cells);
                break;
            case Kind.Day when DateTime.TryParseExact(value, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime day):
                cells.Add(at, day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case Kind.ResultText when value.Contains("_x", StringComparison.Ordinal):
                cells.Add(at, RichText.Unescaped(value.ToString()));
                break;
            default:
                cells.Add(at, value);
                break;
        }
    }

    private void AddNumber(CellAddress at, ReadOnlySpan<char> value, CellRow cells)
    {
        NumberKind kind = _style < styles.Length ? styles[_style] : NumberKind.Number;
        if (kind is NumberKind.Number && value.Length <= PlainDigits && !value.ContainsAnyExceptInRange('0', '9') && (value[0] != '0' || value.Length == 1))
            cells.Add(at, value);
        else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            cells.Add(at, _number.AsSpan(0, CellNumber.Write(number, kind, from1904, _number)), isPercent: kind == NumberKind.Percent);
        else
            throw Workbook.Broken(file, $"cell {at} is a number and holds '{Texts.Short(value)}'");
    }

    private SurveyDataException NotCalculated(CellAddress at) =>
        new($"{file}, cell {at} holds a formula without its result, so its value is not known; open the workbook in Excel, save it and read it again.");
}
