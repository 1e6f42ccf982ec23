using Survey.Files;

namespace Survey.Monitoring.Intake;

/// <summary>Columns of answers with several options: a category of the options chosen, such as "A,C", and one flag an option.</summary>
internal static class OptionsColumn
{
    /// <summary>No answer. (An answer chooses at least one option.)</summary>
    public const ulong Missing = 0;

    /// <summary>"I do not know": more than any options chosen.</summary>
    public const ulong DontKnow = ulong.MaxValue;

    /// <summary>The most options a question may have.</summary>
    public const int Most = 60;

    /// <param name="name">Of the column.</param>
    /// <param name="options">Of the question.</param>
    /// <param name="chosen">The options of each row as bits.</param>
    /// <param name="dontKnow">What the level is called.</param>
    /// <param name="withFlags">Whether each option becomes a flag column too, such as "channel.A".</param>
    public static IReadOnlyList<(string Name, Column Column)> Of(string name, OptionList options, ReadOnlySpan<ulong> chosen, DontKnow dontKnow, bool withFlags)
    {
        var met = new HashSet<ulong>();
        foreach (ulong set in chosen)
            met.Add(set);
        met.Remove(Missing);
        bool anyDontKnow = met.Remove(DontKnow);
        var levels = met.Select(set => (Set: set, Text: options.TextOf(set))).OrderBy(level => level.Text, LevelOrder.Natural).ToList();
        if (anyDontKnow)
            levels.Add((DontKnow, dontKnow.Level));
        var codeOf = levels.Select((level, code) => (level.Set, code)).ToDictionary(pair => pair.Set, pair => pair.code);
        int[] codes = new int[chosen.Length];
        for (int row = 0; row < codes.Length; row++)
            codes[row] = codeOf.GetValueOrDefault(chosen[row], CategoryColumn.Missing);
        var columns = new List<(string, Column)> { (name, new CategoryColumn((ReadOnlyMemory<int>)codes, [.. levels.Select(level => level.Text)])) };
        for (int option = 0; withFlags && option < options.Ids.Count; option++)
            columns.Add(($"{name}.{options.Ids[option]}", FlagOf(chosen, 1UL << option)));
        return columns;
    }

    /// <summary>The options of a question in a sentence.</summary>
    public static string Listed(OptionList options) => string.Join(", ", options.Names.Select(names => names.Count == 0 ? "?" : names[0]));

    private static FlagColumn FlagOf(ReadOnlySpan<ulong> chosen, ulong option)
    {
        byte[] flags = new byte[chosen.Length];
        for (int row = 0; row < flags.Length; row++)
            flags[row] = chosen[row] switch { Missing => FlagColumn.Missing, DontKnow => 0, ulong set => (byte)((set & option) == 0 ? 0 : 1) };
        return FlagColumn.Owning(flags);
    }
}

/// <summary>The texts that mean "I do not know", and the level that stands for them.</summary>
internal sealed class DontKnow
{
    /// <param name="texts">As the study writes them; the first is the level.</param>
    public DontKnow(IReadOnlyList<string> texts) =>
        (Texts, Level) = ([.. texts.Select(text => Folding.Fold(text))], texts.Count == 0 ? "" : texts[0]);

    /// <summary>The texts, folded.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>What the level is called.</summary>
    public string Level { get; }

    /// <summary>Whether there is one.</summary>
    public bool IsDeclared => Texts.Count > 0;

    public bool Match(string folded) => Texts.Contains(folded, StringComparer.Ordinal);
}
