using Survey.Files;

namespace Survey.Monitoring.Intake;

/// <summary>An item of an instrument, as far as reading its answers needs it.</summary>
/// <param name="Id">As the file of items writes it: "1" or "Q1".</param>
/// <param name="Kind">How many options an answer has.</param>
/// <param name="Options">The text of each option, or null where only letters are known.</param>
internal sealed record Item(string Id, ItemKind Kind, IReadOnlyList<string?> Options)
{
    /// <summary>The most options an item may have: one a letter.</summary>
    public const int MostOptions = 26;

    private static readonly string[][] TrueFalse = [["对", "正确", "√", "是"], ["错", "错误", "×", "否"]];

    /// <summary>Its column in the table.</summary>
    public string Name => char.IsAsciiDigit(Id[0]) ? "Q" + Id : Id;

    /// <summary>The letters of its options.</summary>
    public IReadOnlyList<string> Letters => [.. Options.Select((_, option) => Letter(option))];

    /// <summary>Its options by the texts that stand for them in files of a form.</summary>
    public OptionList OptionsIn(IReadOnlyList<OptionForm> forms) => new(Letters, [.. Options.Select((_, option) => NamesOf(option, forms))]);

    public static string Letter(int option) => ((char)('A' + option)).ToString();

    /// <summary>The words for right or wrong that an option means: those of its own text where it has one, else right is the first.</summary>
    private string[] WordsOf(int option) =>
        Options[option] is not { } text ? TrueFalse[option] : Array.Find(TrueFalse, words => words.Contains(Folding.Fold(text))) ?? [];

    private List<string> NamesOf(int option, IReadOnlyList<OptionForm> forms)
    {
        var names = new List<string>();
        foreach (OptionForm form in forms)
            names.Add(form switch { OptionForm.Letters => Letter(option), OptionForm.Numbers => Invariant.Text(option + 1), _ => Folding.Fold(Options[option] ?? "") });
        if (Kind == ItemKind.TrueFalse)
            names.AddRange(WordsOf(option));
        return [.. names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>How many options an answer has.</summary>
internal enum ItemKind
{
    /// <summary>One of two: right or wrong.</summary>
    TrueFalse,

    /// <summary>One.</summary>
    Single,

    /// <summary>One or more.</summary>
    Multiple,
}
