namespace Survey.Files.Workbooks;

/// <summary>What the number of a cell means by the way it is shown.</summary>
internal enum NumberKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, with or without a time of day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time, such as 36:00.</summary>
    Duration,
}

/// <summary>Number formats of cells: which of them show days and times.</summary>
internal static class NumberFormat
{
    /// <summary>Formats that have a number and no text in the file. Those of 27 to 36 and 50 to 58 are days and times of Chinese, Japanese and Korean editions.</summary>
    public static NumberKind OfBuiltIn(int id) =>
        id switch
        {
            (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberKind.Date,
            (>= 18 and <= 21) or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => NumberKind.Time,
            46 => NumberKind.Duration,
            _ => NumberKind.Number,
        };

    /// <summary>The kind of a format given as text, such as yyyy"年"m"月"d"日" or [$-804]m/d h:mm; its first section decides, which shows positive numbers.</summary>
    public static NumberKind Of(string format)
    {
        if (format.StartsWith("General", StringComparison.OrdinalIgnoreCase))
            return NumberKind.Number;
        bool date = false, month = false, time = false, digits = false;
        for (int k = 0; k < format.Length && format[k] != ';'; k++)
            switch (char.ToLowerInvariant(format[k]))
            {
                case '\\' or '_' or '*': // the next character is shown, left as wide, or repeated
                    k++;
                    break;
                case '"':
                    k = EndOf(format, k, '"');
                    break;
                case '[' when IsDuration(format, k):
                    return NumberKind.Duration;
                case '[':
                    k = EndOf(format, k, ']');
                    break;
                case 'a' when format.AsSpan(k).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase):
                    k += "AM/P".Length;
                    break;
                case 'e' when k + 1 < format.Length && format[k + 1] is '+' or '-': // an exponent
                    break;
                case 'y' or 'd' or 'e' or 'g' or 'b':
                    date = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case 'h' or 's':
                    time = true;
                    break;
                case '0' or '#' or '?':
                    digits = true;
                    break;
                default:
                    break;
            }
        return date ? NumberKind.Date
            : time ? NumberKind.Time // with a month or minutes, and with digits of seconds
            : month && !digits ? NumberKind.Date
            : NumberKind.Number;
    }

    /// <summary>Whether [h], [mm] or the like begins here: hours, minutes or seconds that are not cut at 24 or 60.</summary>
    private static bool IsDuration(string format, int start)
    {
        ReadOnlySpan<char> inside = format.AsSpan(start + 1, EndOf(format, start, ']') - start - 1);
        return !inside.IsEmpty && (inside.TrimStart("hH").IsEmpty || inside.TrimStart("mM").IsEmpty || inside.TrimStart("sS").IsEmpty);
    }

    /// <summary>Where a quotation or a bracket ends; the last character where it never does.</summary>
    private static int EndOf(string format, int start, char end)
    {
        int at = format.IndexOf(end, start + 1);
        return at < 0 ? format.Length : at;
    }
}
