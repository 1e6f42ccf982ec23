namespace Survey;

/// <summary>What was drawn in one stratum of one stage.</summary>
/// <param name="Stage">From 1.</param>
/// <param name="Unit">What was drawn, such as "village".</param>
/// <param name="Stratum">Columns and texts, the outermost first; none where the whole frame is one stratum.</param>
/// <param name="Units">How many there are.</param>
/// <param name="Size">The sum of their sizes; their number where no size is used.</param>
/// <param name="Drawn">How many were drawn.</param>
/// <param name="Certain">How many of them with certainty.</param>
/// <param name="LowestProbability">The smallest probability of those drawn, given that the unit of the stage before was drawn; NaN where none was.</param>
/// <param name="HighestProbability">The greatest.</param>
public sealed record DrawnStratum(int Stage, string Unit, IReadOnlyList<(string Column, string Text)> Stratum, int Units, double Size, int Drawn, int Certain, double LowestProbability, double HighestProbability);
