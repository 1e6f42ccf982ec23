using System.Globalization;
using System.Text.RegularExpressions;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Reads days.</summary>
internal sealed partial class DateReader : ColumnReader<int>
{
    private const string Excel = "excel";

    /// <summary>Forms that nothing else can be taken for.</summary>
    public static readonly string[] Usual = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>Where the days of a spreadsheet begin: 1 is 1900-01-01, and a 29 February 1900 that never was is counted.</summary>
    private static readonly int FirstDay = new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>Of the year 2173. A number of six digits is no day of a survey, but a month that no calendar has, such as 199013.</summary>
    private const int LastSerial = 99_999;

    private readonly Dictionary<string, int[]> _readings = new(StringComparer.Ordinal);
    private readonly string[] _formats;
    private readonly bool _takesExcel;

    /// <param name="name">Of the column.</param>
    /// <param name="formats">As the study declares them; empty takes the usual ones.</param>
    /// <param name="missing">Texts that mean missing.</param>
    public DateReader(string name, IReadOnlyList<string> formats, MissingTexts missing) : base(name, DateColumn.Missing, missing)
    {
        // a date cell of a workbook comes as yyyy-MM-dd, whatever its format on the screen
        _formats = formats.Count == 0 ? Usual : [.. formats.Where(format => format != Excel).Append("yyyy-MM-dd").Distinct()];
        _takesExcel = formats.Contains(Excel);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Column Column)> Build() => [(Name, DateColumn.Owning(ReleaseValues()))];

    /// <inheritdoc/>
    protected override Outcome<int> Understand(string text)
    {
        string day = text.Length > 6 && text.Contains(':') || text.Contains('时') ? WithoutTime(text) : text;
        // moments differ, their days do not
        if (!_readings.TryGetValue(day, out int[]? readings))
            _readings.Add(day, readings = Readings(day));
        if (readings.Length == 0 && day.Length < text.Length)
            readings = Readings(text);
        if (readings.Length > 1)
            return new(DateColumn.Missing, $"could be {DateColumn.TextOf(readings[0])} and {DateColumn.TextOf(readings[1])} by the formats of the study; leave one of them out.");
        int? found = readings.Length == 1 ? readings[0] : Serial(text);
        return found is { } known ? new(known) : new(DateColumn.Missing, Fault(day));
    }

    /// <summary>The days that a text means by one format or another.</summary>
    private int[] Readings(string text) =>
        [.. _formats.Select(format => DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date.DayNumber : DateColumn.Missing).Where(number => number != DateColumn.Missing).Distinct()];

    /// <summary>The day that a spreadsheet's number of days means. (60 is the day that never was.)</summary>
    private int? Serial(string text) =>
        _takesExcel && NumberText.TryRead(text, out NumberText number) && number.Value is >= 61 and < LastSerial + 1 ? FirstDay + (int)number.Value : null;

    private string Forms() => string.Join(", ", _takesExcel ? _formats.Append(Excel) : _formats);

    private string Fault(string text) =>
        Usual.Any(form => DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) ? $"is no date of the form {Forms()}; add its form to formats, or leave formats out."
        : Complete().IsMatch(text) || (text.Length == 8 && IsDigits(text)) ? "is an impossible date; correct it where it comes from, or declare it as missing."
        : text.Length == 6 && IsDigits(text) ? $"is no date of the form {Forms()}; if it is a year and a month, add yyyyMM to formats."
        : text.Length == 5 && IsDigits(text) ? $"is no date of the form {Forms()}; if it is a spreadsheet's number of days, add excel to formats."
        : $"is no date of the form {Forms()}; if it means no date, declare it as missing, else add its form to formats.";

    private static bool IsDigits(string text) => text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The day of a moment: "2023/9/5 10:23:11" is the fifth of September, whatever zone follows.</summary>
    public static string WithoutTime(string text) => Time().Match(text) is { Success: true, Index: > 0 } time ? text[..time.Index] : text;

    [GeneratedRegex(@"[ T]*(上午|下午|[AaPp][Mm])? *([01]?[0-9]|2[0-4])[:时][0-5][0-9]([:分][0-5][0-9]([.,][0-9]+)?秒?)?分? *([AaPp][Mm])?(Z|[+-][0-9]{2}:?[0-9]{2})?$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^[0-9]{4}(([-/.])[0-9]{1,2}\2[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)$")]
    private static partial Regex Complete();
}
