namespace Survey;

/// <summary>Which groups of numbers have had the same respondents so far, and so one sum of weights: the first of them keeps it for all. A row that tells groups apart ends that, and the sum is copied.</summary>
internal sealed class SharedWeights
{
    private readonly CellLayout _layout;
    private readonly int[] _groups;

    /// <param name="layout">Of a cell.</param>
    public SharedWeights(CellLayout layout)
    {
        _layout = layout;
        _groups = [.. layout.GroupsWhere(indicator: false)];
        Columns = [.. layout.WeightColumn];
        foreach (int g in _groups)
            Columns[g] = layout.HasEveryone ? layout.EveryoneColumn : layout.WeightColumn[_groups[0]];
    }

    /// <summary>For each group of numbers the column of its sum of weights.</summary>
    public int[] Columns { get; }

    /// <summary>The groups whose sums of weights are kept for themselves and others, or for themselves alone.</summary>
    public IEnumerable<int> Keepers => _groups.Where(g => Columns[g] == _layout.WeightColumn[g]);

    /// <summary>Tells apart what others tell apart.</summary>
    /// <param name="others">For each group of numbers the column it would have among rows to come.</param>
    /// <param name="copy">Copies one column to another.</param>
    /// <returns>Whether anything was told apart.</returns>
    public bool Split(int[] others, Action<int, int> copy)
    {
        bool any = false;
        int[] before = [.. Columns];
        for (int k = 0; k < _groups.Length; k++)
        {
            int g = _groups[k];
            if (_layout.HasEveryone && before[g] == _layout.EveryoneColumn && others[g] == _layout.EveryoneColumn)
                continue;
            int alike = Array.FindIndex(_groups, 0, k, h => before[h] == before[g] && others[h] == others[g]);
            Columns[g] = alike >= 0 ? Columns[_groups[alike]] : _layout.WeightColumn[g];
            if (Columns[g] == before[g])
                continue;
            any = true;
            if (alike < 0)
                copy(before[g], Columns[g]);
        }
        return any;
    }
}
