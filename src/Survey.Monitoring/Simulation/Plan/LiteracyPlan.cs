namespace Survey.Monitoring.Simulating;

/// <summary>What people know, on the scale of ability.</summary>
internal sealed record LiteracyPlan
{
    public required double Mean { get; init; }

    public required double Urban { get; init; }

    public required double[] Ages { get; init; }

    public required double[] Education { get; init; }

    public required double VillageDeviation { get; init; }

    public required double VillageInWaveDeviation { get; init; }

    public required double HouseholdDeviation { get; init; }

    public required double PersonDeviation { get; init; }
}
