namespace Survey.Cli;

/// <summary>How estimates are reported.</summary>
/// <param name="Intervals">Their intervals.</param>
/// <param name="Standard">The presentation standard they are held against, or null.</param>
/// <param name="DesignEffects">Whether design effects stand beside them.</param>
internal sealed record Reporting(IntervalChoice Intervals, PresentationStandard? Standard, bool DesignEffects);
