using System.Globalization;
using System.Text;

namespace Survey.Monitoring.Drafting;

/// <summary>Texts as YAML scalars.</summary>
internal static class YamlText
{
    /// <summary>Words that YAML, or an editor that checks it, takes for something other than a text.</summary>
    private static readonly string[] Words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    /// <summary>Plain where that cannot be misread, else in quotes.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>In double quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (IsInvisible(c))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                quoted.Append(c);
        return quoted.Append('"').ToString();
    }

    /// <summary>One text as it is, several as a list.</summary>
    public static string OneOrList(IReadOnlyList<string> texts) => texts is [var only] ? Scalar(only) : List(texts);

    /// <summary>A list.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Scalar))}]";

    /// <summary>A map in one line.</summary>
    public static string Map(IEnumerable<(string Key, string Value)> pairs) => $"{{{string.Join(", ", pairs.Select(pair => $"{Scalar(pair.Key)}: {pair.Value}"))}}}";

    /// <summary>A comment: in one line, without characters that are no text.</summary>
    public static string Comment(string text) => string.Concat(text.Select(c => IsInvisible(c) ? ' ' : c));

    private static bool IsPlain(string text) =>
        text.Length > 0 && (char.IsLetterOrDigit(text[0]) || text[0] is '_' or '(' or '/') && text[^1] != ' ' && text.All(IsPlain)
        && !Words.Contains(text, StringComparer.OrdinalIgnoreCase) && !(text.Length > 1 && text[0] == '0' && text.All(char.IsAsciiDigit));

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '_' or '/' or '.' or '(' or ')' or '~' or '、' or ' ' or '-' or '?';

    private static bool IsInvisible(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or >= '\uFFFE';
}
