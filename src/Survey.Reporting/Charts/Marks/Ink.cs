namespace Survey.Reporting.Charts.Marks;

/// <summary>A colour by its role; the page that shows a chart may give its own in a CSS custom property.</summary>
/// <param name="Name">Of the custom property, without its hyphens.</param>
/// <param name="Light">On a light ground, where the page says nothing.</param>
/// <param name="Dark">On a dark one.</param>
internal sealed record Ink(string Name, string Light, string Dark)
{
    /// <summary>Names and values.</summary>
    public static readonly Ink Words = new("chart-text", "#1c2530", "#e7eaee");

    /// <summary>What is read second: axes, references.</summary>
    public static readonly Ink Quiet = new("chart-quiet", "#4d5966", "#b4bec8");

    /// <summary>The line of an axis, of 0, and of intervals.</summary>
    public static readonly Ink Axis = new("chart-axis", "#5f6b78", "#93a0ad");

    /// <summary>Lines at the ticks.</summary>
    public static readonly Ink Grid = new("chart-grid", "#dfe4e9", "#39434e");

    /// <summary>The ground.</summary>
    public static readonly Ink Paper = new("chart-paper", "#ffffff", "#14181d");

    /// <summary>The side that reaches a target.</summary>
    public static readonly Ink Reached = new("chart-reached", "#2f7d5b", "#6cc39b");

    /// <summary>The series of the study itself: dark blue, orange, green, purple, sky blue, brown, of different lightness.</summary>
    public static readonly IReadOnlyList<Ink> Series =
    [
        new("series-1", "#0b4f8a", "#6fb1ea"), new("series-2", "#e08214", "#f2a64b"), new("series-3", "#1b7f5c", "#5cc79f"),
        new("series-4", "#7b4b94", "#c79ade"), new("series-5", "#4aa3cf", "#9bd3ee"), new("series-6", "#8c5a2b", "#cf9c6b"),
    ];

    /// <summary>Series and lines of other areas.</summary>
    public static readonly Ink Other = new("series-other", "#6b7682", "#98a4b0");

    /// <summary>Parts of a programme that are met and confirmed, and what is drawn on them.</summary>
    public static readonly Ink Confirmed = new("state-confirmed", "#0b4f8a", "#6fb1ea"), OnConfirmed = new("state-on-confirmed", "#ffffff", "#10161c");

    /// <summary>Parts that are met and not confirmed.</summary>
    public static readonly Ink NotConfirmed = new("state-not-confirmed", "#bcd7ef", "#2f5878"), OnNotConfirmed = new("state-on-not-confirmed", "#0b3a66", "#e7eaee");

    /// <summary>Parts that wait for evidence.</summary>
    public static readonly Ink Awaiting = new("state-awaiting", "#6b7682", "#98a4b0"), OnAwaiting = new("state-on-awaiting", "#39434e", "#e7eaee");

    /// <summary>Parts that are not met.</summary>
    public static readonly Ink NotMet = new("state-not-met", "#e08214", "#f2a64b"), OnNotMet = new("state-on-not-met", "#1c2530", "#10161c");

    /// <summary>All of them.</summary>
    public static IEnumerable<Ink> All => [Words, Quiet, Axis, Grid, Paper, Reached, .. Series, Other, Confirmed, OnConfirmed, NotConfirmed, OnNotConfirmed, Awaiting, OnAwaiting, NotMet, OnNotMet];
}
