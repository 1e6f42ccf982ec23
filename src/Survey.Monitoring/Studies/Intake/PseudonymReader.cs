using Survey.Files.Personal;

namespace Survey.Monitoring.Intake;

/// <summary>Reads personal numbers and keeps only their keyed hashes.</summary>
/// <param name="name">Of the column.</param>
/// <param name="hash">With the key.</param>
/// <param name="missing">Texts that mean missing.</param>
internal sealed class PseudonymReader(string name, PersonHash hash, MissingTexts missing) : OpenLevelReader(name, null, missing)
{
    /// <summary>Pseudonyms have no order of their own.</summary>
    protected override string[] Ordered(string[] levels)
    {
        Array.Sort(levels, StringComparer.Ordinal);
        return levels;
    }

    /// <inheritdoc/>
    protected override bool ShowsTexts => false;

    /// <inheritdoc/>
    protected override Outcome<int> Understand(string text) =>
        LostDigits.In(text) is not null || IsRounded(text)
            ? new(CategoryColumn.Missing, "is a personal number that a spreadsheet has rounded; the person cannot be found again in other waves.")
            : new(CodeOf(hash.Of(text)!));

    /// <summary>Whether an ID card number has lost its last three digits and was written out again: several people may have what is left.</summary>
    private static bool IsRounded(string text) =>
        text.Length == IdentityCard.Length && text.EndsWith("000", StringComparison.Ordinal) && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && !IdentityCard.IsValid(text);
}
