namespace Survey;

/// <summary>Where the replicate weights of a design stand.</summary>
internal abstract record ReplicateWeights
{
    /// <summary>R.</summary>
    public abstract int Count { get; }
}

/// <summary>Made from a design: in each replicate the weights of a unit's rows are multiplied by a factor, so that replicate totals follow from those of the units.</summary>
/// <param name="OfReplicate">For each replicate the factor of every unit of the sample.</param>
internal sealed record UnitFactors(double[][] OfReplicate) : ReplicateWeights
{
    public override int Count => OfReplicate.Length;
}

/// <summary>Columns of the rows.</summary>
/// <param name="Names">One a replicate.</param>
/// <param name="AreCombined">Whether they hold weights; otherwise factors by which the weights are multiplied.</param>
internal sealed record WeightsInColumns(IReadOnlyList<string> Names, bool AreCombined) : ReplicateWeights
{
    public override int Count => Names.Count;
}
