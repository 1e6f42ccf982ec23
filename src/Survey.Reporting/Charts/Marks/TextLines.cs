using System.Text;

namespace Survey.Reporting.Charts.Marks;

/// <summary>A text broken over lines, or shortened where even these do not hold it.</summary>
/// <param name="Full">The whole text.</param>
/// <param name="Lines">From the first.</param>
/// <param name="IsCut">Whether the last line ends before the text does.</param>
/// <param name="Width">Of the longest line, in pixels.</param>
internal sealed record TextLines(string Full, IReadOnlyList<string> Lines, bool IsCut, double Width)
{
    private const string NeverFirst = "，。、；：？！）》」』”’％…,.;:?!)]}%〉】";
    private const string NeverLast = "（《「『“‘([{〈【";

    /// <summary>Breaks a text.</summary>
    /// <param name="text">Line breaks and control characters in it become blanks.</param>
    /// <param name="size">Of its font.</param>
    /// <param name="width">That a line may have.</param>
    /// <param name="most">Lines that there may be.</param>
    public static TextLines Of(string text, double size, double width, int most)
    {
        string clean = Clean(text);
        var lines = new List<string>();
        string rest = clean;
        while (TextSize.Width(rest, size) > width && lines.Count < most - 1)
        {
            int end = End(rest, size, width);
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
        bool isCut = TextSize.Width(rest, size) > width;
        lines.Add(isCut ? Shortened(rest, size, width) : rest);
        return new(clean, lines, isCut, lines.Max(line => TextSize.Width(line, size)));
    }

    /// <summary>The text on one line, as XML can hold it.</summary>
    public static string Clean(string text) => string.Concat(LegalText.Of(text).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    /// <summary>Where the first line ends: at the last place that fits and may be broken, else at the last that fits.</summary>
    private static int End(string text, double size, double width)
    {
        int fits = 0, breaks = 0, at = 0;
        double used = 0;
        Rune before = default;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (at > 0 && used <= width && !TextSize.IsMark(rune))
                fits = at;
            if (at > 0 && used <= width && MayBreak(before, rune))
                breaks = at;
            used += TextSize.Width(rune.ToString(), size);
            at += rune.Utf16SequenceLength;
            if (used > width && fits > 0)
                break;
            before = rune;
        }
        return breaks > 0 ? breaks : fits > 0 ? fits : text.Length;
    }

    private static bool MayBreak(Rune before, Rune after) =>
        !TextSize.IsMark(after) && !NeverFirst.Contains(after.ToString(), StringComparison.Ordinal) && !NeverLast.Contains(before.ToString(), StringComparison.Ordinal)
        && (before.Value is ' ' or '-' or '/' || TextSize.IsWide(before) || TextSize.IsWide(after));

    private static string Shortened(string text, double size, double width)
    {
        const string Ellipsis = "…";
        var kept = new StringBuilder();
        double used = TextSize.Width(Ellipsis, size);
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += TextSize.Width(rune.ToString(), size);
            if (used > width)
                break;
            kept.Append(rune.ToString());
        }
        return kept.ToString().TrimEnd() + Ellipsis;
    }
}
