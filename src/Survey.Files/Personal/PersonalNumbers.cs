using System.Text.RegularExpressions;

namespace Survey.Files.Personal;

/// <summary>Finds ID card numbers and mobile phone numbers in texts.</summary>
internal static partial class PersonalNumbers
{
    private const int FewestDigits = 11;

    /// <summary>The numbers in a text; in most texts none, and one that is found in two ways stands twice.</summary>
    public static List<PersonalNumber> In(string text) => Find(text, NumbersIn, Folding.Goes);

    /// <summary>Digits that may be of an ID card, right or mistyped: 15 or more together (old numbers have 15), also with a decimal point that a spreadsheet has set after the first.</summary>
    public static List<PersonalNumber> LongRuns(string text) =>
        Find(text, folded => Long().Matches(folded).Select(match => new PersonalNumber(PersonalDataKind.IdentityNumber, match.Index, match.Length)), Folding.HasNoWidth); // two codes on two lines are no long one

    /// <summary>Whether a text holds a number of 11 digits exactly.</summary>
    public static bool HasElevenDigits(string folded) => !HasFewDigits(folded) && ElevenDigits().IsMatch(folded);

    /// <summary>Searches a text with blanks for what folding takes out, which may part two numbers, and a second time without those of them that may stand in one.</summary>
    private static List<PersonalNumber> Find(string text, Func<string, IEnumerable<PersonalNumber>> find, Func<char, bool> mayStandInside)
    {
        string folded = Folding.InPlace(text);
        if (HasFewDigits(folded))
            return [];
        List<PersonalNumber> found = [.. find(folded)];
        if (!text.Any(mayStandInside))
            return found;
        int[] places = [.. Enumerable.Range(0, text.Length).Where(k => !mayStandInside(text[k]))];
        foreach (PersonalNumber number in find(string.Concat(places.Select(k => folded[k]))))
        {
            int start = places[number.Start], end = places[number.Start + number.Length - 1] + 1;
            found.Add(number with { Start = start, Length = end - start });
        }
        return found;
    }

    private static IEnumerable<PersonalNumber> NumbersIn(string folded)
    {
        for (Match match = Identity().Match(folded); match.Success; match = Identity().Match(folded, match.Index + 1))
            if (IdentityCard.IsValid(match.Value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)))
                yield return new PersonalNumber(PersonalDataKind.IdentityNumber, match.Index, match.Length);
        foreach (Match match in Mobile().Matches(folded))
            yield return new PersonalNumber(PersonalDataKind.PhoneNumber, match.Index, match.Length);
    }

    private static bool HasFewDigits(string text)
    {
        int digits = 0;
        foreach (char c in text)
            if (char.IsAsciiDigit(c) && ++digits == FewestDigits)
                return false;
        return true;
    }

    // digits may stand in groups, with one blank or hyphen between two; what other digits adjoin, or decimals other than 0, is another number
    [GeneratedRegex(@"(?<![0-9])(?<![0-9]\.)[1-9](?:[ -]?[0-9]){16}[ -]?(?:[0-9]|[Xx](?![A-Za-z]))(?![0-9])(?!\.[0-9])")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<![0-9])(?<![0-9]\.)(?:(?:0086|\+?86)[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}[ -]?[0-9]{4}|[ -][0-9]{8})(?![0-9])(?!\.0*[1-9])")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![0-9])[0-9]{11}(?![0-9])")]
    private static partial Regex ElevenDigits();

    [GeneratedRegex(@"[0-9]{15,}[Xx]?|[0-9]\.[0-9]{14,}")]
    private static partial Regex Long();
}

/// <summary>A number that was found in a text.</summary>
/// <param name="Kind">An ID card's or a phone's.</param>
/// <param name="Start">Where it begins in the text as it stands, from 0.</param>
/// <param name="Length">How many characters it takes, blanks, hyphens and characters without width between its digits included.</param>
internal readonly record struct PersonalNumber(PersonalDataKind Kind, int Start, int Length);
