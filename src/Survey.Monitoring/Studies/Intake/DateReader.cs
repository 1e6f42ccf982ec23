using System.Globalization;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Reads days.</summary>
internal sealed class DateReader : ColumnReader<int>
{
    private const string Excel = "excel";

    /// <summary>Forms that nothing else can be taken for.</summary>
    private static readonly string[] Usual = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>Where the days of a spreadsheet begin: 1 is 1900-01-01, and a 29 February 1900 that never was is counted.</summary>
    private static readonly int FirstDay = new DateOnly(1899, 12, 30).DayNumber;

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
    public override IReadOnlyList<(string Name, Column Column)> Build() => [(Name, DateColumn.Owning(Values.ToArray()))];

    /// <inheritdoc/>
    protected override Outcome<int> Understand(string text)
    {
        int? found = null;
        string day = WithoutTime(text);
        foreach (string format in _formats)
            if (DateOnly.TryParseExact(day, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            {
                if (found is { } other && other != date.DayNumber)
                    return new(DateColumn.Missing, $"could be {DateColumn.TextOf(other)} and {DateColumn.TextOf(date.DayNumber)} by the formats of the study; leave one of them out.");
                found = date.DayNumber;
            }
        if (_takesExcel && found is null && NumberText.TryRead(text, out NumberText number) && number.Value is >= 61 and < 2_958_466)
            found = FirstDay + (int)number.Value;
        return found is { } known ? new(known) : new(DateColumn.Missing, $"is no date of the form {Forms()}; if it means no date, declare it as missing, else add its form to formats.");
    }

    private string Forms() => string.Join(", ", _takesExcel ? _formats.Append(Excel) : _formats);

    /// <summary>The day of a moment: "2023/9/5 10:23:11" is the fifth of September.</summary>
    public static string WithoutTime(string text)
    {
        int end = text.IndexOfAny([' ', 'T']);
        return end > 0 && text.AsSpan(end + 1).IndexOf(':') is 1 or 2 && TimeOnly.TryParse(text.AsSpan(end + 1), CultureInfo.InvariantCulture, out _) ? text[..end] : text;
    }
}
