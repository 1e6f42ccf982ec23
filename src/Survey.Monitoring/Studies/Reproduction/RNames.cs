using System.Text;

namespace Survey.Monitoring.Reproducing;

/// <summary>Hands out names that R reads without quotes, none of them twice.</summary>
internal sealed class RNames
{
    // columns that every file has, and words of R's language
    private static readonly string[] Reserved =
        ["wave", "stratum", "psu", "weight", "if", "else", "repeat", "while", "function", "for", "next", "break", "in", "TRUE", "FALSE", "NULL", "NA", "NaN", "Inf"];

    private readonly HashSet<string> _taken = [.. Reserved];

    /// <summary>The name that is nearest to a text.</summary>
    /// <param name="text">Such as "smoking-current".</param>
    /// <param name="otherwise">For a text that has no letters of R's, such as one in Chinese.</param>
    public string Of(string text, string otherwise)
    {
        string plain = Plain(text);
        string name = plain.Length > 0 && char.IsAsciiLetter(plain[0]) && !text.Any(c => c > '\u007F') ? plain : otherwise;
        string free = name;
        for (int k = 2; !_taken.Add(free); k++)
            free = $"{name}_{k}";
        return free;
    }

    /// <summary>Letters, digits and points of a text, with "_" for all else.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (char c in text)
            if (char.IsAsciiLetterOrDigit(c) || c == '.')
                plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != '_')
                plain.Append('_');
        return plain.ToString().TrimEnd('_');
    }
}
