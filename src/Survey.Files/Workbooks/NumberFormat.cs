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

    /// <summary>A number that is shown a hundredfold with a percent sign.</summary>
    Percent,
}

/// <summary>Number formats of cells: which of them show days, times and per cent.</summary>
internal static class NumberFormat
{
    /// <summary>Formats that have a number and no text in the file. Those of 27 to 36 and 50 to 58 are days and times of Chinese, Japanese and Korean editions.</summary>
    public static NumberKind OfBuiltIn(int id) =>
        id switch
        {
            (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberKind.Date,
            (>= 18 and <= 21) or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => NumberKind.Time,
            46 => NumberKind.Duration,
            9 or 10 => NumberKind.Percent,
            _ => NumberKind.Number,
        };

    /// <summary>The kind of a format given as text, such as yyyy"年"m"月"d"日" or [$-804]m/d h:mm; its first section decides, which shows positive numbers.</summary>
    /// <remarks>A format of the weekday alone, such as [$-804]aaaa, is no day: it shows no date, and what lies under it may be a number from 1 to 7.</remarks>
    public static NumberKind Of(string format)
    {
        if (format.StartsWith("General", StringComparison.OrdinalIgnoreCase))
            return NumberKind.Number;
        bool date = false, month = false, time = false, digits = false, percent = false;
        for (int k = 0; k < format.Length && format[k] != ';'; k++)
        {
            if (format[k] == '[' && IsDuration(format, k))
                return NumberKind.Duration;
            if (EndOfText(format, k) is { } end)
            {
                k = end;
                continue;
            }
            char letter = char.ToLowerInvariant(format[k]);
            bool isExponent = letter == 'e' && k + 1 < format.Length && (format[k + 1] is '+' or '-');
            date |= !isExponent && (letter is 'y' or 'd' or 'e' or 'g' or 'b');
            month |= letter == 'm';
            time |= letter is 'h' or 's';
            digits |= letter is '0' or '#' or '?';
            percent |= letter == '%';
        }
        return date ? NumberKind.Date
            : time ? NumberKind.Time // with a month or minutes, and with digits of seconds
            : month && !digits ? NumberKind.Date
            : percent ? NumberKind.Percent
            : NumberKind.Number;
    }

    /// <summary>The last place of a piece that begins here and says nothing of days and times; null where none begins.</summary>
    private static int? EndOfText(string format, int start) =>
        format[start] switch
        {
            '\\' or '_' or '*' => start + 1, // the next character is shown, left as wide, or repeated
            '"' => EndOf(format, start, '"'),
            '[' => EndOf(format, start, ']'),
            'a' or 'A' when format.AsSpan(start).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase) => start + "AM/P".Length,
            _ => null,
        };

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
