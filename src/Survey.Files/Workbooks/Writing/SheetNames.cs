using System.Text;
using System.Xml;

namespace Survey.Files.Workbooks.Writing;

/// <summary>Names of sheets that Excel takes.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    /// <summary>The names, without the characters that no sheet may have, cut to 31 and with a number where two would be the same.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> wanted)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. wanted.Select(name => Unique(Legal(name), taken))];
    }

    private static string Legal(string name)
    {
        var legal = new StringBuilder();
        foreach (Rune rune in name.EnumerateRunes())
            legal.Append(rune.Value is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || Rune.IsControl(rune) || (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)) ? "_" : rune.ToString());
        string text = legal.ToString().Trim().Trim('\''); // Excel takes no quotation mark at either end
        // and keeps History for itself
        return text.Length == 0 ? "Sheet" : text.Equals("History", StringComparison.OrdinalIgnoreCase) ? $"{text}_" : text;
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        string unique = Cut(name, Longest);
        for (int number = 2; !taken.Add(unique); number++)
            unique = Cut(name, Longest - $" ({number})".Length) + $" ({number})";
        return unique;
    }

    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)].TrimEnd(' ', '\'');
}
