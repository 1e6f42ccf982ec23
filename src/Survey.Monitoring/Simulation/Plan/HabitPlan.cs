namespace Survey.Monitoring.Simulating;

/// <summary>Shares in two groups, and how much villages differ.</summary>
internal sealed record HabitPlan(double First, double Second, double VillageDeviation);
