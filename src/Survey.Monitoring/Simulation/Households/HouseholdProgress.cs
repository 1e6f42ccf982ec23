namespace Survey.Monitoring.Simulating;

/// <summary>How far a file of households has come.</summary>
/// <param name="Written">Households written.</param>
/// <param name="All">Households in all.</param>
internal readonly record struct HouseholdProgress(long Written, long All);
