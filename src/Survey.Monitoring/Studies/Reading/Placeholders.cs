using System.Text.RegularExpressions;

namespace Survey.Monitoring;

/// <summary>The places in a heading such as "{item}({option})" that stand for an item or an option.</summary>
internal static partial class Placeholders
{
    /// <summary>Adds an error for each place that is missing and each that means nothing.</summary>
    public static void Check(TextNode heading, string where, StudyErrors errors, string[] required, string[] known)
    {
        foreach (string missing in required.Where(place => !heading.Text.Contains(place, StringComparison.Ordinal)))
            errors.Add(heading.Place, $"{where} '{Excerpt.Of(heading.Text)}' has no {missing}; write {missing} where the {missing.Trim('{', '}')} stands in the heading");
        foreach (string found in Braces().Matches(heading.Text).Select(match => match.Value).Distinct())
            if (!known.Contains(found))
                errors.Add(heading.Place, $"{where} has {Excerpt.Of(found)}, which stands for nothing{Nearest.Hint(found, known, $"; write {string.Join(" or ", known)}")}");
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Braces();
}
