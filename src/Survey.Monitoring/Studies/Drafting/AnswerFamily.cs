using System.Globalization;
using System.Text.RegularExpressions;

namespace Survey.Monitoring.Drafting;

/// <summary>Headings that number the items of a questionnaire, such as Q1, Q2, ... or "15、...".</summary>
/// <param name="Pattern">Of an item's heading.</param>
/// <param name="OptionPattern">Of the heading of an item's option; or null.</param>
/// <param name="Members">The headings of the items and of their options.</param>
/// <param name="Items">The numbers of the items.</param>
internal sealed partial record AnswerFamily(string Pattern, string? OptionPattern, IReadOnlyList<ColumnProfile> Members, IReadOnlySet<string> Items)
{
    /// <summary>Fewer numbered headings are no questionnaire.</summary>
    private const int FewestItems = 8;

    private static readonly string[] UsualDontKnow = ["不知道", "不清楚", "不了解"];

    /// <summary>The family with the most items among some headings, or null.</summary>
    /// <param name="columns">Of a wave.</param>
    /// <param name="items">The numbers of the items where a file lists them; headings with other numbers are no part of it. Null where none does.</param>
    public static AnswerFamily? Among(IEnumerable<ColumnProfile> columns, IReadOnlySet<string>? items) =>
        columns.Select(column => (Column: column, Match: Numbered().Match(column.Heading)))
            .Where(pair => IsItem(pair.Match) && (items is null || items.Contains(ItemOf(pair.Match))))
            .GroupBy(pair => pair.Match.Groups["prefix"].Value + "{item}" + pair.Match.Groups["mark"].Value)
            .Select(own => Of(own.Key, [.. own]))
            .Where(family => family.Items.Count >= FewestItems)
            .MaxBy(family => family.Items.Count);

    private static AnswerFamily Of(string start, IReadOnlyList<(ColumnProfile Column, Match Match)> members)
    {
        string pattern = members.Any(pair => pair.Match.Groups["text"].Length > 0) ? start + "*" : start;
        bool hasOptions = members.GroupBy(pair => ItemOf(pair.Match)).Any(item => item.Count(pair => pair.Match.Groups["option"].Success) > 1);
        return new AnswerFamily(pattern, hasOptions ? $"{pattern}({{option}})" : null, [.. members.Select(pair => pair.Column)], members.Select(pair => ItemOf(pair.Match)).ToHashSet());
    }

    /// <summary>Where a text follows the number without a mark between them, a pattern for item 1 would match items 10 to 19 too.</summary>
    private static bool IsItem(Match match) => match.Success && (match.Groups["mark"].Length > 0 || match.Groups["text"].Length == 0);

    private static string ItemOf(Match match) => match.Groups["item"].Value;

    /// <summary>The forms in which options are written, as YAML: letters, numbers, texts, or a list of those that one answer in a hundred has.</summary>
    public string Forms(IReadOnlySet<string> notAnswers)
    {
        (string Name, Func<string, bool> IsSo)[] forms =
        [
            ("letters", text => text.All(c => char.IsAsciiLetter(c) || !char.IsLetterOrDigit(c))),
            ("numbers", text => text.All(c => char.IsAsciiDigit(c) || !char.IsLetterOrDigit(c))),
            ("texts", ColumnProfile.IsProse),
        ];
        string[] used = [.. forms.Where(form => Members.Average(member => member.Share(notAnswers, form.IsSo)) > 0.01).Select(form => form.Name)];
        return used.Length == 1 ? used[0] : $"[{string.Join(", ", used.Length == 0 ? ["letters"] : used)}]";
    }

    /// <summary>Texts among the answers that mean "I do not know": 9 too, where no answer is 7 or 8.</summary>
    public IReadOnlyList<string> DontKnow => [.. UsualDontKnow.Where(IsMet), .. IsMet("9") && !IsMet("7") && !IsMet("8") ? ["9"] : (string[])[]];

    /// <summary>Numbers of items for readers: "1-10, 12".</summary>
    public static string Listed(IEnumerable<string> items)
    {
        int[] numbers = [.. items.Where(IsNumber).Select(item => int.Parse(item, CultureInfo.InvariantCulture)).Distinct().Order()];
        IEnumerable<string> runs = numbers.Index().GroupBy(pair => pair.Item - pair.Index).Select(run => (First: run.First().Item, Last: run.Last().Item)).Select(run => run.First == run.Last ? $"{run.First}" : $"{run.First}-{run.Last}");
        return string.Join(", ", runs.Concat(items.Where(item => !IsNumber(item)).Order(LevelOrder.Natural)));
    }

    private static bool IsNumber(string item) => item.Length <= 6 && ColumnProfile.IsDigits(item);

    private bool IsMet(string text) => Members.Any(member => member.Texts.ContainsKey(text));

    [GeneratedRegex(@"^(?<prefix>[A-Za-z]*)(?<item>[0-9]{1,3})(?<mark>[、.:,) ]?)(?<text>.*?)(\((?<option>[A-Za-z0-9]{1,2})\))?$")]
    private static partial Regex Numbered();
}
