namespace Survey.Monitoring.Simulating;

/// <summary>What the people of a village know and do in a wave.</summary>
/// <param name="Right">Of each person the items answered rightly, a bit an item; none for those whom nobody asks.</param>
/// <param name="Habits">Of each person.</param>
internal sealed record VillageWave(ulong[] Right, Habits[] Habits);
