namespace Survey;

/// <summary>Whether a figure may be shown, and why not.</summary>
/// <param name="Status">What the standard says.</param>
/// <param name="ComplementUnreliable">Whether a footnote should say that the complement, 1 − p, would be suppressed; never of a suppressed figure.</param>
/// <param name="Reasons">In words, with the numbers compared; empty where there is nothing to say.</param>
public sealed record Presentation(PresentationStatus Status, bool ComplementUnreliable, IReadOnlyList<string> Reasons);
