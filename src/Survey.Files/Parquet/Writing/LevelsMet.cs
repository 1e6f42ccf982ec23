using Survey.Files.Columns;

namespace Survey.Files.Parquet.Writing;

/// <summary>Which levels of a category rows have had so far.</summary>
internal sealed class LevelsMet
{
    private IReadOnlyList<string> _levels = [];
    private bool[] _met = [];

    /// <summary>Takes note of a chunk's levels, which may be more than those before.</summary>
    public void See(IReadOnlyList<string> levels)
    {
        if (levels.Count <= _levels.Count)
            return;
        _levels = levels;
        if (_met.Length < levels.Count)
            Array.Resize(ref _met, Math.Max(levels.Count, 2 * _met.Length));
    }

    /// <summary>A row has the level of a code.</summary>
    public void Meet(int code) => _met[code] = true;

    /// <summary>What must be stored of the levels beside the texts of the rows; null where the texts give them back.</summary>
    /// <param name="name">Of the column.</param>
    /// <param name="told">What its rows told of it: of streamed rows perhaps not all levels.</param>
    public StoredCategory? ToStore(string name, Variety told)
    {
        string[] more = LevelOrder.Sorted([.. Enumerable.Range(told.Levels.Count, Math.Max(0, _levels.Count - told.Levels.Count)).Where(code => _met[code]).Select(code => _levels[code])]);
        bool hasLabels = !told.Labels.SequenceEqual(told.Levels, StringComparer.Ordinal), isNatural = IsNatural(told.Levels);
        bool hasAll = Enumerable.Range(0, told.Levels.Count).All(code => code < _met.Length && _met[code]);
        if (hasAll && isNatural && !hasLabels && !told.Ordered)
            return null;
        string[] levels = [.. told.Levels, .. more];
        if (isNatural && !hasLabels && !told.Ordered)
            LevelOrder.Sorted(levels); // nobody has ordered them
        return new StoredCategory(name, levels, hasLabels ? [.. told.Labels, .. more] : levels, told.Ordered);
    }

    /// <summary>What is stored of levels that somebody gives.</summary>
    /// <exception cref="SurveyDataException">A row has a level that is not among them.</exception>
    public StoredCategory Checked(StoredCategory given)
    {
        var known = given.Levels.ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> others = Enumerable.Range(0, _levels.Count).Where(code => _met[code]).Select(code => _levels[code]).Where(level => !known.Contains(level));
        if (others.Order(LevelOrder.Natural).FirstOrDefault() is { } first)
            throw new SurveyDataException($"The column '{Texts.Name(given.Name)}' holds '{Texts.In(given.Name, first)}', which is not among the {Invariant.Count(known.Count)} levels that are given labels; add it to them, or mend the value.");
        return given;
    }

    private static bool IsNatural(IReadOnlyList<string> levels)
    {
        for (int k = 1; k < levels.Count; k++)
            if (LevelOrder.Natural.Compare(levels[k - 1], levels[k]) > 0)
                return false;
        return true;
    }
}
