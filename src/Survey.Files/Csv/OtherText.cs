namespace Survey.Files.Csv;

/// <summary>Flags and dates as texts without surrounding blanks.</summary>
internal static class OtherText
{
    /// <summary>true or false in any letter case.</summary>
    public static bool TryReadFlag(ReadOnlySpan<char> text, out bool flag)
    {
        flag = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return flag || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>yyyy-MM-dd or yyyy/MM/dd, months and days of one digit or two, if there is such a day.</summary>
    public static bool TryReadDate(ReadOnlySpan<char> text, out int day)
    {
        day = 0;
        if (text.Length is < 8 or > 10 || text[4] is not ('-' or '/'))
            return false;
        char separator = text[4];
        int second = text[5..].IndexOf(separator);
        if (second is not (1 or 2))
            return false;
        int year = Digits(text[..4]), month = Digits(text.Slice(5, second)), ofMonth = Digits(text[(6 + second)..]);
        if (year < 1 || month is < 1 or > 12 || ofMonth < 1 || ofMonth > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, ofMonth).DayNumber;
        return true;
    }

    /// <summary>The number of up to four digits, or -1.</summary>
    private static int Digits(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 4)
            return -1;
        int number = 0;
        foreach (char digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return -1;
            number = (number * 10) + (digit - '0');
        }
        return number;
    }
}
