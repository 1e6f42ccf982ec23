namespace Survey;

/// <summary>An estimate as the variance sees it: where its totals stand, and how it moves with them.</summary>
/// <param name="Domain">Its domain.</param>
/// <param name="Group">Its group of terms.</param>
/// <param name="Gradient">J, one for each slot of the group.</param>
internal sealed record Linearized(int Domain, int Group, double[] Gradient);
