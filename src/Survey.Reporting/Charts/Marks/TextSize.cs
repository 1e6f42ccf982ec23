using System.Globalization;
using System.Text;

namespace Survey.Reporting.Charts.Marks;

/// <summary>How much room texts take where no font can be asked: rather too much than too little.</summary>
internal static class TextSize
{
    /// <summary>Above and below the base line, in sizes of the font.</summary>
    public const double Ascent = 0.92, Descent = 0.24;

    private const string Narrow = " !'(),.:;I[]`fijlrt|·";
    private const string Broad = "%@MWmw";

    /// <summary>The width of a text, in pixels.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Of its font.</param>
    public static double Width(string text, double size)
    {
        double ems = 0;
        foreach (Rune rune in text.EnumerateRunes())
            ems += Ems(rune);
        return ems * size;
    }

    /// <summary>Whether a character is as wide as it is high, as Chinese ones are; a Chinese font has many symbols and dashes so too.</summary>
    public static bool IsWide(Rune rune) => rune.Value is >= 0x1100 and <= 0x115F or >= 0x2010 and <= 0x2BFF or >= 0x2E80;

    /// <summary>Whether it stands over the character before it, or is not seen.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static double Ems(Rune rune) =>
        IsMark(rune) ? 0
        : IsWide(rune) ? 1
        : !rune.IsAscii ? 0.65
        : Narrow.Contains((char)rune.Value, StringComparison.Ordinal) ? 0.34
        : Broad.Contains((char)rune.Value, StringComparison.Ordinal) ? 0.92
        : rune.Value is >= 'A' and <= 'Z' ? 0.7
        : 0.57;
}
