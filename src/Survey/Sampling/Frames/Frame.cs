namespace Survey;

/// <summary>The list that a sample is drawn from: strata and units of every stage, and the stratum of each row.</summary>
/// <param name="stages">The first one first.</param>
/// <param name="strata">By row, its stratum of the last stage.</param>
/// <param name="fingerprint">Of the fields of the plan.</param>
internal sealed class Frame(FrameStage[] stages, BlockList<int> strata, string fingerprint)
{
    /// <summary>Between the parts of a unit's key.</summary>
    public const char KeySeparator = '\u001F';

    public FrameStage[] Stages => stages;

    public int RowCount => strata.Count;

    public string Fingerprint => fingerprint;

    /// <summary>The stratum of the last stage that a row lies in.</summary>
    public int StratumOf(int row) => strata[row];

    /// <summary>The unit of the stage before that a stratum lies in; 0 at the first stage.</summary>
    public int ParentOf(int stage, int stratum)
    {
        FrameLevel[] levels = stages[stage].StratumLevels;
        for (int level = levels.Length - 1; level >= 0; level--)
            stratum = levels[level].Parents[stratum];
        return stratum;
    }

    /// <summary>How many strata a stage has.</summary>
    public int StratumCount(int stage) => stages[stage].StratumLevels is [.., var last] ? last.Count : stage == 0 ? 1 : stages[stage - 1].UnitLevel!.Count;

    /// <summary>How many units a stage has.</summary>
    public int UnitCount(int stage) => stages[stage].UnitLevel?.Count ?? RowCount;

    /// <summary>The texts of a first-stage unit's strata and its own, as one.</summary>
    public string KeyOf(int unit)
    {
        FrameStage stage = stages[0];
        int stratum = stage.UnitLevel?.Parents[unit] ?? strata[unit];
        return string.Join(KeySeparator, TextsOf(0, stratum).Append(stage.NameOf(unit)));
    }

    /// <summary>A stratum in words, for messages: "town '城中街道', village '329901001201'"; empty where it is the whole frame.</summary>
    public string PathOf(int stage, int stratum) => PathOf(stages, stage, stratum);

    public static string PathOf(FrameStage[] stages, int stage, int stratum) =>
        string.Join(", ", Ancestors(stages, stage, stratum).Select(pair => $"{pair.Level.Column.Name} '{pair.Level.TextOf(pair.Node)}'").Reverse());

    /// <summary>The columns and texts of a stratum and of all above it, the outermost first.</summary>
    public IEnumerable<(string Column, string Text)> NamesOf(int stage, int stratum) => Ancestors(stages, stage, stratum).Select(pair => (pair.Level.Column.Name, pair.Level.TextOf(pair.Node))).Reverse();

    /// <summary>The texts of a stratum and of all above it, the outermost first.</summary>
    public string[] TextsOf(int stage, int stratum) => [.. Ancestors(stages, stage, stratum).Select(pair => pair.Level.TextOf(pair.Node)).Reverse()];

    private static IEnumerable<(FrameLevel Level, int Node)> Ancestors(FrameStage[] stages, int stage, int stratum)
    {
        for (int node = stratum; stage >= 0; stage--)
        {
            foreach (FrameLevel level in stages[stage].StratumLevels.Reverse())
            {
                yield return (level, node);
                node = level.Parents[node];
            }
            if (stage > 0)
            {
                FrameLevel units = stages[stage - 1].UnitLevel!;
                yield return (units, node);
                node = units.Parents[node];
            }
        }
    }
}
