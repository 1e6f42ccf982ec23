namespace Survey.Engines;

/// <summary>The first statement of a request: totals by combination of keys and domain.</summary>
internal sealed class CellQuery
{
    // standard deviations from its mean at which a domain's centre is too far: products lose the square of it, and those of squares the fourth power
    private const double Far = 300, FarOfSquares = 8;

    private readonly EngineTable _table;
    private readonly Request _request;
    private readonly RequestSql _sql;
    private readonly SelectList _list = new();
    private readonly bool _hasWeights;
    private readonly int _rows, _weighted, _weights, _sound;

    public CellQuery(EngineTable table, Request request)
    {
        (_table, _request, _sql) = (table, request, new RequestSql(table, request));
        _hasWeights = request.Design.Weights is not null && request.HasWeights;
        string w = _sql.Weight;
        _rows = _list.Add(Count(Sql.True));
        _weighted = _hasWeights ? _list.Add(Count(Weighted)) : _rows;
        _weights = _list.Add($"sum({w})");
        _sound = _hasWeights && request.Design is SurveyDesign ? _list.Add(Count(new WeightSql(table).IsSound(request.Design.Weights!))) : _rows;
    }

    private string Weighted => _table.Dialect.Sure($"{_sql.Weight} <> {_table.Dialect.Number(0)}");

    /// <summary>Asks, and once more where the centre of a domain was far from its mean.</summary>
    public static SummedCells Ask(EngineTable table, Request request)
    {
        SummedCells cells = new CellQuery(table, request).Run();
        return Recentre(request, cells) ? new CellQuery(table, request).Run() : cells;
    }

    private SummedCells Run()
    {
        Places[] places = [.. _sql.Groups.Select(Add)];
        GroupedReply reply = new GroupedQuery(_table).Run([.. _sql.Keys.Keys, .. _sql.Domains.Keys], _list.Aggregates, _sql.Parameters);
        double[] rows = reply.Aggregates[_rows], weighted = reply.Aggregates[_weighted];
        if (rows.Sum() == 0)
            throw SampleBuilder.Empty();
        _table.CheckLevels(rows.Sum());
        if (_request.Design.Weights is { } weights && (reply.Aggregates[_sound].Sum() < rows.Sum() || weighted.Sum() == 0))
            throw new WeightSql(_table).FaultOf(weights);
        int[] domains = _sql.Domains.Read(reply, _sql.Keys.Keys.Count);
        (int[] keyOf, KeysMet met) = _sql.Keys.Read(reply, rows, weighted);
        for (int g = 0; g < places.Length; g++)
            RefuseOdd(_sql.Groups[g], places[g], reply, domains);
        return new SummedCells(met, keyOf, domains, rows, weighted, Sums(reply, _weights), [.. places.Select(place => place.Of(reply, Sums))]);
    }

    /// <summary>Moves centres that are far from the mean of their domain to it.</summary>
    private static bool Recentre(Request request, SummedCells cells)
    {
        bool any = false;
        for (int g = 0; g < request.Groups.Count; g++)
            for (int term = 0; term < request.Groups[g].Terms.Count && request.Groups[g].ProductCount > 0; term++)
                if (request.Groups[g].Terms[term].Kind is TermKind.Centred or TermKind.Number)
                    any |= Recentre(request.Groups[g], cells, cells.Groups[g], term, request.Domains.Count);
        return any;
    }

    private static bool Recentre(TermGroup group, SummedCells cells, SummedGroup sums, int term, int domains)
    {
        double[] people = new double[domains], totals = new double[domains], squares = new double[domains];
        for (int cell = 0; cell < cells.DomainOf.Length; cell++)
            if (cells.DomainOf[cell] is >= 0 and int domain)
            {
                people[domain] += sums.Slots[0][cell];
                totals[domain] += sums.Slots[1 + term][cell];
                squares[domain] += sums.Products[term == 0 ? 0 : ^1][cell];
            }
        double far = group.Terms.Any(own => own.Kind == TermKind.CentredSquare) ? FarOfSquares : Far;
        bool isNumber = group.Terms[term].Kind == TermKind.Number;
        double[] off = [.. Enumerable.Range(0, domains).Select(domain => totals[domain] / people[domain] - (isNumber ? group.ShiftOf(term, domain) : 0))];
        double[] variances = [.. off.Select((distance, domain) => squares[domain] / people[domain] - distance * distance)];
        int[] moved = [.. Enumerable.Range(0, domains).Where(domain => off[domain] != 0 && double.IsFinite(off[domain]) && !(off[domain] * off[domain] <= far * far * variances[domain]))];
        double[] before = [.. moved.Select(domain => isNumber ? group.ShiftOf(term, domain) : group.CentresOf(domain)[term])];
        double[] after = FewCentres.Of([.. moved.Select((domain, k) => before[k] + off[domain])], [.. moved.Select(domain => Math.Sqrt(variances[domain]))], far);
        for (int k = 0; k < moved.Length; k++)
            group.Move(term, moved[k], after[k] - before[k]);
        return moved.Length > 0;
    }

    private Places Add(TermSql group, int g)
    {
        string w = _sql.Weight, answered = group.Answered;
        TermGroup terms = _request.Groups[g];
        int[] slots = [Sum(answered, w), .. Enumerable.Range(0, terms.Terms.Count).Select(term => group.Indicator is { } flag ? Sum(flag.True, w) : Sum(answered, $"{w} * {group.Value(term)}"))];
        (int, int)[] pairs = terms.ProductCount switch { 0 => [], 1 => [(0, 0)], _ => [(0, 0), (0, 1), (1, 1)] };
        return new Places(
            _list.Add(Count(answered)),
            _hasWeights ? _list.Add(Count($"({answered}) AND {Weighted}")) : _list.Add(Count(answered)),
            slots,
            Sum(answered, $"{w} * {w}"),
            [.. pairs.Select(pair => Sum(answered, $"{w} * {group.Shifted(pair.Item1)} * {group.Shifted(pair.Item2)}"))],
            [.. group.Odd.Select(odd => _list.Add(odd.Aggregate))]);

        int Sum(string condition, string value) => _list.Add(group.Sum(condition, value));
    }

    private string Count(string condition) => condition == Sql.True ? _table.Dialect.ToDouble("count(*)") : _table.Dialect.CountWhere(condition);

    // a sum of nothing is NULL in some servers
    private static double[] Sums(GroupedReply reply, int place) => Array.ConvertAll(reply.Aggregates[place], sum => double.IsNaN(sum) ? 0 : sum);

    private static void RefuseOdd(TermSql group, Places places, GroupedReply reply, int[] domains)
    {
        for (int k = 0; k < group.Odd.Count; k++)
            for (int cell = 0; cell < domains.Length; cell++)
                if (domains[cell] >= 0 && reply.Aggregates[places.Odd[k]][cell] is not double.NaN and double odd)
                    throw TermGroup.NoIndicator(group.Odd[k].Of, odd, "some rows");
    }

    /// <summary>Where the sums of a group stand.</summary>
    private sealed record Places(int Rows, int Weighted, int[] Slots, int Squares, int[] Products, int[] Odd)
    {
        public SummedGroup Of(GroupedReply reply, Func<GroupedReply, int, double[]> sums) =>
            new(reply.Aggregates[Rows], reply.Aggregates[Weighted], [.. Slots.Select(place => sums(reply, place))], sums(reply, Squares), [.. Products.Select(place => sums(reply, place))]);
    }
}
