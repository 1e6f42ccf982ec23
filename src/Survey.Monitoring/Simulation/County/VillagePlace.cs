namespace Survey.Monitoring.Simulating;

/// <summary>A village of a simulated county, without its people.</summary>
/// <param name="Index">From 0 over the county.</param>
/// <param name="Town">That it belongs to.</param>
/// <param name="Name">Of the village.</param>
/// <param name="Code">Twelve digits.</param>
/// <param name="HouseholdCount">How many households it has.</param>
internal sealed record VillagePlace(int Index, Town Town, string Name, string Code, int HouseholdCount);
