namespace Survey.Cli;

/// <summary>All that survey compare found.</summary>
internal sealed record ComparisonReport
{
    public required Estimates Estimates { get; init; }

    public required IReadOnlyList<Changes> Changes { get; init; }

    public required IReadOnlyList<Decomposition> Decompositions { get; init; }

    public required IReadOnlyList<Contrasts> Contrasts { get; init; }

    public required IReadOnlyList<Contrasts> Averages { get; init; }

    public required IReadOnlyList<Contrasts> Trends { get; init; }

    /// <summary>Of all waves together, or null.</summary>
    public required Estimates? Pooled { get; init; }

    public required Reporting Reporting { get; init; }

    /// <summary>Tables for people.</summary>
    public void Write(TextWriter output)
    {
        double level = Reporting.Intervals.Level;
        output.Write(Estimates.ToText(level, Reporting.Intervals.Method, Reporting.Intervals.AssumedDesignEffect));
        output.Write("\n" + new ChangesText(Changes, level, withWaves: false).Display());
        foreach (Decomposition decomposition in Decompositions)
            output.Write("\n" + decomposition.ToText(level));
        foreach (Contrasts contrasts in (IEnumerable<Contrasts>)[.. Averages, .. Trends, .. Contrasts])
            output.Write("\n" + contrasts.ToText(level));
        if (Pooled is not null)
            output.Write("\nall waves pooled: " + Pooled.ToText(level, Reporting.Intervals.Method, Reporting.Intervals.AssumedDesignEffect));
    }
}
