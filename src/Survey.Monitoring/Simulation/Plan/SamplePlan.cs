namespace Survey.Monitoring.Simulating;

/// <summary>How the sample is drawn.</summary>
internal sealed record SamplePlan
{
    public required int VillagesPerTown { get; init; }

    public required SelectionMethod VillageMethod { get; init; }

    public required int HouseholdsPerVillage { get; init; }

    public required SelectionMethod HouseholdMethod { get; init; }

    /// <summary>Households of a village that may be visited in place of others.</summary>
    public required int Reserve { get; init; }

    public required int InterviewersPerTown { get; init; }
}
