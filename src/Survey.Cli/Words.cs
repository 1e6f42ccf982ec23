using System.Globalization;

namespace Survey.Cli;

/// <summary>Reads values of options, and refuses wrong ones with the right ones.</summary>
internal static class Words
{
    /// <summary>A sentence about a word nobody knows: with the nearest one, or else the way to find it.</summary>
    public static string Unknown(string sentence, string word, IEnumerable<string> candidates, string wayOut) =>
        Nearest.Hint(word, candidates) is { Length: > 0 } hint ? sentence + hint : $"{sentence}; {wayOut}.";

    /// <summary>The names between commas.</summary>
    public static string[] List(string option, string text)
    {
        string[] names = [.. text.Split(',').Select(name => name.Trim())];
        return names.Contains("") ? throw new ArgumentException($"{option} \"{text}\" has an empty name between commas.") : names;
    }

    /// <summary>One of a few words.</summary>
    public static T OneOf<T>(string option, string word, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        foreach ((string name, T value) in choices)
            if (string.Equals(name, word, StringComparison.OrdinalIgnoreCase))
                return value;
        string[] words = new string[choices.Length];
        for (int k = 0; k < words.Length; k++)
            words[k] = choices[k].Word;
        string takes = $"{option} takes {(words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}")}, not '{word}'";
        throw new ArgumentException(Nearest.Hint(word, words) is { Length: > 0 } hint ? takes + hint : takes + ".");
    }

    /// <summary>A fraction strictly between 0 and 1.</summary>
    public static double Fraction(string option, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is > 0 and < 1
            ? value
            : throw new ArgumentException($"{option} takes a fraction between 0 and 1, such as 0.95, not '{text}'.");

    /// <summary>A finite number.</summary>
    public static double Number(string option, string text) =>
        TryNumber(text, out double value) ? value : throw new ArgumentException($"{option} takes a number, not '{text}'.");

    public static bool TryNumber(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>A whole number that decides what is drawn by chance.</summary>
    public static ulong Seed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) ? seed : throw new ArgumentException($"--seed takes a whole number from 0, such as 20230904, not '{text}'.");

    /// <summary>A whole number of at least 0.</summary>
    public static int Whole(string option, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : throw new ArgumentException($"{option} takes a whole number from 0, not '{text}'.");

    /// <summary>A finite number of at least 1.</summary>
    public static double AtLeastOne(string option, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= 1 && double.IsFinite(value)
            ? value
            : throw new ArgumentException($"{option} takes a number of at least 1, such as 1.5, not '{text}'.");
}
