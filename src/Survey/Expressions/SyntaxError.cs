namespace Survey;

/// <summary>What is wrong with the text of an expression, and where.</summary>
internal static class SyntaxError
{
    /// <summary>An error that shows the text around a place and counts its characters as readers do: one for each code point.</summary>
    public static ArgumentException At(string text, int at, string what)
    {
        const int Shown = 60;
        int from = WholeCharacter(text, Math.Max(0, Math.Min(at - Shown / 2, text.Length - Shown)));
        int to = WholeCharacter(text, Math.Min(from + Shown, text.Length));
        string excerpt = string.Concat(from > 0 ? "..." : "", text.AsSpan(from, to - from), to < text.Length ? "..." : "");
        int character = text[..at].EnumerateRunes().Count() + 1;
        return new ArgumentException($"In the expression \"{excerpt}\", at character {character}: {what}{(what.EndsWith('?') ? "" : ".")}".ReplaceLineEndings(" "));
    }

    private static int WholeCharacter(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at - 1 : at;
}
