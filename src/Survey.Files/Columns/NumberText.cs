using System.Globalization;

namespace Survey.Files.Columns;

/// <summary>A text that has the form of a number: sign, digits, decimal point, exponent; nothing else.</summary>
internal readonly ref struct NumberText
{
    private const ulong LargestExact = 1UL << 53;

    private static readonly double[] PowersOfTen = [.. Enumerable.Range(0, 23).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    private readonly ReadOnlySpan<char> _text;
    private readonly ulong _digits;
    private readonly int _decimals;
    private readonly bool _isShort;
    private readonly bool _isNegative;

    private NumberText(ReadOnlySpan<char> text, ulong digits, int whole, int decimals, bool hasPoint, int exponentAt)
    {
        int sign = text[0] is '-' or '+' ? 1 : 0;
        _text = text;
        _digits = digits;
        _decimals = decimals;
        _isNegative = text[0] == '-';
        // Up to 19 digits the sum of digits did not overflow.
        _isShort = whole + decimals <= 19 && digits <= LargestExact && decimals < PowersOfTen.Length && exponentAt < 0;
        IsSigned = sign == 1;
        IsWhole = !hasPoint && exponentAt < 0;
        WholeDigits = whole;
        HasLeadingZero = whole > 1 && text[sign] == '0';
        HasExponent = exponentAt >= 0;
        LooksDestroyed = exponentAt >= 0 && whole <= 1 && (hasPoint || text[exponentAt + 1] == '+') && IsLargeExponent(text[(exponentAt + 1)..]);
    }

    /// <summary>Whether a sign stands before it.</summary>
    public bool IsSigned { get; }

    /// <summary>Whether it is written without decimal point and exponent.</summary>
    public bool IsWhole { get; }

    /// <summary>Digits before the decimal point.</summary>
    public int WholeDigits { get; }

    /// <summary>Whether a zero stands before its first other digit, as in "012" but not in "0.5".</summary>
    public bool HasLeadingZero { get; }

    /// <summary>Whether it has an exponent.</summary>
    public bool HasExponent { get; }

    /// <summary>Whether it is what Excel makes of a long code: 3.20506E+11.</summary>
    public bool LooksDestroyed { get; }

    /// <summary>Whether a double can hold it, if not to the last digit.</summary>
    public bool IsFinite => (!HasExponent && _text.Length < 300) || double.IsFinite(Value);

    /// <summary>The nearest double.</summary>
    public double Value
    {
        get
        {
            if (!_isShort)
                return double.Parse(_text, NumberStyles.Float, CultureInfo.InvariantCulture);
            // Both operands are exact, so the one division rounds correctly.
            double value = _digits / PowersOfTen[_decimals];
            return _isNegative ? -value : value;
        }
    }

    /// <summary>Whether a text without surrounding blanks is a number.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out NumberText number)
    {
        number = default;
        int k = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        ulong digits = 0;
        int start = k;
        for (; k < text.Length && char.IsAsciiDigit(text[k]); k++)
            digits = (digits * 10) + (uint)(text[k] - '0');
        int whole = k - start, decimals = 0, exponentAt = -1;
        bool hasPoint = k < text.Length && text[k] == '.';
        if (hasPoint)
        {
            start = ++k;
            for (; k < text.Length && char.IsAsciiDigit(text[k]); k++)
                digits = (digits * 10) + (uint)(text[k] - '0');
            decimals = k - start;
        }
        if (whole + decimals == 0)
            return false;
        if (k < text.Length && !TryReadExponent(text, k, out exponentAt))
            return false;
        number = new NumberText(text, digits, whole, decimals, hasPoint, exponentAt);
        return true;
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, int k, out int exponentAt)
    {
        exponentAt = k;
        if (text[k] is not ('e' or 'E'))
            return false;
        ReadOnlySpan<char> exponent = text[(k + 1)..];
        if (!exponent.IsEmpty && exponent[0] is '-' or '+')
            exponent = exponent[1..];
        return !exponent.IsEmpty && !exponent.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Whether a text that is no number looks like one as people write it: 1,25 or 1,000 or 50%.</summary>
    public static bool IsLocal(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text.Trim().TrimStart("+-").TrimEnd("%％").Trim();
        foreach (char c in digits)
            if (!char.IsAsciiDigit(c) && c is not ('.' or ','))
                return false;
        return !digits.IsEmpty && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1]);
    }

    /// <summary>An exponent of 8 or more. (Excel writes a plus before it; "1E10", without point and plus, may be a code of its own.)</summary>
    private static bool IsLargeExponent(ReadOnlySpan<char> exponent) =>
        exponent.TrimStart('+').TrimStart('0') is var digits && exponent[0] != '-' && (digits.Length > 1 || (digits.Length == 1 && digits[0] >= '8'));
}
