namespace Survey.Files.Personal;

/// <summary>What tells whether columns of streamed rows are personal data, counted chunk after chunk; no rows are kept.</summary>
/// <param name="columns">Of the rows.</param>
/// <param name="allowedIn">Those that are not looked at.</param>
internal sealed class PersonalTally(IReadOnlyList<string> columns, IReadOnlyList<string> allowedIn)
{
    private readonly bool[] _isAllowed = [.. columns.Select(name => allowedIn.Contains(name, StringComparer.Ordinal))];
    private readonly int[][] _rows = [.. columns.Select(_ => Array.Empty<int>())]; // that have a level, by its code
    private readonly IReadOnlyList<string>[] _levels = [.. columns.Select(_ => Array.Empty<string>())];
    private readonly bool[] _mayBePersonal = new bool[columns.Count]; // columns of numbers

    /// <summary>Takes the next rows.</summary>
    public void Take(IReadOnlyList<Column> chunk) => Together.Do(chunk.Count, (_, k) => Take(k, chunk[k]));

    /// <summary>The columns that look like personal data, in order, all rows having been taken. Numbers that may be such are read once more.</summary>
    public IReadOnlyList<PersonalDataColumn> Find(Rows rows)
    {
        string[] doubtful = [.. columns.Where((_, k) => _mayBePersonal[k])];
        Dictionary<double, int>[] numbers = [.. doubtful.Select(_ => new Dictionary<double, int>())];
        foreach (Chunk chunk in doubtful.Length > 0 ? rows.Read(doubtful) : [])
            using (chunk)
                for (int k = 0; k < doubtful.Length; k++)
                    PersonalData.Count(((NumberColumn)chunk.Columns[k]).Values, numbers[k]);
        return [.. columns.Select((name, k) => PersonalData.KindOf(name, _mayBePersonal[k] ? PersonalData.TextsOf(numbers[Array.IndexOf(doubtful, name)]) : LevelsOf(k))).OfType<PersonalDataColumn>()];
    }

    private void Take(int k, Column column)
    {
        if (_isAllowed[k])
            return;
        if (column is NumberColumn numbers)
            _mayBePersonal[k] |= PersonalData.MayBePersonal(columns[k], numbers.Values);
        if (column is not CategoryColumn category)
            return;
        if (category.Levels.Count > _levels[k].Count)
            _levels[k] = category.Levels;
        if (_rows[k].Length < category.Levels.Count)
            Array.Resize(ref _rows[k], Math.Max(category.Levels.Count, 2 * _rows[k].Length));
        int[] rows = _rows[k];
        foreach (int code in category.Codes)
            if (code != CategoryColumn.Missing)
                rows[code]++;
    }

    private IEnumerable<(string Text, int Rows)> LevelsOf(int k) => _levels[k].Zip(_rows[k]).Where(level => level.Second > 0);
}
