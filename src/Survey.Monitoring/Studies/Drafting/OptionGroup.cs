using System.Text.RegularExpressions;

namespace Survey.Monitoring.Drafting;

/// <summary>Headings of one question with several answers: the same text with an option in brackets at its end.</summary>
/// <param name="Stem">The text.</param>
/// <param name="Members">One heading an option.</param>
internal sealed partial record OptionGroup(string Stem, IReadOnlyList<ColumnProfile> Members)
{
    /// <summary>The options, as they stand in the headings.</summary>
    public IReadOnlyList<string> Options { get; } = [.. Members.Select(member => Ending().Match(member.Heading).Groups["option"].Value)];

    /// <summary>The column that they make.</summary>
    /// <param name="name">Of the column.</param>
    /// <param name="missing">Texts that mean missing everywhere.</param>
    public DraftColumn Column(string name, IReadOnlySet<string> missing) =>
        new(name, $"from: {YamlText.Scalar(Stem)}, as: multiple, {Keys(missing)}, multiple: {{columns: {YamlText.Quoted($"{Stem}({{option}})")}}}", StudyColumnType.Multiple, "guess: one column an option");

    /// <summary>The key of the options: a map where their texts stand in their columns, else a list.</summary>
    public string Keys(IReadOnlySet<string> missing)
    {
        string?[] texts = [.. Members.Select(member => TextOf(member, missing))];
        (string First, string)[] pairs = [.. Options.Select((option, k) => (option, texts[k] ?? option))];
        bool areTexts = Array.Exists(texts, text => text is not null) && pairs.SelectMany(pair => new[] { pair.First, pair.Item2 }.Distinct()).GroupBy(text => text).All(same => same.Count() == 1);
        return $"options: {(areTexts ? YamlText.Map(pairs.Select(pair => (pair.First, YamlText.Scalar(pair.Item2)))) : YamlText.List(Options))}";
    }

    /// <summary>The option's text where it is what stands in its column; null where that only says that the option was chosen.</summary>
    private static string? TextOf(ColumnProfile member, IReadOnlySet<string> missing)
    {
        var form = new MultipleForm();
        string[] texts = [.. member.Texts.Keys.Where(text => !form.Chosen.Contains(text) && !form.NotChosen.Contains(text) && !missing.Contains(text) && !ColumnProfile.IsNumber(text))];
        // what stands in one row only may be what a person has written
        return texts is [var only] && member.Texts[only] > 1 ? only : null;
    }

    /// <summary>The groups of two headings and more.</summary>
    /// <param name="columns">Headings.</param>
    /// <param name="isTaken">Texts that mean something else.</param>
    public static IReadOnlyList<OptionGroup> Among(IEnumerable<ColumnProfile> columns, Func<string, bool> isTaken) =>
    [
        .. columns.Select(column => (Column: column, Match: Ending().Match(column.Heading)))
            .Where(pair => pair.Match.Success && !isTaken(pair.Match.Groups["stem"].Value) && !isTaken(pair.Match.Groups["option"].Value))
            .GroupBy(pair => pair.Match.Groups["stem"].Value)
            .Where(group => group.Count() is > 1 and <= Intake.OptionsColumn.Most)
            .Select(group => new OptionGroup(group.Key, [.. group.Select(pair => pair.Column)])),
    ];

    // braces stand for items and options in the forms of headings
    [GeneratedRegex(@"^(?<stem>[^{}]*[^{}\s])\((?<option>[^(){}\s][^(){}]{0,39})\)$")]
    private static partial Regex Ending();
}
