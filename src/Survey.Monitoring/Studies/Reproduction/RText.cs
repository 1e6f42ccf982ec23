using System.Globalization;
using System.Text;

namespace Survey.Monitoring.Reproducing;

/// <summary>Texts as R's language writes them, in plain ASCII, so that any locale reads them alike.</summary>
internal static class RText
{
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
            quoted.Append(
                rune.Value is '"' or '\\' ? $"\\{rune}"
                : rune.Value is >= ' ' and <= '~' ? rune.ToString()
                : $"\\U{{{rune.Value.ToString("X", CultureInfo.InvariantCulture)}}}");
        return quoted.Append('"').ToString();
    }
}
