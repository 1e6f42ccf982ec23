namespace Survey;

/// <summary>The replicate weights that standard errors came from.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Method">How they were made.</param>
/// <param name="Fay">Fay's ρ; null of other methods.</param>
/// <param name="Scale">The factor of the sum over replicates.</param>
/// <param name="Centre">What replicates are compared with.</param>
public sealed record ReplicateSummary(int Count, ReplicateMethod Method, double? Fay, double Scale, ReplicateCentre Centre);
