namespace Survey.Monitoring.Tests.Intake;

/// <summary>What options joined in a text are, found by trying every way to cut it: slow, and plain to see right.</summary>
/// <remarks>
/// Separators and blanks may stand before, between and behind options. Two options need none between them where the latter is of one character, unless a name is a number of several digits.
/// A letter may be small where that is no name of its own. Each option stands once; of several ways the one that takes the longest names first counts.
/// </remarks>
internal static class JoinedOptionsTwin
{
    /// <param name="names">One for each option.</param>
    /// <param name="separators">Besides blanks.</param>
    /// <param name="text">Folded.</param>
    /// <returns>The options in the order of the text, or null where there is no way.</returns>
    public static IReadOnlyList<int>? Of(string[] names, string separators, string text)
    {
        bool mayTouch = !names.Any(name => name.Length > 1 && name.All(char.IsAsciiDigit));
        int[] longestFirst = [.. Enumerable.Range(0, names.Length).OrderByDescending(option => names[option].Length)];
        return Ways("", [], false).FirstOrDefault(way => way.Count > 0 && way.Distinct().Count() == way.Count);

        // all ways to go on from the text that is taken so far
        IEnumerable<IReadOnlyList<int>> Ways(string taken, IReadOnlyList<int> way, bool isBehindOption)
        {
            string rest = text[taken.Length..], without = rest.TrimStart([.. separators, ' ']);
            if (without.Length == 0)
                yield return way;
            foreach (int option in longestFirst)
                if (Begins(without, names[option]) && (!isBehindOption || without.Length < rest.Length || (mayTouch && names[option].Length == 1)))
                    foreach (IReadOnlyList<int> whole in Ways(text[..(text.Length - without.Length + names[option].Length)], [.. way, option], true))
                        yield return whole;
        }

        bool Begins(string rest, string name) =>
            rest.StartsWith(name, StringComparison.Ordinal)
            || (rest.Length > 0 && name.Length == 1 && char.IsAsciiLetterUpper(name[0]) && !names.Contains(rest[..1]) && char.ToUpperInvariant(rest[0]) == name[0]);
    }
}
