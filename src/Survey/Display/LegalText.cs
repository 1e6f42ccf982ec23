using System.Xml;

namespace Survey;

/// <summary>Text that every format can hold.</summary>
internal static class LegalText
{
    /// <summary>The text with U+FFFD in the place of each character that XML does not allow: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF.</summary>
    public static string Of(string text)
    {
        int first = FirstIllegal(text, 0);
        if (first < 0)
            return text;
        char[] legal = text.ToCharArray();
        for (int at = first; at >= 0; at = FirstIllegal(text, at + 1))
            legal[at] = '\uFFFD';
        return new string(legal);
    }

    private static int FirstIllegal(string text, int start)
    {
        for (int at = start; at < text.Length; at++)
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
                at++;
            else if (!XmlConvert.IsXmlChar(text[at]))
                return at;
        return -1;
    }
}
