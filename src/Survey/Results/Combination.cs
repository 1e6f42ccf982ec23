namespace Survey;

/// <summary>A linear combination of the estimates of one request: Σ coefficient · estimate.</summary>
/// <param name="Estimates">Which, by their index; each once.</param>
/// <param name="Coefficients">Of each.</param>
internal sealed record Combination(int[] Estimates, double[] Coefficients)
{
    /// <summary>One estimate as it is.</summary>
    public static Combination Of(int estimate) => new([estimate], [1]);

    /// <summary>Coefficients of all estimates in their order; those of 0 are left out.</summary>
    public static Combination Of(ReadOnlySpan<double> coefficients)
    {
        var estimates = new List<int>();
        var kept = new List<double>();
        for (int k = 0; k < coefficients.Length; k++)
            if (coefficients[k] != 0)
            {
                estimates.Add(k);
                kept.Add(coefficients[k]);
            }
        return new Combination([.. estimates], [.. kept]);
    }
}
