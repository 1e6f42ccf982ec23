namespace Survey;

/// <summary>The units of combinations of keys that a database met.</summary>
/// <param name="Keys">The combinations.</param>
/// <param name="UnitOf">The unit of each.</param>
internal sealed record KeyUnits(KeysMet Keys, int[] UnitOf);
