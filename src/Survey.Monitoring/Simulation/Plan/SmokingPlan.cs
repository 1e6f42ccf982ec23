namespace Survey.Monitoring.Simulating;

/// <summary>Who smokes in the first wave, by age group.</summary>
internal sealed record SmokingPlan(double[] Men, double[] Women, double LessThanDaily, double VillageDeviation);
