namespace Survey.Monitoring.Simulating;

/// <summary>What has changed since the wave before.</summary>
internal sealed record ChangePlan(double Literacy, double Quitting, double MenStart, double WomenStart, double SecondHand, double Exercise)
{
    public static ChangePlan None { get; } = new(0, 0, 0, 0, 0, 0);
}
