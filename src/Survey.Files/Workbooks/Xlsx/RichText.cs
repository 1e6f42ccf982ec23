using System.Globalization;
using System.Text;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>Texts of cells that may be made of runs, each with a look of its own.</summary>
internal static class RichText
{
    /// <summary>Reads the text of the element the reader is at and goes to its end; how Japanese words are pronounced is no part of it.</summary>
    /// <param name="xml">At a shared or an inline text.</param>
    /// <param name="text">To be used again.</param>
    public static string Read(XmlPart xml, StringBuilder text)
    {
        text.Clear();
        int depth = xml.Depth;
        while (xml.ReadChild(depth))
            if (xml.Name == "t")
                Append(xml, text);
            else if (xml.Name == "r")
                while (xml.ReadChild(depth + 1))
                    if (xml.Name == "t")
                        Append(xml, text);
        return Unescaped(text.ToString());
    }

    private static void Append(XmlPart xml, StringBuilder text)
    {
        if (text.Append(xml.ElementText()).Length > CellRow.LongestText)
            throw xml.TooLong();
    }

    /// <summary>Characters that XML has not are written _x000D_, and an underscore before such a text is _x005F_. What would be no character stays as it is written.</summary>
    public static string Unescaped(string text)
    {
        int at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var plain = new StringBuilder(text.Length).Append(text, 0, at);
        for (; at < text.Length; at++)
            if (at + 7 <= text.Length && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code) && code > 0 && !char.IsSurrogate((char)code))
            {
                plain.Append((char)code);
                at += 6;
            }
            else
                plain.Append(text[at]);
        return plain.ToString();
    }
}
