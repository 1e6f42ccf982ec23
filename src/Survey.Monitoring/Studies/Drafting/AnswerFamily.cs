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

    /// <summary>The family with the most items among some headings, or null.</summary>
    public static AnswerFamily? Among(IEnumerable<ColumnProfile> columns)
    {
        var families = columns.Select(column => (Column: column, Match: Numbered().Match(column.Heading)))
            .Where(pair => pair.Match.Success)
            .GroupBy(pair => (Prefix: pair.Match.Groups["prefix"].Value, Mark: pair.Match.Groups["mark"].Value))
            .Select(family => (family.Key.Prefix, family.Key.Mark, Members: family.ToList(), Items: family.Select(pair => pair.Match.Groups["item"].Value).Distinct().Count()))
            .Where(family => family.Items >= FewestItems)
            .OrderByDescending(family => family.Items)
            .ToList();
        if (families.Count == 0)
            return null;
        (string prefix, string mark, var members, _) = families[0];
        string pattern = $"{prefix}{{item}}{mark}{(members.Exists(pair => pair.Match.Groups["text"].Length > 0) ? "*" : "")}";
        bool hasOptions = members.GroupBy(pair => pair.Match.Groups["item"].Value).Any(item => item.Count(pair => pair.Match.Groups["option"].Success) > 1);
        return new AnswerFamily(pattern, hasOptions ? $"{pattern}({{option}})" : null, [.. members.Select(pair => pair.Column)]);
    }

    /// <summary>letters, numbers or texts: what most answers are.</summary>
    public string Form(IReadOnlySet<string> missing)
    {
        double letters = Members.Average(member => member.Share(missing, text => text.All(c => char.IsAsciiLetter(c) || !char.IsLetterOrDigit(c))));
        double numbers = Members.Average(member => member.Share(missing, text => text.All(c => char.IsAsciiDigit(c) || !char.IsLetterOrDigit(c))));
        return letters > 0.5 ? "letters" : numbers > 0.5 ? "numbers" : "texts";
    }

    [GeneratedRegex(@"^(?<prefix>[A-Za-z]*)(?<item>\d{1,3})(?<mark>[、.:]?)(?<text>.*?)(\((?<option>[A-Za-z0-9]{1,2})\))?$")]
    private static partial Regex Numbered();
}
