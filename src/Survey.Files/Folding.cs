using System.Text;

namespace Survey.Files;

/// <summary>Makes texts that readers take for the same the same: headings, codes, answers.</summary>
/// <remarks>
/// Full-width forms (U+FF01 to U+FF5E) become half width. Every kind of blank (U+00A0, U+1680, U+2000 to U+200A, U+202F, U+205F, U+3000) becomes a space.
/// Line breaks, tabs and other control characters are removed, and so are characters without width: the soft hyphen (U+00AD), joiners and breaks (U+200B to U+200D, U+2060 to U+2064, U+FEFF)
/// and marks of direction (U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069). Then blanks at both ends go. Nothing else changes: letter case, Chinese punctuation and blanks inside stay.
/// </remarks>
internal static class Folding
{
    /// <summary>Whether folding would change a text. Cheap, for it is asked of every value.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return false;
        if (text[0] == ' ' || text[^1] == ' ')
            return true;
        foreach (char c in text)
            if (Folded(c) != c || c == '\0')
                return true;
        return false;
    }

    /// <summary>The folded text.</summary>
    public static string Fold(string text) => IsNeeded(text) ? Fold(text.AsSpan()) : text;

    /// <summary>The folded text.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (!IsNeeded(text))
            return text.ToString();
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
            if (Folded(c) is not '\0' and char kept)
                folded.Append(kept);
        return folded.ToString().Trim(' ');
    }

    /// <summary>The text with its characters folded and none taken out: a space stands for one that goes, so that each keeps its place.</summary>
    public static string InPlace(string text) =>
        !IsNeeded(text) ? text : string.Create(text.Length, text, static (folded, from) =>
        {
            for (int k = 0; k < folded.Length; k++)
                folded[k] = Goes(from[k]) ? ' ' : Folded(from[k]);
        });

    /// <summary>Whether folding takes a character out.</summary>
    public static bool Goes(char c) => Folded(c) == '\0';

    /// <summary>Whether folding takes a character out that parts nothing: not a line break or a tab.</summary>
    public static bool HasNoWidth(char c) => Goes(c) && c is not ((>= '\t' and <= '\r') or '\u0085' or '\u2028' or '\u2029');

    /// <summary>What becomes of a character; NUL where it goes.</summary>
    private static char Folded(char c) =>
        c switch
        {
            < ' ' or '\u007F' => '\0',
            < '\u007F' => c,
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
            '\u0085' or '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u2069') or '\uFEFF' => '\0',
            _ => c,
        };
}
