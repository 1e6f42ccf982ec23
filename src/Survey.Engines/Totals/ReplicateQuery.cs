namespace Survey.Engines;

/// <summary>Sums under columns of replicate weights.</summary>
internal sealed class ReplicateQuery
{
    // domains of which some rows are looked at first
    private const int MostTried = 200;

    private readonly EngineTable _table;
    private readonly Request _request;
    private readonly RequestSql _sql;
    private readonly SelectList _list = new();

    public ReplicateQuery(EngineTable table, Request request) => (_table, _request, _sql) = (table, request, new RequestSql(table, request));

    /// <summary>The totals of the request under each weight, by weight, domain and slot.</summary>
    public double[] Totals(IReadOnlyList<string> weights, string? times)
    {
        string[] of = WeightsOf(_table, weights, times);
        int[][] places = [.. of.Select(w => _sql.Groups.SelectMany((group, g) => PlacesOf(group, g, w)).ToArray())];
        (GroupedReply reply, int[] domains) = Run();
        int stride = _request.Domains.Count * _request.SlotCount;
        double[] sums = new double[(long)of.Length * stride];
        for (int cell = 0; cell < domains.Length; cell++)
            for (int r = 0; r < of.Length && domains[cell] >= 0; r++)
                for (int k = 0; k < places[r].Length; k++)
                    sums[r * stride + domains[cell] * _request.SlotCount + 1 + k] += Known(reply.Aggregates[places[r][k]][cell]);
        return sums;
    }

    /// <summary>X'X of the weights over the rows of each domain, or of those of it that answered each group; null where a few of those rows show a full rank already.</summary>
    public double[]?[] Products(IReadOnlyList<string> weights, string? times, bool answered)
    {
        string[] of = WeightsOf(_table, weights, times);
        int parts = answered ? _sql.Groups.Count : 1;
        bool[] isFull = new bool[_request.Domains.Count * parts];
        for (int k = 0; k < isFull.Length && isFull.Length <= MostTried; k++)
            isFull[k] = IsFull(_table, of, Sql.And([_sql.Domains.Condition(k / parts), .. answered ? [_sql.Groups[k % parts].Answered] : (string[])[]]), _sql.Parameters);
        if (!isFull.Contains(false))
            return new double[]?[isFull.Length];
        int[][] places = [.. Enumerable.Range(0, parts).Select(g => Triangle(of).Select(product => _list.Add(answered ? _sql.Groups[g].Sum(_sql.Groups[g].Answered, product) : $"sum({product})")).ToArray())];
        (GroupedReply reply, int[] domains) = Run();
        double[]?[] products = [.. isFull.Select(full => full ? null : new double[places[0].Length])];
        for (int cell = 0; cell < domains.Length; cell++)
            for (int g = 0; g < parts && domains[cell] >= 0; g++)
                for (int k = 0; k < places[g].Length && products[domains[cell] * parts + g] is { } own; k++)
                    own[k] += Known(reply.Aggregates[places[g][k]][cell]);
        return products;
    }

    /// <summary>X'X of the weights over all rows; null where a few of them show a full rank already.</summary>
    public static double[]? ProductsOf(EngineTable table, IReadOnlyList<string> weights, string? times)
    {
        string[] of = WeightsOf(table, weights, times);
        if (IsFull(table, of, Sql.True, []))
            return null;
        string[] aggregates = [.. Triangle(of).Select(product => $"sum({product})")];
        return [.. new GroupedQuery(table).Run([], aggregates, []).Aggregates.Select(own => own.Sum(Known))];
    }

    /// <summary>Whether some rows show that no weight is a combination of others, as a few more than there are weights do as a rule.</summary>
    private static bool IsFull(EngineTable table, string[] of, string condition, IReadOnlyList<string> parameters)
    {
        string columns = string.Join(", ", of.Select(table.Dialect.ToDouble));
        Reply reply = table.Ask(new Statement($"SELECT {columns} FROM {table.Sql} WHERE {condition} LIMIT {2 * of.Length}", parameters), [.. of.Select(_ => ReplyKind.Number)]);
        var products = new GramMatrix(of.Length);
        double[] weights = new double[of.Length];
        for (int row = 0; row < reply.RowCount; row++)
        {
            for (int r = 0; r < weights.Length; r++)
                weights[r] = reply.Numbers(r)[row];
            products.Add(weights);
        }
        return products.Rank(ReplicateRank.Tolerance) == of.Length;
    }

    private (GroupedReply Reply, int[] Domains) Run()
    {
        int rows = _list.Add(_table.Dialect.ToDouble("count(*)"));
        GroupedReply reply = new GroupedQuery(_table).Run(_sql.Domains.Keys, _list.Aggregates, _sql.Parameters);
        if (reply.Aggregates[rows].Sum() != _request.Sample.RowCount)
            throw _table.Changed();
        return (reply, _sql.Domains.Read(reply, 0));
    }

    private IEnumerable<int> PlacesOf(TermSql group, int g, string w)
    {
        yield return _list.Add(group.Sum(group.Answered, w));
        for (int term = 0; term < _request.Groups[g].Terms.Count; term++)
            yield return _list.Add(group.Indicator is { } flag ? group.Sum(flag.True, w) : group.Sum(group.Answered, $"{w} * {group.Value(term)}"));
    }

    private static string[] WeightsOf(EngineTable table, IReadOnlyList<string> columns, string? times)
    {
        var weights = new WeightSql(table);
        return [.. columns.Select(column => times is null ? weights.Of(column) : $"({weights.Of(times)} * {weights.Of(column)})")];
    }

    private static IEnumerable<string> Triangle(string[] of) => of.SelectMany((w, k) => of.Take(k + 1).Select(other => $"{w} * {other}"));

    private static double Known(double sum) => double.IsNaN(sum) ? 0 : sum;
}
