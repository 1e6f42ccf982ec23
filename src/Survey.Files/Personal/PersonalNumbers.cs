using System.Text.RegularExpressions;

namespace Survey.Files.Personal;

/// <summary>Finds ID card numbers and mobile phone numbers in texts.</summary>
internal static partial class PersonalNumbers
{
    private const int FewestDigits = 11;

    /// <summary>The numbers in a text, in its order; in most texts none.</summary>
    /// <param name="folded">Without full-width forms.</param>
    public static List<PersonalNumber> In(string folded)
    {
        var found = new List<PersonalNumber>();
        if (HasFewDigits(folded))
            return found;
        for (Match match = Identity().Match(folded); match.Success; match = Identity().Match(folded, match.Index + 1))
            if (IdentityCard.IsValid(match.Value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)))
                found.Add(new PersonalNumber(PersonalDataKind.IdentityNumber, match.Index, match.Length));
        foreach (Match match in Mobile().Matches(folded))
            found.Add(new PersonalNumber(PersonalDataKind.PhoneNumber, match.Index, match.Length));
        return found;
    }

    /// <summary>Whether a text holds a number of 11 digits exactly.</summary>
    public static bool HasElevenDigits(string folded) => !HasFewDigits(folded) && ElevenDigits().IsMatch(folded);

    /// <summary>Where digits stand that may be of an ID card, right or mistyped: 15 or more together (old numbers have 15), also with a decimal point that a spreadsheet has set after the first.</summary>
    public static IEnumerable<(int Start, int Length)> LongRuns(string folded) => Long().Matches(folded).Select(match => (match.Index, match.Length));

    private static bool HasFewDigits(string text)
    {
        int digits = 0;
        foreach (char c in text)
            if (char.IsAsciiDigit(c) && ++digits == FewestDigits)
                return false;
        return true;
    }

    // digits may stand in groups, with one blank or hyphen between two; what other digits adjoin, or a decimal point, is another number
    [GeneratedRegex(@"(?<![0-9])(?<![0-9]\.)[1-9](?:[ -]?[0-9]){16}[ -]?(?:[0-9]|[Xx](?![A-Za-z]))(?![0-9])(?!\.[0-9])")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<![0-9])(?<![0-9]\.)(?:(?:0086|\+?86)[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}[ -]?[0-9]{4}|[ -][0-9]{8})(?![0-9])(?!\.[0-9])")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![0-9])[0-9]{11}(?![0-9])")]
    private static partial Regex ElevenDigits();

    [GeneratedRegex(@"[0-9]{15,}[Xx]?|[0-9]\.[0-9]{14,}")]
    private static partial Regex Long();
}

/// <summary>A number that was found in a text.</summary>
/// <param name="Kind">An ID card's or a phone's.</param>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="Length">How many characters it takes, blanks and hyphens between its digits included.</param>
internal readonly record struct PersonalNumber(PersonalDataKind Kind, int Start, int Length);
