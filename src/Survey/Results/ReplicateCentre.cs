namespace Survey;

/// <summary>What replicate estimates are compared with.</summary>
public enum ReplicateCentre
{
    /// <summary>Their mean. R: <c>mse = FALSE</c>.</summary>
    Mean,

    /// <summary>The estimate by the full sample's weights. R: <c>mse = TRUE</c>.</summary>
    FullEstimate,
}
