namespace Survey;

/// <summary>Strata merged by a map before variance is estimated. Their PSUs stay apart, also those of one code in two strata.</summary>
internal sealed class MergedStrata
{
    private readonly int[] _mergedOf;
    private readonly string[] _names;

    private MergedStrata(int[] mergedOf, string[] names) => (_mergedOf, _names) = (mergedOf, names);

    /// <summary>How many strata became how many.</summary>
    public string Note
    {
        get
        {
            int[][] several = [.. _mergedOf.GroupBy(merged => merged).Select(same => same.ToArray()).Where(same => same.Length > 1)];
            return several.Length == 0
                ? "no strata were merged: the map leaves each of them on its own"
                : $"strata merged: {several.Sum(same => same.Length)} into {several.Length}, {_mergedOf.Length} in all before, {_names.Length} now";
        }
    }

    /// <summary>Merged strata are numbered by the first of their strata, so that a map that merges nothing changes nothing.</summary>
    /// <param name="map">From strata to the stratum they become part of, all at once: a name on its right is not looked up on its left.</param>
    /// <param name="column">Of strata, for messages.</param>
    /// <param name="texts">Its values.</param>
    /// <param name="keyOf">Which of them each stratum of the sample has.</param>
    public static MergedStrata Of(IReadOnlyDictionary<string, string> map, string column, string[] texts, int[] keyOf)
    {
        HashSet<string> known = [.. texts];
        foreach ((string stratum, string into) in map)
        {
            if (!known.Contains(stratum))
                throw new SurveyDataException($"The map of strata names '{stratum}', which is no stratum of '{column}'{Nearest.Hint(stratum, texts, "; its keys are strata as they stand in the data.")}");
            if (string.IsNullOrWhiteSpace(into))
                throw new SurveyDataException($"The map of strata merges stratum '{stratum}' into one without a name; name the stratum it becomes part of, or leave it out of the map.");
        }
        var numberOf = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] mergedOf = new int[keyOf.Length];
        for (int stratum = 0; stratum < mergedOf.Length; stratum++)
        {
            string own = texts[keyOf[stratum]], name = map.TryGetValue(own, out string? into) ? into : own;
            numberOf.TryAdd(name, numberOf.Count);
            mergedOf[stratum] = numberOf[name];
        }
        return new MergedStrata(mergedOf, [.. numberOf.OrderBy(pair => pair.Value).Select(pair => pair.Key)]);
    }

    /// <summary>The merged stratum of each row, from its stratum.</summary>
    public Nesting Of(Nesting strata) => new(Array.ConvertAll(strata.OfRow, stratum => _mergedOf[stratum]), new int[_names.Length], [.. Enumerable.Range(0, _names.Length)]);

    /// <summary>The first stage with sample and population sizes added up; a population nobody knows makes the sum unknown.</summary>
    public Stage Of(Stage stage)
    {
        double[] sampleSize = new double[_names.Length], populationSize = new double[_names.Length];
        for (int stratum = 0; stratum < _mergedOf.Length; stratum++)
        {
            sampleSize[_mergedOf[stratum]] += stage.SampleSize[stratum];
            populationSize[_mergedOf[stratum]] += stage.PopulationSize[stratum];
        }
        return stage with
        {
            GroupOfUnit = Array.ConvertAll(stage.GroupOfUnit, stratum => _mergedOf[stratum]),
            SampleSize = sampleSize,
            PopulationSize = populationSize,
            Carried = Enumerable.Repeat(1.0, _names.Length).ToArray(),
            NameOf = merged => $"stratum '{_names[merged]}'",
        };
    }
}
