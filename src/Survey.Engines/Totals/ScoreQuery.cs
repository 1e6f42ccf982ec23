namespace Survey.Engines;

/// <summary>The second statement of a request whose units are its rows: covariances of what scores are made of, by combination of keys and domain. With J of each domain those of the scores follow here.</summary>
internal sealed class ScoreQuery
{
    private const int MostProducts = 60_000;

    private readonly EngineTable _table;
    private readonly RequestSql _sql;
    private readonly ScoreBasis[] _bases;
    private readonly int[] _first;
    private readonly SelectList _list = new();

    public ScoreQuery(EngineTable table, UnitTotals totals)
    {
        (_table, _sql) = (table, new RequestSql(table, totals.Request));
        _bases = [.. _sql.Groups.Select((group, g) => new ScoreBasis(group, _sql.Weight, totals, g))];
        _first = [.. _bases.Select((_, g) => _bases[..g].Sum(basis => basis.Expressions.Count))];
    }

    private Dialect Dialect => _table.Dialect;

    public SummedScores Run(IReadOnlyList<OwnScores> scores, IReadOnlyList<(int First, int Second)> pairs)
    {
        int rows = _list.Add(Dialect.ToDouble("count(*)"));
        BasisMoments moments = Asked(scores, pairs);
        GroupedReply reply = new GroupedQuery(_table).Run([.. _sql.Keys.Keys, .. _sql.Domains.Keys], _list.Aggregates, _sql.Parameters);
        double[] counts = reply.Aggregates[rows];
        int[] domains = _sql.Domains.Read(reply, _sql.Keys.Keys.Count);
        (int[] keyOf, KeysMet met) = _sql.Keys.Read(reply, counts, counts);
        double[][] means = [.. scores.Select(_ => new double[reply.Count])], covariances = [.. pairs.Select(_ => new double[reply.Count])];
        for (int cell = 0; cell < reply.Count; cell++)
            if (domains[cell] >= 0)
            {
                (int Place, double Slope)[][] of = [.. scores.Select(own => Combination(own, domains[cell]))];
                for (int k = 0; k < means.Length; k++)
                    means[k][cell] = moments.Mean(reply, cell, of[k]);
                for (int p = 0; p < covariances.Length; p++)
                    covariances[p][cell] = moments.Covariance(reply, cell, of[pairs[p].First], of[pairs[p].Second]);
            }
        return new SummedScores(met, keyOf, domains, counts, means, covariances);
    }

    /// <summary>Asks for the moments of all that the pairs are made of.</summary>
    private BasisMoments Asked(IReadOnlyList<OwnScores> scores, IReadOnlyList<(int First, int Second)> pairs)
    {
        var moments = new BasisMoments([.. _bases.SelectMany(basis => basis.Expressions)], _list, Dialect.HasStableCovariance);
        foreach ((int first, int second) in pairs)
            foreach (int a in PlacesOf(scores[first]))
                foreach (int b in PlacesOf(scores[second]))
                    if (moments.Add(a, b) > MostProducts)
                        throw new SurveyDataException($"The covariances of estimates that are made of more than {Invariant.Count(MostProducts)} products of rows are too many for a database; ask for fewer statistics or contrasts at once, or name clusters.");
        return moments;
    }

    private IEnumerable<int> PlacesOf(OwnScores scores) => scores.Groups.SelectMany(g => Enumerable.Range(_first[g], _bases[g].Expressions.Count));

    /// <summary>A score in a domain by the places of what it is made of; nothing where there is no estimate.</summary>
    private (int Place, double Slope)[] Combination(OwnScores scores, int domain) =>
        [.. scores.Groups.SelectMany((g, k) => _bases[g].Coefficients(scores.Gradient(domain, k)).Select((slope, j) => (Place: _first[g] + j, Slope: slope))).Where(part => part.Slope != 0 && !double.IsNaN(part.Slope))];
}
