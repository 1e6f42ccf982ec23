namespace Survey.Monitoring.Weighting;

/// <summary>The units of a list that was drawn from.</summary>
/// <param name="Keys">Of each unit, the columns of its key under the study's names.</param>
/// <param name="Size">The size of each; 1 where all had the same chance.</param>
/// <param name="Total">The size of all units of the part that each is in.</param>
/// <param name="Drawn">How many were drawn of that part.</param>
internal sealed record FrameUnits(Table Keys, double[] Size, double[] Total, double[] Drawn);
