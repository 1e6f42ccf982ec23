using System.Text;

namespace Survey.Engines;

/// <summary>A table in a database, with the schema or the database it stands in where that is named.</summary>
/// <param name="Parts">Names exactly as they are stored, the table's last.</param>
internal sealed record TableName(IReadOnlyList<string> Parts)
{
    /// <summary>Reads a name as a user gives it: <c>people</c>, <c>public.people</c>, or <c>"odd.name"."t"</c>, where a quote within quotes stands twice.</summary>
    /// <exception cref="SurveyDataException">A part is empty, or a quote is not closed.</exception>
    public static TableName Parse(string text)
    {
        List<string> parts = [];
        int at = 0;
        do
        {
            parts.Add(at < text.Length && text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (parts[^1].Length == 0)
                throw Wrong(text, "has an empty part");
            if (at < text.Length && text[at] != '.')
                throw Wrong(text, "goes on behind a closing quote");
        }
        while (at++ < text.Length);
        return parts.Count <= 3 ? new TableName(parts) : throw Wrong(text, $"has {parts.Count} parts");
    }

    /// <summary>The name in a statement.</summary>
    public string Quoted(Dialect dialect) => string.Join('.', Parts.Select(dialect.Quote));

    /// <summary>A table beside it.</summary>
    public TableName WithSuffix(string suffix) => new([.. Parts.SkipLast(1), Parts[^1] + suffix]);

    /// <summary>The name in a sentence.</summary>
    public override string ToString() => string.Join('.', Parts);

    private static string Plain(string text, ref int at)
    {
        int end = text.IndexOfAny(['.', '"', '\0'], at);
        if (end >= 0 && text[end] != '.')
            throw Wrong(text, "has a quote, or a character that no name has, in the middle of a part");
        string part = text[at..(end < 0 ? text.Length : end)];
        at += part.Length;
        return part;
    }

    private static string Quoted(string text, ref int at)
    {
        var part = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (++at == text.Length || text[at] != '"'))
                return part.ToString();
            part.Append(text[at]);
        }
        throw Wrong(text, "has a quote that is not closed");
    }

    private static SurveyDataException Wrong(string text, string what) =>
        new($"The name of a table '{text}' {what}; write table, schema.table, or \"schema\".\"table\" with the quotes.");
}
