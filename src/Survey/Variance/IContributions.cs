namespace Survey;

/// <summary>Errors that are sums of contributions: of PSUs and units of later stages, or of replicates. V = Σ c c'.</summary>
internal interface IContributions
{
    /// <summary>What each adds to the error of a combination; those that another sample may share stand first.</summary>
    double[] Contributions(Combination of);
}
