namespace Survey.Monitoring;

/// <summary>Facts about an area, as the sheet that the report names has them.</summary>
/// <param name="Facts">In the order of the sheet; at least one.</param>
public sealed record StudyOverview(IReadOnlyList<OverviewFact> Facts);

/// <summary>A fact about an area, in texts as they are written: no number is read, rounded or converted.</summary>
/// <param name="Item">What it tells, such as 常住人口.</param>
/// <param name="Value">Usually a number.</param>
/// <param name="Unit">Of the value; or null.</param>
/// <param name="Year">That it holds of; or null.</param>
/// <param name="Source">Who gave it; or null.</param>
public sealed record OverviewFact(string Item, string Value, string? Unit, string? Year, string? Source);
