namespace Survey.Monitoring.Reproducing;

/// <summary>Holds the strata that the rules Adjust and Average count in this library against those that they count in R.</summary>
/// <remarks>
/// Both rules look at the strata that have anybody of the group an indicator is of. R's survey looks at those where somebody answered, and at all of them where weights are calibrated, so that its standard errors are others where a stratum has nobody.
/// </remarks>
/// <param name="waves">The waves.</param>
/// <param name="rule">Of strata of one PSU.</param>
internal sealed class StrataOfGroup(IReadOnlyList<ReproducedWave> waves, LonelyPsu rule)
{
    private readonly bool _matters = rule is LonelyPsu.Adjust or LonelyPsu.Average && waves.Any(wave => wave.Design.Sample.Stages[0] is var stage && Enumerable.Range(0, stage.GroupCount).Any(stage.IsLonely));

    /// <summary>Whether both count the same strata in all waves.</summary>
    /// <param name="of">The indicator.</param>
    public bool IsCountedAlike(ReproducedIndicator of)
    {
        if (!_matters)
            return true;
        HashSet<int>[] counted = [.. waves.SelectMany(wave => CountedIn(wave, of))];
        return counted.All(counted[0].SetEquals);
    }

    /// <summary>The strata that this library counts, and those that R does.</summary>
    private static IEnumerable<HashSet<int>> CountedIn(ReproducedWave wave, ReproducedIndicator of)
    {
        double[]? domain = of.Domain?.In(wave.People);
        double[][] answers = [.. of.Columns.Select(column => column.In(wave.People))];
        bool isIn(int row) => domain is null || domain[row] == 1;
        yield return StrataWith(wave, isIn);
        yield return StrataWith(wave, wave.Design.Calibrations is null ? row => isIn(row) && answers.All(answer => !double.IsNaN(answer[row])) : _ => true);
    }

    private static HashSet<int> StrataWith(ReproducedWave wave, Func<int, bool> isCounted)
    {
        Sample sample = wave.Design.Sample;
        return [.. Enumerable.Range(0, wave.Psus.Length).Where(row => wave.Weights[row] != 0 && isCounted(row)).Select(row => sample.RowsAreUnits ? sample.UnitOfRow[row] : sample.Stages[0].GroupOfUnit[wave.Psus[row]])];
    }
}
