namespace Survey;

/// <summary>A linear combination of the estimates of one request: Σ coefficient · estimate.</summary>
/// <param name="Estimates">Which, by their index; each once.</param>
/// <param name="Coefficients">Of each.</param>
internal sealed record Combination(int[] Estimates, double[] Coefficients)
{
    /// <summary>One estimate as it is.</summary>
    public static Combination Of(int estimate) => new([estimate], [1]);
}
