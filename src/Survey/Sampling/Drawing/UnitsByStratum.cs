namespace Survey;

/// <summary>The units of the strata that are drawn from.</summary>
internal sealed class UnitsByStratum(Frame frame, int stage)
{
    private readonly FrameLevel? _units = frame.Stages[stage].UnitLevel;

    private int UnitCount => _units?.Count ?? frame.RowCount;

    /// <returns>By stratum, its units in the order of the frame; null for strata that are not asked for.</returns>
    public int[]?[] Of(int[] strata)
    {
        int[] counts = new int[frame.StratumCount(stage)];
        for (int unit = 0; unit < UnitCount; unit++)
            counts[StratumOf(unit)]++;
        int[]?[] units = new int[counts.Length][];
        foreach (int stratum in strata)
            units[stratum] = new int[counts[stratum]];
        counts.AsSpan().Clear();
        for (int unit = 0; unit < UnitCount; unit++)
            if (units[StratumOf(unit)] is { } own)
                own[counts[StratumOf(unit)]++] = unit;
        return units;
    }

    private int StratumOf(int unit) => _units?.Parents[unit] ?? frame.StratumOf(unit);
}
