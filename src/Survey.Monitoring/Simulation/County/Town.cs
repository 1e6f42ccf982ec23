namespace Survey.Monitoring.Simulating;

/// <summary>A town of a simulated county.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Name">Of the town.</param>
/// <param name="Code">Nine digits.</param>
/// <param name="IsUrban">Whether its people count as urban.</param>
/// <param name="FirstVillage">The index of its first village.</param>
/// <param name="VillageCount">How many it has.</param>
internal sealed record Town(int Index, string Name, string Code, bool IsUrban, int FirstVillage, int VillageCount);
