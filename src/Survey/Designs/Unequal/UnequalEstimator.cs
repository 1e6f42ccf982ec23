namespace Survey;

/// <summary>How the variance of PSUs drawn with unequal probabilities is estimated.</summary>
internal enum UnequalEstimator
{
    /// <summary>n/(n - 1) Σ (1 - π_i)(z_i - mean)²: a sum of squares.</summary>
    Brewer,

    /// <summary>ΣΣ Δ_ij z_i z_j, with Overton's Δ_ij of two different PSUs: 1 - (n - (π_i + π_j)/2)/(n - 1).</summary>
    Overton,

    /// <summary>The same with Hartley and Rao's: 1 - (n - π_i - π_j + Σ_U π²/n)/(n - 1).</summary>
    HartleyRao,

    /// <summary>The same with 1 - π_i π_j/π_ij, the joint probabilities being known.</summary>
    HorvitzThompson,

    /// <summary>-½ ΣΣ Δ_ij (z_i - z_j)².</summary>
    YatesGrundy,
}
