using System.Globalization;
using System.Numerics;

namespace Survey.Files.Columns;

/// <summary>The values of texts that do not stand for "missing", in a column whose type is known.</summary>
internal static class ColumnValues
{
    /// <summary>A number; NaN where it equals a code for "missing".</summary>
    /// <param name="plan">Of the column.</param>
    /// <param name="text">As it stands in the file.</param>
    /// <param name="trimmed">Without surrounding blanks.</param>
    /// <param name="at">Knows the place.</param>
    public static double Number(ColumnPlan plan, ReadOnlySpan<char> text, ReadOnlySpan<char> trimmed, Place at)
    {
        if (!NumberText.TryRead(trimmed, out NumberText number))
            throw plan.Misfit("a number", text, at);
        double value = number.Value;
        if (!double.IsFinite(value))
            throw plan.Misfit("a number that a double can hold", text, at);
        if (plan.Missing.Match(value))
            return double.NaN;
        if (number.IsWhole && number.WholeDigits > ColumnEvidence.SafeDigits && BigInteger.Parse(trimmed, CultureInfo.InvariantCulture) != new BigInteger(value))
            throw plan.Misfit("a whole number that a double holds to the last digit", text, at);
        return value;
    }

    /// <summary>A flag, as columns of flags keep it.</summary>
    public static byte Flag(ColumnPlan plan, ReadOnlySpan<char> text, ReadOnlySpan<char> trimmed, Place at) =>
        FlagText.TryRead(trimmed, out bool flag) ? (flag ? (byte)1 : (byte)0) : throw plan.Misfit("true or false", text, at);

    /// <summary>A day, as columns of days keep it.</summary>
    public static int Date(ColumnPlan plan, ReadOnlySpan<char> text, ReadOnlySpan<char> trimmed, Place at) =>
        DateText.TryRead(trimmed, out int day) ? day : throw plan.Misfit("a date (yyyy-MM-dd)", text, at);
}
