namespace Survey.Monitoring.Drafting;

/// <summary>Texts as YAML scalars.</summary>
internal static class YamlText
{
    /// <summary>Plain where that cannot be misread, else in quotes.</summary>
    public static string Scalar(string text) =>
        text.Length > 0 && text.All(IsPlain) && !text.StartsWith('-') && text[0] is not ('?' or '.') && text == text.Trim() && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off") ? text : Quoted(text);

    /// <summary>In double quotes.</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>One text as it is, several as a list.</summary>
    public static string OneOrList(IReadOnlyList<string> texts) => texts is [var only] ? Scalar(only) : $"[{string.Join(", ", texts.Select(Scalar))}]";

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '_' or '/' or '.' or '(' or ')' or '~' or '、' or ' ' or '-' or '年' or '?';
}
