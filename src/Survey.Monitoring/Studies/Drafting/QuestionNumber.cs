namespace Survey.Monitoring.Drafting;

/// <summary>The number before a question: "1、", "12.", "Q3 ", "C1、", and the * of a question that must be answered.</summary>
internal static class QuestionNumber
{
    /// <summary>The heading without it.</summary>
    public static string Without(string heading)
    {
        string text = heading.TrimStart('*', ' ');
        int k = 0;
        while (k < text.Length && (char.IsAsciiLetterOrDigit(text[k]) || text[k] is '_' or '-'))
            k++;
        int end = k;
        while (k < text.Length && text[k] is '、' or '.' or ',' or ':' or ' ' or ')')
            k++;
        // a word alone, such as "village code", is no number
        bool isNumber = k > end && k < text.Length && text.AsSpan(0, end).ContainsAnyInRange('0', '9');
        return isNumber ? text[k..].TrimStart('*', ' ') : text;
    }
}
