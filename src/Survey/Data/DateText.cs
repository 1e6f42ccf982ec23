namespace Survey;

/// <summary>Days as text.</summary>
internal static class DateText
{
    /// <summary>Reads yyyy-MM-dd or yyyy/MM/dd, months and days of one digit or two, if there is such a day.</summary>
    /// <param name="text">Without surrounding blanks.</param>
    /// <param name="day">As <see cref="DateOnly.DayNumber"/>.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out int day)
    {
        day = 0;
        if (text.Length is < 8 or > 10 || text[4] is not ('-' or '/'))
            return false;
        int second = text[5..].IndexOf(text[4]);
        if (second is not (1 or 2) || text.Length - second is not (7 or 8))
            return false;
        int year = Digits(text[..4]), month = Digits(text.Slice(5, second)), ofMonth = Digits(text[(6 + second)..]);
        if (year < 1 || month is < 1 or > 12 || ofMonth < 1 || ofMonth > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, ofMonth).DayNumber;
        return true;
    }

    /// <summary>The number that digits make, or -1.</summary>
    private static int Digits(ReadOnlySpan<char> text)
    {
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
