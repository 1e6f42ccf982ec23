namespace Survey.Monitoring;

/// <summary>How figures are judged.</summary>
public sealed record Judgement
{
    /// <summary>The level of intervals and verdicts; α = (1 - level)/2 in each direction.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The decimals to which rates in per cent are rounded (half away from zero) before they are compared as published; null compares them as they are. Counts and other numbers are never rounded.</summary>
    public int? Decimals { get; init; }

    /// <summary>Whether a figure that a higher office confirmed judges as published in the place of the study's own.</summary>
    public bool ConfirmedJudges { get; init; }

    /// <summary>Half of what the intervals do not cover.</summary>
    internal double Alpha => (1 - Level) / 2;
}
