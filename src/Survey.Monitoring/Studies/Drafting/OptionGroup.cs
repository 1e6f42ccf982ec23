using System.Text.RegularExpressions;

namespace Survey.Monitoring.Drafting;

/// <summary>Headings of one question with several answers: the same text with an option in brackets at its end.</summary>
/// <param name="Stem">The text.</param>
/// <param name="Members">One heading an option.</param>
internal sealed partial record OptionGroup(string Stem, IReadOnlyList<ColumnProfile> Members)
{
    private static readonly string[] UsualMarks = ["选中", "未选中", "是", "否", "√", "×", "跳过", "(跳过)", "空", "(空)"];

    /// <summary>The keys of the column that they make.</summary>
    public string Keys
    {
        get
        {
            string[] options = [.. Members.Select(member => Ending().Match(member.Heading).Groups["option"].Value)];
            string?[] texts = [.. Members.Select(TextOf)];
            string list = Array.TrueForAll(texts, text => text is not null)
                ? $"{{{string.Join(", ", options.Zip(texts).Select(pair => $"{YamlText.Scalar(pair.First)}: {YamlText.Scalar(pair.Second!)}"))}}}"
                : $"[{string.Join(", ", options.Select(YamlText.Scalar))}]";
            return $"from: {YamlText.Scalar(Stem)}, as: multiple, options: {list}, multiple: {{columns: {YamlText.Quoted($"{Stem}({{option}})")}}}";
        }
    }

    /// <summary>The option's text where it is what stands in its column; null where that only says that the option was chosen.</summary>
    private static string? TextOf(ColumnProfile member) =>
        member.Texts.Keys.Where(text => !UsualMarks.Contains(text) && !ColumnProfile.IsNumber(text)).ToArray() is [var only] ? only : null;

    /// <summary>The groups of two headings and more.</summary>
    public static IReadOnlyList<OptionGroup> Among(IEnumerable<ColumnProfile> columns) =>
    [
        .. columns.Where(column => Ending().IsMatch(column.Heading))
            .GroupBy(column => Ending().Match(column.Heading).Groups["stem"].Value)
            .Where(group => group.Count() > 1)
            .Select(group => new OptionGroup(group.Key, [.. group])),
    ];

    [GeneratedRegex(@"^(?<stem>.+)\((?<option>[^()]{1,40})\)$")]
    private static partial Regex Ending();
}
