namespace Survey;

/// <summary>Which units and groups of a sample have a row that counts.</summary>
internal static class Presence
{
    /// <summary>Groups of a stage with one of the units given.</summary>
    public static bool[] ByGroup(ReadOnlySpan<bool> units, Stage stage)
    {
        bool[] any = new bool[stage.GroupCount];
        for (int unit = 0; unit < units.Length; unit++)
            any[stage.GroupOfUnit[unit]] |= units[unit];
        return any;
    }

    /// <summary>PSUs minus strata, counting those with one of the units of the last stage given.</summary>
    public static int PsusMinusStrata(Sample sample, ReadOnlySpan<bool> units)
    {
        for (int s = sample.Stages.Count - 1; s > 0; s--)
            units = ByGroup(units, sample.Stages[s]);
        return units.Count(true) - ByGroup(units, sample.Stages[0]).AsSpan().Count(true);
    }
}
