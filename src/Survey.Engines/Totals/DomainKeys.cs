namespace Survey.Engines;

/// <summary>The domains of a request: how rows are grouped by them, and which of them a group is in.</summary>
internal sealed class DomainKeys
{
    private const double IsMeant = 1, IsOutside = 0;

    private readonly EngineTable _table;
    private readonly DomainCodes _domains;
    private readonly DomainAxis[] _axes;

    /// <param name="table">Whose rows they are of.</param>
    /// <param name="domains">The domains.</param>
    /// <param name="compiler">Of the statement.</param>
    public DomainKeys(EngineTable table, DomainCodes domains, SqlCompiler compiler)
    {
        (_table, _domains) = (table, domains);
        _axes = [.. domains.Axes.Select(axis => DomainAxis.Of(axis, table, compiler))];
        SqlCondition? condition = domains.Condition is null ? null : compiler.Condition(domains.Condition);
        var keys = new List<GroupKey>();
        if (condition is { } meant)
        {
            string state = $"CASE WHEN {meant.True} THEN 1 WHEN {meant.False} THEN 0 ELSE 2 END";
            keys.Add(new GroupKey(state, table.Dialect.ToDouble(state), ReplyKind.Number));
        }
        keys.AddRange(_axes.Select(axis => axis.Key(condition?.True, table.Dialect)));
        (Keys, Meant) = (keys, condition?.True);
    }

    public IReadOnlyList<GroupKey> Keys { get; }

    /// <summary>The condition that a row is meant, or null.</summary>
    public string? Meant { get; }

    public int Count => _domains.Count;

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
        for (int k = 0; k < _axes.Length; k++)
            for (int group = 0; group < domains.Length; group++)
                if (domains[group] >= 0)
                    domains[group] = _axes[k].CodeOf(reply.Keys[first + k], group, _table) is >= 0 and int code ? domains[group] * _domains.Axes[k].Levels.Count + code : DomainCodes.Unknown;
        return domains;
    }

    /// <summary>A number that each domain has its own of, as an expression of a row.</summary>
    public string Choose(IReadOnlyList<double> ofDomains)
    {
        double usual = ofDomains.GroupBy(value => value).MaxBy(same => same.Count())!.Key;
        return Choose(0, 0, ofDomains, _table.Dialect.Number(usual));
    }

    /// <summary>The condition that a row is in a domain.</summary>
    public string Condition(int domain)
    {
        var parts = new List<string>();
        for (int k = _axes.Length - 1; k >= 0; k--)
        {
            int count = _domains.Axes[k].Levels.Count;
            parts.Add(Has(k, domain % count));
            domain /= count;
        }
        return Sql.And(Meant is null ? parts : [.. parts, Meant]);
    }

    // axis by axis, the domains before it chosen
    private string Choose(int k, int before, IReadOnlyList<double> ofDomains, string usual)
    {
        if (k == _axes.Length)
            return _table.Dialect.Number(ofDomains[before]);
        int count = _domains.Axes[k].Levels.Count;
        IEnumerable<string> arms =
            from code in Enumerable.Range(0, count)
            group code by Choose(k + 1, before * count + code, ofDomains, usual) into same
            where same.Key != usual
            select $" WHEN {Has(k, [.. same])} THEN {same.Key}";
        string all = string.Concat(arms);
        return all.Length == 0 ? usual : Sql.Checked($"(CASE{all} ELSE {usual} END)");
    }

    private string Has(int k, params int[] codes) => _table.Dialect.Sure(_axes[k].Has(codes, _table.Dialect));
}
