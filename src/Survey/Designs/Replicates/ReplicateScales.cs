namespace Survey;

/// <summary>Scale factors and centres of replicates: V = scale Σ_r rscale_r (θ_r - centre)².</summary>
internal static class ReplicateScales
{
    /// <summary>The centre that goes with a method where none is given: the mean of replicates that were resampled, the full estimate of those that balance.</summary>
    public static ReplicateCentre CentreOf(ReplicateMethod method) =>
        method is ReplicateMethod.Brr or ReplicateMethod.Fay or ReplicateMethod.SuccessiveDifferences or ReplicateMethod.JK2 or ReplicateMethod.Other ? ReplicateCentre.FullEstimate : ReplicateCentre.Mean;

    /// <summary>The scale of supplied weights where their producer gives none.</summary>
    /// <param name="method">How they were made.</param>
    /// <param name="count">R.</param>
    /// <param name="fay">Fay's ρ.</param>
    /// <param name="centre">The centre.</param>
    /// <exception cref="ArgumentException">It does not follow from the number of replicates.</exception>
    public static double ScaleOf(ReplicateMethod method, int count, double fay, ReplicateCentre centre) =>
        method switch
        {
            ReplicateMethod.JK1 => (count - 1.0) / count,
            ReplicateMethod.JKn or ReplicateMethod.JK2 => 1,
            ReplicateMethod.Brr => 1.0 / count,
            ReplicateMethod.Fay => 1 / (count * (1 - fay) * (1 - fay)),
            ReplicateMethod.SuccessiveDifferences => 4.0 / count,
            ReplicateMethod.Bootstrap => centre == ReplicateCentre.Mean ? 1 / (count - 1.0) : 1.0 / count,
            ReplicateMethod.CantyDavison => throw new ArgumentException("The scale of replicate weights of Canty and Davison depends on how many PSUs each stratum has; give the scale that their producer gives."),
            _ => throw new ArgumentException("The scale of replicate weights of another method is not known; give the scale that their producer gives."),
        };

    /// <summary>Refuses scale factors that cannot be.</summary>
    public static void Check(int count, double scale, IReadOnlyList<double> rscales)
    {
        if (!(scale > 0 && double.IsFinite(scale)))
            throw new SurveyDataException($"The scale of the replicates is {Invariant.Text(scale)}; it is a number above 0.");
        if (rscales.Count != count)
            throw new SurveyDataException($"There are {rscales.Count} scale factors of replicates (rscales) for {count} replicate weights; give one for each, in their order.");
        for (int r = 0; r < count; r++)
            if (!(rscales[r] >= 0 && double.IsFinite(rscales[r])))
                throw new SurveyDataException($"The scale factor (rscale) of replicate {r + 1} is {Invariant.Text(rscales[r])}; it is a number of at least 0.");
    }
}
