namespace Survey.Monitoring.Simulating;

/// <summary>A survey.</summary>
/// <param name="Id">Its name.</param>
/// <param name="First">Day of interviewing.</param>
/// <param name="Last">Day of interviewing.</param>
/// <param name="Keep">The share of villages of the wave before that stay; 1 for the same villages.</param>
/// <param name="Change">Since the wave before.</param>
internal sealed record WavePlan(string Id, DateOnly First, DateOnly Last, double Keep, ChangePlan Change)
{
    /// <summary>How many villages of a town stay.</summary>
    public int Kept(int perTown) => (int)Math.Round(Keep * perTown, MidpointRounding.AwayFromZero);
}
