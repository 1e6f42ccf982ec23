namespace Survey.Monitoring.Intake;

/// <summary>What a text of a file turned out to mean in its column.</summary>
/// <param name="Value">The value, or the column's missing value.</param>
/// <param name="Fault">Why the text has no meaning, as the end of a sentence that begins with the place and the text; null where it has one.</param>
internal readonly record struct Outcome<T>(T Value, string? Fault = null)
{
    /// <summary>Whether the text had to be folded to be understood.</summary>
    public bool IsFolded { get; init; }
}
