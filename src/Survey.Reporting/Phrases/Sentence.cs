namespace Survey.Reporting.Phrases;

/// <summary>Letters of sentences.</summary>
internal static class Sentence
{
    /// <summary>A name as it stands inside a sentence: "health literacy" of "Health literacy"; names in capitals stay.</summary>
    public static string Start(string name) => name.Length > 1 && char.IsAsciiLetterUpper(name[0]) && !char.IsAsciiLetterUpper(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
