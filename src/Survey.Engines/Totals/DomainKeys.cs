namespace Survey.Engines;

/// <summary>The domains of a request: how rows are grouped by them, and which of them a group is in.</summary>
internal sealed class DomainKeys
{
    private const double IsMeant = 1, IsOutside = 0;

    private readonly DomainCodes _domains;
    private readonly Dialect _dialect;
    private readonly SqlCompiler _compiler;
    private readonly Dictionary<string, int>?[] _codeOf;

    public DomainKeys(DomainCodes domains, Dialect dialect, SqlCompiler compiler)
    {
        (_domains, _dialect, _compiler) = (domains, dialect, compiler);
        SqlCondition? condition = domains.Condition is null ? null : compiler.Condition(domains.Condition);
        _codeOf = new Dictionary<string, int>?[domains.Axes.Count];
        var keys = new List<GroupKey>();
        if (condition is { } meant)
        {
            string state = $"CASE WHEN {meant.True} THEN 1 WHEN {meant.False} THEN 0 ELSE 2 END";
            keys.Add(new GroupKey(state, dialect.ToDouble(state), ReplyKind.Number));
        }
        for (int k = 0; k < domains.Axes.Count; k++)
            keys.Add(KeyOf(k, condition?.True));
        Keys = keys;
    }

    public IReadOnlyList<GroupKey> Keys { get; }

    /// <summary>The domain of each group of an answer.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="first">Where among its keys these begin.</param>
    public int[] Read(GroupedReply reply, int first)
    {
        int[] domains = new int[reply.Count];
        if (_domains.Condition is not null)
        {
            double[] states = (double[])reply.Keys[first++];
            for (int group = 0; group < domains.Length; group++)
                domains[group] = states[group] == IsMeant ? 0 : states[group] == IsOutside ? DomainCodes.Outside : DomainCodes.Unknown;
        }
        for (int k = 0; k < _codeOf.Length; k++)
            for (int group = 0; group < domains.Length; group++)
                if (domains[group] >= 0)
                    domains[group] = CodeOf(k, reply.Keys[first + k], group) is >= 0 and int code ? domains[group] * _domains.Axes[k].Levels.Count + code : DomainCodes.Unknown;
        return domains;
    }

    /// <summary>The domain of a row as a whole number; 0 where it is in none.</summary>
    public string Code()
    {
        string code = "0";
        foreach (LevelCodes axis in _domains.Axes)
        {
            string own = axis.Numbers is { } numbers ? _dialect.IndexIn(numbers, NumberOf(axis)) : _compiler.Code(axis.Of);
            code = code == "0" ? own : $"({code} * {axis.Levels.Count} + {own})";
        }
        return $"CASE WHEN {code} IS NULL THEN 0 ELSE {code} END";
    }

    private GroupKey KeyOf(int k, string? meant)
    {
        LevelCodes axis = _domains.Axes[k];
        if (axis.Numbers is null && _compiler.RawColumn(axis.Of) is { } raw)
        {
            _codeOf[k] = axis.Levels.Index().ToDictionary(level => level.Item, level => level.Index, StringComparer.Ordinal);
            string text = Meant(raw);
            return new GroupKey(text, text, ReplyKind.Text);
        }
        string value = Meant(axis.Numbers is null ? _compiler.Code(axis.Of) : NumberOf(axis));
        return new GroupKey(value, _dialect.ToDouble(value), ReplyKind.Number);

        // of rows that are not meant the levels do not matter, and would make groups of their own
        string Meant(string sql) => meant is null ? sql : $"CASE WHEN {meant} THEN {sql} END";
    }

    private int CodeOf(int k, Array key, int group)
    {
        if (_codeOf[k] is { } codes)
            return ((string?[])key)[group] is not { } text ? DomainCodes.Unknown : codes.TryGetValue(text, out int code) ? code : throw MetSample.Changed();
        double value = ((double[])key)[group];
        if (double.IsNaN(value) || _domains.Axes[k].Numbers is not { } numbers)
            return double.IsNaN(value) ? DomainCodes.Unknown : (int)value;
        int found = Array.BinarySearch(numbers, value);
        return found >= 0 ? found : throw MetSample.Changed();
    }

    private string NumberOf(LevelCodes axis) => _compiler.IsDate(axis.Of) ? _compiler.Day(axis.Of) : _compiler.Number(axis.Of);
}
