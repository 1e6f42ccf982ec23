using System.Globalization;

namespace Survey.Files.Columns;

/// <summary>Numbers as most are written, read from their bytes: a sign perhaps, digits, perhaps a point and digits. <see cref="NumberText"/> reads all others, and says what this must say.</summary>
internal static class PlainNumber
{
    private const int MostDigits = 19; // the sum of digits does not overflow
    private const ulong LargestExact = 1UL << 53;

    private static readonly double[] PowersOfTen = [.. Enumerable.Range(0, MostDigits + 1).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>Reads a number that cannot be taken for a code but by its length.</summary>
    /// <param name="text">In ASCII or UTF-8.</param>
    /// <param name="value">The nearest double.</param>
    /// <param name="isCodeLength">Whether it is a whole number of as many digits as a code of a place.</param>
    /// <returns>False where it is no number, or has blanks around it, an exponent, leading zeros or too many digits.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out double value, out bool isCodeLength)
    {
        value = 0;
        isCodeLength = false;
        int k = 0;
        bool isSigned = text.Length > 0 && text[0] is (byte)'-' or (byte)'+';
        if (isSigned)
            k = 1;
        ulong digits = 0;
        uint digit = 0;
        int start = k;
        for (; k < text.Length && (digit = (uint)text[k] - '0') <= 9; k++)
            digits = (digits * 10) + digit;
        int whole = k - start, decimals = 0;
        if (k < text.Length)
        {
            if (text[k] != '.')
                return false;
            for (start = ++k; k < text.Length && (digit = (uint)text[k] - '0') <= 9; k++)
                digits = (digits * 10) + digit;
            decimals = k - start;
            if (k < text.Length)
                return false;
        }
        else if (whole > ColumnEvidence.SafeDigits)
            return false;
        else
            isCodeLength = !isSigned && TextForms.IsCodeLength(whole);
        if (whole + decimals is 0 or > MostDigits || (whole > 1 && text[isSigned ? 1 : 0] == '0'))
            return false;
        value = digits <= LargestExact
            ? digits / PowersOfTen[decimals] // both are exact, so the one division rounds correctly
            : double.Parse(isSigned ? text[1..] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (isSigned && text[0] == '-')
            value = -value;
        return true;
    }
}
