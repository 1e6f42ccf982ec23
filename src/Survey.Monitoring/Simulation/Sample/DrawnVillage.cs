namespace Survey.Monitoring.Simulating;

/// <summary>A village of a wave's sample.</summary>
/// <param name="Village">Its index.</param>
/// <param name="Probability">That it is in the wave.</param>
internal readonly record struct DrawnVillage(int Village, double Probability);
