using System.Text.RegularExpressions;

namespace Survey.Monitoring.Drafting;

/// <summary>Headings that number the items of a questionnaire, such as Q1, Q2, ... or "15、...".</summary>
/// <param name="Pattern">Of an item's heading.</param>
/// <param name="OptionPattern">Of the heading of an item's option; or null.</param>
/// <param name="Members">The headings of the items and of their options.</param>
internal sealed partial record AnswerFamily(string Pattern, string? OptionPattern, IReadOnlyList<ColumnProfile> Members)
{
    /// <summary>Fewer numbered headings are no questionnaire.</summary>
    private const int FewestItems = 8;

    private static readonly string[] UsualDontKnow = ["不知道", "不清楚", "不了解"];

    /// <summary>The family with the most items among some headings, or null.</summary>
    /// <param name="columns">Of a wave.</param>
    /// <param name="items">The numbers of the items where a file lists them; headings with other numbers are no part of it. Null where none does.</param>
    public static AnswerFamily? Among(IEnumerable<ColumnProfile> columns, IReadOnlySet<string>? items)
    {
        var families = columns.Select(column => (Column: column, Match: Numbered().Match(column.Heading)))
            .Where(pair => pair.Match.Success && (items is null || items.Contains(pair.Match.Groups["item"].Value)))
            .GroupBy(pair => (Prefix: pair.Match.Groups["prefix"].Value, Mark: pair.Match.Groups["mark"].Value))
            .Select(own => (own.Key.Prefix, own.Key.Mark, Members: own.ToList(), Items: own.Select(pair => pair.Match.Groups["item"].Value).Distinct().Count()))
            .Where(own => own.Items >= FewestItems)
            .ToList();
        if (families.Count == 0)
            return null;
        (string prefix, string mark, var members, _) = families.MaxBy(own => own.Items);
        string pattern = $"{prefix}{{item}}{mark}{(members.Exists(pair => pair.Match.Groups["text"].Length > 0) ? "*" : "")}";
        bool hasOptions = members.GroupBy(pair => pair.Match.Groups["item"].Value).Any(item => item.Count(pair => pair.Match.Groups["option"].Success) > 1);
        return new AnswerFamily(pattern, hasOptions ? $"{pattern}({{option}})" : null, [.. members.Select(pair => pair.Column)]);
    }

    /// <summary>The forms in which options are written, as YAML: letters, numbers, texts, or a list of those that one answer in a hundred has.</summary>
    public string Forms(IReadOnlySet<string> notAnswers)
    {
        (string Name, Func<string, bool> IsSo)[] forms =
        [
            ("letters", text => text.All(c => char.IsAsciiLetter(c) || !char.IsLetterOrDigit(c))),
            ("numbers", text => text.All(c => char.IsAsciiDigit(c) || !char.IsLetterOrDigit(c))),
            ("texts", text => text.Any(c => char.IsLetter(c) && !char.IsAsciiLetter(c))),
        ];
        string[] used = [.. forms.Where(form => Members.Average(member => member.Share(notAnswers, form.IsSo)) > 0.01).Select(form => form.Name)];
        return used.Length == 1 ? used[0] : $"[{string.Join(", ", used.Length == 0 ? ["letters"] : used)}]";
    }

    /// <summary>Texts among the answers that mean "I do not know": 9 too, where no answer is 7 or 8.</summary>
    public IReadOnlyList<string> DontKnow => [.. UsualDontKnow.Where(IsMet), .. IsMet("9") && !IsMet("7") && !IsMet("8") ? ["9"] : (string[])[]];

    private bool IsMet(string text) => Members.Any(member => member.Texts.ContainsKey(text));

    [GeneratedRegex(@"^(?<prefix>[A-Za-z]*)(?<item>\d{1,3})(?<mark>[、.:]?)(?<text>.*?)(\((?<option>[A-Za-z0-9]{1,2})\))?$")]
    private static partial Regex Numbered();
}
