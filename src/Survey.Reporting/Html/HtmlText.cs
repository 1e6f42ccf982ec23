using System.Text;

namespace Survey.Reporting.Html;

/// <summary>Text as it may stand in a page.</summary>
internal static class HtmlText
{
    /// <summary>Text for an element or an attribute in quotes.</summary>
    public static string Escaped(string text)
    {
        string legal = LegalText.Of(text);
        if (legal.AsSpan().IndexOfAny("&<>\"'") < 0)
            return legal;
        var html = new StringBuilder(legal.Length + 32);
        foreach (char character in legal)
            html = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(character),
            };
        return html.ToString();
    }

    /// <summary>Text as a string of a style sheet, in quotes; whatever is no letter or digit is written by its number, so that nothing ends the string or the sheet.</summary>
    public static string Quoted(string text)
    {
        var css = new StringBuilder("\"");
        foreach (Rune rune in LegalText.Of(text).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                css.Append(rune.ToString());
            else
                css.Append('\\').Append(rune.Value.ToString("X", System.Globalization.CultureInfo.InvariantCulture)).Append(' ');
        return css.Append('"').ToString();
    }
}
