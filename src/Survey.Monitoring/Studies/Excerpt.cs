using System.Text;

namespace Survey.Monitoring;

/// <summary>Texts of a file as messages show them.</summary>
internal static class Excerpt
{
    private const int Shown = 40;

    /// <summary>The text on one line, cut where it is long.</summary>
    public static string Of(string text)
    {
        var excerpt = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (excerpt.Length >= Shown)
                return excerpt.Append("...").ToString();
            // a line break within a message would make two sentences of one
            excerpt.Append(Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 ? new Rune(' ') : rune);
        }
        return excerpt.ToString();
    }

    /// <summary>Names or codes in a row, as a sentence lists them; the first ones where there are many.</summary>
    public static string List(IEnumerable<string> names)
    {
        const int Most = 20;
        string[] all = [.. names];
        return all.Length <= Most ? string.Join(", ", all) : $"{string.Join(", ", all.Take(Most))} and {all.Length - Most} more";
    }
}
