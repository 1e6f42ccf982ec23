namespace Survey;

/// <summary>One of the levels that make a domain.</summary>
/// <param name="Variable">What splits the people, by its name.</param>
/// <param name="Level">The level, as it stands in the data.</param>
/// <param name="Label">What readers are shown for it.</param>
public sealed record DomainLevel(string Variable, string Level, string Label);
