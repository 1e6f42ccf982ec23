namespace Survey.Monitoring.Drafting;

/// <summary>Gives columns names that expressions can use plainly, each its own.</summary>
internal sealed class DraftNames
{
    private const int Longest = 16;

    /// <summary>Names that are given by what a heading means, never by its words.</summary>
    private static readonly HashSet<string> Kept = new(KnownColumns.All.Select(known => known.Name).Append("town"), StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a heading or, with the same right, of a group of them: the same whenever it is asked for.</summary>
    /// <param name="source">What the name is for, which no other has.</param>
    /// <param name="words">That it is made of.</param>
    public string Of(string source, string words)
    {
        if (_given.TryGetValue(source, out string? given))
            return given;
        string name = new([.. QuestionNumber.Without(words).Where(c => char.IsLetterOrDigit(c) || c == '_').Take(Longest)]);
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_'))
            name = "c" + name;
        string free = name;
        for (int k = 2; !IsFree(free); k++)
            free = $"{name}_{k}";
        _taken.Add(free);
        return _given[source] = free;
    }

    private bool IsFree(string name) =>
        !_taken.Contains(name) && !Kept.Contains(name) && ExprLexer.IsPlainName(name) && !StudyNames.IsMade(name, hasInstrument: true);
}
