using System.Text;

namespace Survey.Files;

/// <summary>Makes texts that readers take for the same the same: headings, codes, answers.</summary>
/// <remarks>
/// Full-width forms (U+FF01 to U+FF5E) become half width, every kind of blank becomes a space, line breaks, tabs and characters without width are removed, and blanks at both ends go.
/// Nothing else changes: letter case, Chinese punctuation and blanks inside stay.
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
            if (c == '\0' || Folded(c) != c)
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

    /// <summary>What becomes of a character; NUL where it goes.</summary>
    private static char Folded(char c) =>
        c switch
        {
            < ' ' or '\u007F' => '\0',
            < '\u007F' => c,
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            '\u3000' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' => ' ',
            '\u200B' or '\u200C' or '\u200D' or '\u2028' or '\u2029' or '\u2060' or '\uFEFF' or '\u0085' => '\0',
            _ => c,
        };
}
