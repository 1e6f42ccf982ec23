namespace Survey.Monitoring.Simulating;

/// <summary>How ability becomes answers; difficulties and chances by type of item.</summary>
internal sealed record ItemsPlan(double Discrimination, (double From, double To)[] Difficulty, double[] Guessing, double DontKnow, double Partial);
