namespace Survey.Monitoring;

/// <summary>How far a simulation has come.</summary>
/// <param name="Villages">How many villages are done.</param>
/// <param name="AllVillages">How many there are.</param>
public readonly record struct SimulationProgress(int Villages, int AllVillages);
