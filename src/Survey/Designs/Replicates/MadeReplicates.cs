namespace Survey;

/// <summary>Replicates made from a design.</summary>
/// <param name="Method">How.</param>
/// <param name="Fay">Fay's ρ; null of other methods.</param>
/// <param name="Sample">The design's sample, whose units have the factors: each row is one where rows are PSUs.</param>
/// <param name="Factors">For each replicate the factor of every unit.</param>
/// <param name="Scale">Of the sum.</param>
/// <param name="RScales">Of each replicate.</param>
/// <param name="Centre">What replicates are compared with.</param>
/// <param name="Notes">What should be said of them.</param>
internal sealed record MadeReplicates(
    ReplicateMethod Method, double? Fay, Sample Sample, double[][] Factors, double Scale, IReadOnlyList<double> RScales, ReplicateCentre Centre, IReadOnlyList<string> Notes);
