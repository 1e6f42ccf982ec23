namespace Survey;

/// <summary>What was drawn in one stratum.</summary>
/// <param name="Stage">From 0.</param>
/// <param name="Stratum">Of the frame's stage.</param>
/// <param name="Units">All units of the stratum, in the order in which they were drawn from.</param>
/// <param name="Probabilities">Of each; null where all have the same.</param>
/// <param name="Expected">How many are drawn, on average where chance decides.</param>
/// <param name="At">Where those drawn stand among the units, in order.</param>
/// <param name="IsPartlyKept">Whether some were kept from last year, so that joint probabilities have no formula.</param>
internal sealed record StratumSample(int Stage, int Stratum, int[] Units, double[]? Probabilities, int Expected, int[] At, bool IsPartlyKept = false)
{
    public double ProbabilityAt(int at) => Probabilities?[at] ?? (double)Expected / Units.Length;

    public int CertainCount => Probabilities is null ? (Expected == Units.Length ? Units.Length : 0) : Probabilities.Count(probability => probability >= 1);
}
