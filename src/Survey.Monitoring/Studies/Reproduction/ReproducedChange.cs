namespace Survey.Monitoring.Reproducing;

/// <summary>The changes from a wave to the next.</summary>
/// <param name="From">The earlier wave.</param>
/// <param name="To">The later wave.</param>
/// <param name="Overlap">Which places they share.</param>
/// <param name="Of">The indicators that have a change, in the study's order.</param>
internal sealed record ReproducedChange(ReproducedWave From, ReproducedWave To, WaveOverlap Overlap, IReadOnlyList<(ReproducedIndicator Indicator, Change Change)> Of)
{
    /// <summary>Whether R takes the two waves as one stacked sample: with all places in both, in the same strata.</summary>
    public bool IsStacked => !Overlap.IsIndependent;

    /// <summary>What R calls the design of both waves.</summary>
    public string Both => $"design_{From.Suffix}_{To.Suffix}";

    /// <summary>Why R's package cannot make the changes, or null.</summary>
    public string? Obstacle =>
        Overlap.IsIndependent || (Overlap.SharedPsus == Overlap.FirstPsus && Overlap.SharedPsus == Overlap.SecondPsus && Overlap.StratumChanges == 0) ? null
        : $"changes from {From.Id} to {To.Id}: {Overlap}; a stacked design is right only where all places are in both waves and in the same strata, so that R's survey has no standard error of them";
}
