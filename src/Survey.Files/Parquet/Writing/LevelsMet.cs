using Survey.Files.Columns;

namespace Survey.Files.Parquet.Writing;

/// <summary>Which levels of a category rows have had so far.</summary>
/// <param name="name">Of the column.</param>
internal sealed class LevelsMet(string name)
{
    private readonly List<int> _blank = [];

    private IReadOnlyList<string> _levels = [];
    private bool[] _met = [];

    /// <summary>Takes note of a chunk's levels, which may be more than those before.</summary>
    public void See(IReadOnlyList<string> levels)
    {
        if (levels.Count <= _levels.Count)
            return;
        for (int code = _levels.Count; code < levels.Count; code++)
            if (string.IsNullOrWhiteSpace(levels[code]))
                _blank.Add(code);
        if (levels.Count > ParquetLimits.MostLevels)
            throw new SurveyDataException($"The column '{Texts.Name(name)}' has more than {Invariant.Count(ParquetLimits.MostLevels)} different texts, and of a Parquet file a category is read with at most so many; leave it out, or write CSV.");
        _levels = levels;
        if (_met.Length < levels.Count)
            Array.Resize(ref _met, Math.Max(levels.Count, 2 * _met.Length));
    }

    /// <summary>Refuses rows that have a blank text, which no reader of files tells from a missing value.</summary>
    /// <param name="codes">Of the rows.</param>
    /// <param name="firstRow">The number of the first, from 0.</param>
    public void RefuseBlank(ReadOnlySpan<int> codes, long firstRow)
    {
        foreach (int code in _blank)
            if (codes.IndexOf(code) is >= 0 and var row)
                throw new SurveyDataException($"The column '{Texts.Name(name)}' holds a blank text in row {firstRow + row + 1}, which is read as a missing value; make it missing, or give the level a name.");
    }

    /// <summary>A row has the level of a code.</summary>
    public void Meet(int code) => _met[code] = true;

    /// <summary>What must be stored of the levels beside the texts of the rows; null where the texts give them back. Levels that no row has are kept where they have labels or an order; else they are what a filter left behind.</summary>
    /// <param name="told">What its rows told of it: of streamed rows perhaps not all levels.</param>
    public StoredLevels.Column? ToStore(Variety told)
    {
        bool hasLabels = !told.Labels.SequenceEqual(told.Levels, StringComparer.Ordinal);
        if (!hasLabels && !told.Ordered && IsNatural(told.Levels))
            return null;
        string[] more = LevelOrder.Sorted([.. Enumerable.Range(told.Levels.Count, Math.Max(0, _levels.Count - told.Levels.Count)).Where(code => _met[code]).Select(code => _levels[code])]);
        string[] levels = [.. told.Levels, .. more];
        return Array.Exists(levels, string.IsNullOrWhiteSpace)
            ? throw new SurveyDataException($"The column '{Texts.Name(name)}' has a blank level, which is read as a missing value; give the level a name.")
            : StoredLevels.Of(name, levels, hasLabels ? [.. told.Labels, .. more] : levels, told.Ordered && more.Length == 0);
    }

    /// <summary>What stored levels say beyond the texts of the rows, with the number of rows that a text counts for.</summary>
    public IEnumerable<(string Text, int Rows)> Beyond(StoredLevels.Column stored)
    {
        var met = Enumerable.Range(0, _levels.Count).Where(code => _met[code]).Select(code => _levels[code]).ToHashSet(StringComparer.Ordinal);
        return stored.Levels.Where(level => !met.Contains(level)).Concat(stored.Labels ?? new Sequence<string>()).Select(text => (text, 1));
    }

    /// <summary>What is stored of levels that somebody gives.</summary>
    /// <exception cref="SurveyDataException">A row has a level that is not among them.</exception>
    public StoredLevels.Column Checked(StoredLevels.Column given)
    {
        var known = given.Levels.ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> others = Enumerable.Range(0, _levels.Count).Where(code => _met[code]).Select(code => _levels[code]).Where(level => !known.Contains(level));
        if (others.Order(LevelOrder.Natural).FirstOrDefault() is { } first)
            throw new SurveyDataException($"The column '{Texts.Name(name)}' holds '{Texts.In(name, first)}', which is not among the {Invariant.Count(known.Count)} levels that are given labels; add it to them, or mend the value.");
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
