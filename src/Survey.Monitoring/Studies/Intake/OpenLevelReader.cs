namespace Survey.Monitoring.Intake;

/// <summary>Reads a category whose levels are those that are met: free text.</summary>
/// <param name="name">Of the column.</param>
/// <param name="labels">What readers are shown for a level; where it is not named, the level.</param>
/// <param name="missing">Texts that mean missing.</param>
internal class OpenLevelReader(string name, IReadOnlyDictionary<string, string>? labels, MissingTexts missing) : ColumnReader<int>(name, CategoryColumn.Missing, missing)
{
    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly List<string> _met = [];

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Column Column)> Build()
    {
        int[] codes = ReleaseValues();
        bool[] isMet = new bool[_met.Count];
        foreach (int code in codes)
            if (code >= 0)
                isMet[code] = true;
        string[] levels = Ordered([.. _met.Where((_, code) => isMet[code])]);
        int[] order = new int[_met.Count];
        for (int code = 0; code < levels.Length; code++)
            order[_codeOf[levels[code]]] = code;
        for (int row = 0; row < codes.Length; row++)
            if (codes[row] >= 0)
                codes[row] = order[codes[row]];
        return [(Name, new CategoryColumn((ReadOnlyMemory<int>)codes, levels, labels is null ? null : [.. levels.Select(level => labels.GetValueOrDefault(level, level))]))];
    }

    /// <summary>The levels in the order in which they are shown.</summary>
    protected virtual string[] Ordered(string[] levels) => LevelOrder.Sorted(levels);

    /// <inheritdoc/>
    protected override Outcome<int> Understand(string text) =>
        LostDigits.In(text) is { } lost ? new(CategoryColumn.Missing, lost) : new(CodeOf(text));

    /// <summary>The code of a level, met before or not.</summary>
    protected int CodeOf(string level)
    {
        if (!_codeOf.TryGetValue(level, out int code))
        {
            _codeOf.Add(level, code = _met.Count);
            _met.Add(level);
        }
        return code;
    }
}
