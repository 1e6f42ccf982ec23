using System.Globalization;

namespace Survey.Files.Workbooks;

/// <summary>The numbers of cells as text.</summary>
internal static class CellNumber
{
    /// <summary>The longest text that a number becomes.</summary>
    public const int LongestText = 64;

    /// <summary>Days from 1899-12-30 to 9999-12-31, the last that Excel knows.</summary>
    private const long EndOfDays = 2_958_466;

    /// <summary>Days from 1899-12-30 to the first day of workbooks that count from 1904.</summary>
    private const long DaysTo1904 = 1_462;

    /// <summary>From here on a whole number has more digits than the 15 that Excel keeps: a code of so many digits has been rounded, and its exponent says so.</summary>
    private const double TooLong = 1e15;

    private const long SecondsADay = 24 * 60 * 60;

    /// <summary>Writes a number as it would stand in a CSV file.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="kind">What it means.</param>
    /// <param name="from1904">Whether the workbook counts days from 1904.</param>
    /// <param name="text">Room for <see cref="LongestText"/> characters.</param>
    /// <returns>How many were written.</returns>
    /// <remarks>
    /// A day without a time is yyyy-MM-dd, with one yyyy-MM-dd HH:mm:ss, a time without a day HH:mm:ss, to the nearest second.
    /// What is no day that Excel has stays a number: one below 0, beyond the year 9999, or 0 itself, which Excel shows as 1900-01-00.
    /// </remarks>
    public static int Write(double value, NumberKind kind, bool from1904, Span<char> text)
    {
        if (kind is not (NumberKind.Number or NumberKind.Percent) && Moment(value, kind, from1904) is { } moment)
        {
            moment.CopyTo(text);
            return moment.Length;
        }
        _ = (value + 0.0).TryFormat(text, out int written, "R", CultureInfo.InvariantCulture);
        bool isPlain = !text[..written].ContainsAny('E', '.');
        return isPlain && Math.Abs(value) >= TooLong ? WriteRounded(value, text) : written;
    }

    /// <summary>Writes a whole number of 16 digits as Excel shows it, with an exponent. Longer ones have it anyway.</summary>
    private static int WriteRounded(double value, Span<char> text)
    {
        string digits = Math.Abs((long)value).ToString(CultureInfo.InvariantCulture), decimals = digits[1..].TrimEnd('0');
        string rounded = $"{(value < 0 ? "-" : "")}{digits[0]}{(decimals.Length > 0 ? "." : "")}{decimals}E+{digits.Length - 1}";
        rounded.CopyTo(text);
        return rounded.Length;
    }

    /// <summary>A day, a time or both; null for what is none.</summary>
    private static string? Moment(double value, NumberKind kind, bool from1904)
    {
        double seconds = Math.Round(value * SecondsADay);
        if (value < 0 || seconds >= (EndOfDays - (from1904 ? DaysTo1904 : 0)) * SecondsADay)
            return null;
        if (kind == NumberKind.Duration)
            return TimeText((long)seconds);
        (long day, long time) = Math.DivRem((long)seconds, SecondsADay);
        if (day == 0 && (kind == NumberKind.Time || !from1904))
            return kind == NumberKind.Time || time > 0 ? TimeText(time) : null;
        return time == 0 ? DayText(day, from1904) : $"{DayText(day, from1904)} {TimeText(time)}";
    }

    private static string TimeText(long seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");

    private static string DayText(long day, bool from1904)
    {
        // Excel has a 29th of February 1900, as its first rival had; the days before it are one further on.
        if (!from1904 && day == 60)
            return "1900-02-29";
        long days = from1904 ? day + DaysTo1904 : day < 60 ? day + 1 : day;
        return new DateTime(1899, 12, 30).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
