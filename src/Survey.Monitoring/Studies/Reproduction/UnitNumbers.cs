namespace Survey.Monitoring.Reproducing;

/// <summary>Numbers strata and PSUs anew, as their codes are not handed on. A stratum of one name has one number in all waves, and so has a place that waves share.</summary>
internal sealed class UnitNumbers
{
    private const string Separator = "\u001F";

    private readonly IReadOnlyList<ReproducedWave> _waves;
    private readonly IReadOnlyList<string> _strata;
    private readonly Waves? _together;
    private readonly Dictionary<string, int> _stratumOf = [];

    /// <param name="waves">The waves.</param>
    /// <param name="strata">The columns of strata.</param>
    /// <param name="together">That know which places waves share; or null.</param>
    public UnitNumbers(IReadOnlyList<ReproducedWave> waves, IReadOnlyList<string> strata, Waves? together)
    {
        (_waves, _strata, _together) = (waves, strata, together);
        foreach (string stratum in waves.SelectMany(StrataOf).Distinct().Order(LevelOrder.Natural))
            _stratumOf.Add(stratum, _stratumOf.Count + 1);
    }

    /// <summary>Whether the design has strata.</summary>
    public bool HasStrata => _strata.Count > 0;

    /// <summary>Whether the design has clusters; else each row is a PSU.</summary>
    public bool HasClusters => _waves.All(wave => wave.Design.Sample.PsuNames is not null);

    /// <summary>Whether a place has the same number in all waves.</summary>
    public bool AreShared => _together is { SamePlaces: true };

    /// <summary>The stratum of each row of a wave.</summary>
    public double[] Strata(int wave) => [.. StrataOf(_waves[wave]).Select(stratum => (double)_stratumOf[stratum])];

    /// <summary>The PSU of each row of a wave.</summary>
    public double[] Psus(int wave)
    {
        int[]? places = _together?.PlacesOf(wave);
        long before = _waves.Take(wave).Sum(own => own.Design.PsuCount);
        return Array.ConvertAll(_waves[wave].Psus, psu => 1.0 + (places is null ? before + psu : places[psu]));
    }

    private IEnumerable<string> StrataOf(ReproducedWave wave) =>
        HasStrata ? Enumerable.Range(0, wave.People.RowCount).Select(row => string.Join(Separator, _strata.Select(name => wave.People[name].TextAt(row)))) : [];
}
