namespace Survey.Monitoring.Intake;

/// <summary>The options of a question and the texts by which each may be called in a file.</summary>
internal sealed class OptionList
{
    private readonly Dictionary<string, int> _optionOf = new(StringComparer.Ordinal);
    private readonly string[] _longestFirst;

    /// <param name="ids">What each option is called in the table, in order.</param>
    /// <param name="names">For each option, the folded texts that stand for it.</param>
    public OptionList(IReadOnlyList<string> ids, IReadOnlyList<IReadOnlyList<string>> names)
    {
        (Ids, Names) = (ids, names);
        for (int option = 0; option < names.Count; option++)
            foreach (string name in names[option].Where(name => name.Length > 0))
                if (!_optionOf.TryAdd(name, option) && _optionOf[name] != option)
                    throw new SurveyDataException($"'{name}' names two options, {ids[_optionOf[name]]} and {ids[option]}");
        _longestFirst = [.. _optionOf.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
        NeedsSeparators = _longestFirst.Any(name => name.Length > 1 && name.All(char.IsAsciiDigit));
    }

    /// <summary>What each option is called in the table, in order.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The texts that stand for each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Names { get; }

    /// <summary>Whether options written together could not be told apart: 1 and 0, or 10.</summary>
    public bool NeedsSeparators { get; }

    /// <summary>The option that a folded text names, or -1. Letters may be small.</summary>
    public int Of(string text) =>
        _optionOf.TryGetValue(text, out int option) || (text.Length == 1 && _optionOf.TryGetValue(text.ToUpperInvariant(), out option)) ? option : -1;

    /// <summary>The options joined in a folded text, as bits; or null where it is not made of options.</summary>
    /// <param name="text">Such as "A,C", "ACD", "1┋3" or texts of options with separators.</param>
    /// <param name="separators">Characters that may stand between options, beside blanks.</param>
    public ulong? Joined(string text, string separators) => Joined(text, 0, separators, 0, false, []);

    /// <summary>The options as the table names them: "A,C".</summary>
    public string TextOf(ulong options) => string.Join(',', Ids.Where((_, option) => (options & (1UL << option)) != 0));

    /// <summary>Takes an option at a position, the longest first, since an option's text may hold a separator; goes back where the rest then makes no sense, or has an option once more.</summary>
    private ulong? Joined(string text, int position, string separators, ulong chosen, bool follows, HashSet<(int Position, bool IsSeparated, ulong Chosen)> hopeless)
    {
        int start = position;
        while (position < text.Length && (text[position] == ' ' || separators.Contains(text[position])))
            position++;
        if (position == text.Length)
            return follows ? chosen : null;
        bool isSeparated = !follows || position > start;
        if (!hopeless.Add((position, isSeparated, chosen)))
            return null;
        foreach (string name in _longestFirst)
        {
            if (!StartsWith(text, position, name) || !(isSeparated || (name.Length == 1 && !NeedsSeparators)))
                continue;
            ulong own = 1UL << Of(name);
            if ((chosen & own) == 0 && Joined(text, position + name.Length, separators, chosen | own, true, hopeless) is { } all)
                return all;
        }
        return null;
    }

    private bool StartsWith(string text, int position, string name) =>
        string.CompareOrdinal(text, position, name, 0, name.Length) == 0 ||
        (name.Length == 1 && char.IsAsciiLetterUpper(name[0]) && position < text.Length && char.ToUpperInvariant(text[position]) == name[0] && !_optionOf.ContainsKey(text[position].ToString()));
}
