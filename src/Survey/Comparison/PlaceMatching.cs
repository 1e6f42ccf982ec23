namespace Survey;

/// <summary>Finds the PSUs of several waves that are the same places.</summary>
/// <remarks>A PSU is known by its cluster id where ids are unique across the strata of every wave, else by stratum and cluster. Whether equal ids are the same places is declared by the user, never inferred.</remarks>
internal sealed class PlaceMatching : WaveLinks
{
    // how a declaration is made, in the errors that ask for one
    private const string Declaration = "samePlaces: true or false";

    private readonly IReadOnlyList<(string Name, PsuNames? Psus, long Count)> _waves;
    private readonly int[]?[] _keys;
    private readonly bool? _samePlaces;

    /// <param name="waves">Names of the waves and of their PSUs, earliest first.</param>
    /// <param name="samePlaces">As declared.</param>
    /// <param name="crosswalk">Cluster ids of earlier waves and what the last wave calls them.</param>
    public PlaceMatching(IReadOnlyList<(string Name, PsuNames? Psus, long Count)> waves, bool? samePlaces, IReadOnlyDictionary<string, string> crosswalk)
    {
        (_waves, _samePlaces) = (waves, samePlaces);
        CheckCrosswalk(crosswalk);
        _keys = KeysOf(crosswalk);
        if (samePlaces is null)
            RequireDeclaration();
        if (samePlaces is true)
            RequireSharing();
    }

    public override bool AreShared => _samePlaces is true;

    public override int[]? PlacesOf(int wave) => AreShared ? _keys[wave] : null;

    public override WaveOverlap Overlap(int first, int second)
    {
        int equal = 0, changes = 0;
        if (_keys[first] is { } before && _keys[second] is { } after)
        {
            var psuOf = new Dictionary<int, int>();
            for (int psu = 0; psu < before.Length; psu++)
                psuOf[before[psu]] = psu;
            for (int psu = 0; psu < after.Length; psu++)
                if (psuOf.TryGetValue(after[psu], out int same))
                {
                    equal++;
                    changes += _waves[first].Psus!.Stratum(same) == _waves[second].Psus!.Stratum(psu) ? 0 : 1;
                }
        }
        return new WaveOverlap(_waves[first].Name, _waves[second].Name, _waves[first].Count, _waves[second].Count, _samePlaces, equal, AreShared ? equal : 0, AreShared ? changes : 0);
    }

    private int[]?[] KeysOf(IReadOnlyDictionary<string, string> crosswalk)
    {
        bool unique = _waves.All(wave => wave.Psus?.ClustersAreUnique ?? true);
        if (!unique && crosswalk.Count > 0)
            throw new SurveyDataException("The crosswalk names PSU ids, and they begin anew in each stratum, so that one id is several places; name clusters by a column whose ids are unique, such as stratum and cluster together.");
        var numbers = new Dictionary<(string Stratum, string Cluster), int>();
        return [.. _waves.Select((wave, w) => wave.Psus is { } psus ? NumbersOf(psus, w < _waves.Count - 1) : null)];

        int[] NumbersOf(PsuNames psus, bool translated)
        {
            int[] own = new int[psus.Count];
            var met = new Dictionary<int, int>();
            for (int psu = 0; psu < own.Length; psu++)
            {
                string cluster = psus.Cluster(psu);
                if (translated && crosswalk.TryGetValue(cluster, out string? now))
                    cluster = now;
                (string, string) key = (unique ? "" : psus.Stratum(psu), cluster);
                if (!numbers.TryGetValue(key, out int number))
                    numbers.Add(key, number = numbers.Count);
                own[psu] = number;
                if (!met.TryAdd(number, psu))
                    throw new SurveyDataException($"The crosswalk makes one place '{cluster}' of the {psus.Column} ids '{psus.Cluster(met[number])}' and '{psus.Cluster(psu)}', two PSUs of one wave; places that were merged are new places, so leave them out of it.");
            }
            return own;
        }
    }

    private void CheckCrosswalk(IReadOnlyDictionary<string, string> crosswalk)
    {
        if (crosswalk.Count == 0)
            return;
        if (_samePlaces is not true)
            throw new SurveyDataException($"The crosswalk says how ids of the same places changed, and the waves are not declared to be in the same places ({Declaration}); declare it, or leave the crosswalk out.");
        HashSet<string> earlier = [.. _waves.SkipLast(1).SelectMany(Clusters)], last = [.. Clusters(_waves[^1])];
        foreach ((string old, string now) in crosswalk)
        {
            if (!earlier.Contains(old))
                throw new SurveyDataException($"The crosswalk names '{old}', and no earlier wave has such a PSU{Hint(old, earlier)}");
            if (!last.Contains(now))
                throw new SurveyDataException($"The crosswalk turns '{old}' into '{now}', and {_waves[^1].Name} has no such PSU{Hint(now, last)}");
        }

        static IEnumerable<string> Clusters((string Name, PsuNames? Psus, long Count) wave) => wave.Psus is { } psus ? Enumerable.Range(0, psus.Count).Select(psus.Cluster) : [];

        static string Hint(string id, HashSet<string> ids) => Nearest.Hint(id, ids) is { Length: > 0 } hint ? hint : "; leave such lines out of it.";
    }

    private void RequireDeclaration()
    {
        for (int second = 1; second < _waves.Count; second++)
            for (int first = 0; first < second; first++)
                if (Overlap(first, second) is { EqualIds: > 0 } overlap)
                    throw new SurveyDataException(
                        $"{Invariant.Count(overlap.EqualIds)} of {Invariant.Count(overlap.SecondPsus)} {_waves[second].Psus!.Column} ids of {overlap.Second} occur in {overlap.First}: say whether they are the same places ({Declaration}), which ids alone cannot tell, as many surveys use them anew.");
    }

    /// <summary>Refuses a declaration that no id bears out: ids are often written in two ways.</summary>
    private void RequireSharing()
    {
        if (_waves.FirstOrDefault(wave => wave.Psus is null).Name is { } unnamed)
            throw new SurveyDataException($"The waves are declared to be in the same places, but in {unnamed} each row is a PSU of its own, without a name; name the clusters of its design.");
        for (int second = 1; second < _waves.Count; second++)
            for (int first = 0; first < second; first++)
                if (Overlap(first, second).EqualIds > 0)
                    return;
        (PsuNames before, PsuNames after) = (_waves[0].Psus!, _waves[^1].Psus!);
        throw new SurveyDataException(
            $"The waves are declared to be in the same places, but no id occurs in two of them ({Called(before)} in {_waves[0].Name}, {Called(after)} in {_waves[^1].Name}); write ids alike, give a crosswalk, or declare that the places are not the same.");
    }

    private string Called(PsuNames psus) => $"{psus.Column} '{psus.Cluster(0)}'{(_waves.All(wave => wave.Psus!.ClustersAreUnique) ? "" : $" of stratum '{psus.Stratum(0)}'")}";
}
