namespace Survey.Monitoring.Drafting;

/// <summary>What is to be known of a column before its values are looked at.</summary>
internal enum KnownKind
{
    /// <summary>The values tell.</summary>
    Any,

    /// <summary>Names single rows or households.</summary>
    Name,

    /// <summary>Digits that name a place.</summary>
    Code,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A quantity, however few its numbers.</summary>
    Quantity,
}

/// <summary>A column that most surveys have: what it is called here, and the words by which its heading is known.</summary>
/// <param name="Name">In the study.</param>
/// <param name="Headings">Words that a heading is, without its number, courtesies and brackets; the best first.</param>
internal sealed record KnownColumn(string Name, params IReadOnlyList<string> Headings)
{
    private const int Whole = 2_000, Part = 1_000;

    private static readonly string[] Courtesies = ["请问", "您的", "您家庭的", "您家的", "您", "本人的", "本人", "受访者", "调查对象的", "被调查者", "的"];

    /// <summary>Words that the text of a question holds.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Words that a heading of something else holds.</summary>
    public IReadOnlyList<string> NotIn { get; init; } = [];

    /// <summary>What is known of its values.</summary>
    public KnownKind Kind { get; init; }

    /// <summary>What its codes usually stand for; empty where there is no usual coding.</summary>
    public IReadOnlyList<(string Code, string Level)> Codes { get; init; } = [];

    /// <summary>Said beside the codes that were guessed.</summary>
    public string? Comment { get; init; }

    /// <summary>How well a folded heading fits: 0 not at all; more where it is one of the words than where it holds one, and more for words that stand earlier.</summary>
    public int Fit(string heading)
    {
        string text = QuestionNumber.Without(heading).TrimEnd('?', ':', '*', ' ', '。').Replace(" ", "", StringComparison.Ordinal);
        string[] forms = [.. new[] { text, WithoutBrackets(text), Joined(text) }.SelectMany(form => new[] { form, WithoutCourtesies(form) }).Distinct()];
        int whole = IndexOf(Headings, word => forms.Contains(word, StringComparer.OrdinalIgnoreCase));
        if (whole >= 0)
            return Whole - whole;
        int part = NotIn.Any(text.Contains) ? -1 : IndexOf(Words, word => Array.Exists(forms, form => form.Contains(word, StringComparison.Ordinal)));
        return part >= 0 ? Part - part : 0;
    }

    /// <summary>The known column of a heading, or null.</summary>
    public static KnownColumn? Of(string heading) => KnownColumns.All.FirstOrDefault(known => known.Fit(heading) > 0);

    private static int IndexOf(IReadOnlyList<string> words, Func<string, bool> fits)
    {
        for (int k = 0; k < words.Count; k++)
            if (fits(words[k]))
                return k;
        return -1;
    }

    private static string WithoutCourtesies(string text)
    {
        foreach (string courtesy in Courtesies)
            text = text.Replace(courtesy, "", StringComparison.Ordinal);
        return text;
    }

    /// <summary>"身高(cm)" is 身高.</summary>
    private static string WithoutBrackets(string text)
    {
        int open = text.IndexOf('('), close = text.LastIndexOf(')');
        return open > 0 && close > open ? text.Remove(open, close - open + 1) : text;
    }

    /// <summary>"村(居)委会代码" and "村/居委会代码" are 村居委会代码.</summary>
    private static string Joined(string text) => string.Concat(text.Where(c => c is not ('(' or ')' or '/' or '、' or '_' or '-' or '[' or ']')));
}
