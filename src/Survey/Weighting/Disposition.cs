namespace Survey;

/// <summary>What became of a unit that was drawn.</summary>
public enum Disposition
{
    /// <summary>Interviewed.</summary>
    Responded,

    /// <summary>Eligible, met, and not willing.</summary>
    Refused,

    /// <summary>Eligible and not met, however often it was tried.</summary>
    NotFound,

    /// <summary>Not one of those the survey is about.</summary>
    Ineligible,

    /// <summary>Whether it is eligible is not known.</summary>
    Unknown,
}

/// <summary>The texts that stand for dispositions in columns.</summary>
internal static class DispositionText
{
    /// <summary>The levels of a column of dispositions, in the order of <see cref="Disposition"/>.</summary>
    public static IReadOnlyList<string> Levels { get; } = new Sequence<string>("responded", "refused", "not found", "ineligible", "unknown");

    /// <summary>Whether a text is one of the levels, and which.</summary>
    public static bool TryRead(string text, out Disposition disposition)
    {
        int code = 0;
        while (code < Levels.Count && Levels[code] != text)
            code++;
        disposition = (Disposition)code;
        return code < Levels.Count;
    }

    public static string Text(this Disposition disposition) => Levels[(int)disposition];
}
