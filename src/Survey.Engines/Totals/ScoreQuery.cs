namespace Survey.Engines;

/// <summary>The second statement of a request whose units are its rows: covariances of what scores are made of, by combination of keys and domain. With J of each domain those of the scores follow here.</summary>
internal sealed class ScoreQuery
{
    private const int MostProducts = 60_000;

    // a variance below this part of what cancelled in it has fewer than ten digits
    private const double Cancelled = 1e-5;

    private readonly EngineTable _table;
    private readonly Request _request;
    private readonly RequestSql _sql;
    private readonly ScoreBasis[] _bases;
    private readonly int[] _first;

    public ScoreQuery(EngineTable table, UnitTotals totals)
    {
        (_table, _request, _sql) = (table, totals.Request, new RequestSql(table, totals.Request));
        _bases = [.. _sql.Groups.Select((group, g) => new ScoreBasis(group, _sql.Weight, totals, g))];
        _first = [.. _bases.Select((_, g) => _bases[..g].Sum(basis => basis.Expressions.Count))];
    }

    /// <summary>Asks shards for sums, and once more for the rows themselves where a server has no better way to keep digits that were lost.</summary>
    public SummedScores Run(IReadOnlyList<OwnScores> scores, IReadOnlyList<(int First, int Second)> pairs)
    {
        bool areStable = _table.Dialect.HasStableCovariance;
        (SummedScores summed, bool areLost) = Ask(scores, pairs, areStable, _table.Sql);
        return areLost && !areStable ? Ask(scores, pairs, true, Fetched()).Summed : summed;
    }

    private (SummedScores Summed, bool AreLost) Ask(IReadOnlyList<OwnScores> scores, IReadOnlyList<(int First, int Second)> pairs, bool areStable, string from)
    {
        var list = new SelectList();
        int rows = list.Add(_table.Dialect.ToDouble("count(*)"));
        BasisMoments moments = Asked(scores, pairs, list, areStable);
        GroupedReply reply = new GroupedQuery(_table, from).Run([.. _sql.Keys.Keys, .. _sql.Domains.Keys], list.Aggregates, _sql.Parameters);
        double[] counts = reply.Aggregates[rows];
        int[] domains = _sql.Domains.Read(reply, _sql.Keys.Keys.Count);
        (int[] keyOf, KeysMet met) = _sql.Keys.Read(reply, counts, counts);
        double[][] means = [.. scores.Select(_ => new double[reply.Count])], covariances = [.. pairs.Select(_ => new double[reply.Count])];
        var ofDomain = new (int Place, double Slope)[]?[_request.Domains.Count][];
        bool areLost = false;
        for (int cell = 0; cell < reply.Count; cell++)
            if (domains[cell] >= 0)
            {
                (int Place, double Slope)[]?[] of = ofDomain[domains[cell]] ??= [.. scores.Select(own => Combination(own, domains[cell]))];
                for (int k = 0; k < means.Length; k++)
                    means[k][cell] = moments.Mean(reply, cell, of[k]!);
                for (int p = 0; p < covariances.Length; p++)
                {
                    (covariances[p][cell], double size) = moments.Covariance(reply, cell, of[pairs[p].First]!, of[pairs[p].Second]!);
                    areLost |= pairs[p].First == pairs[p].Second && covariances[p][cell] < Cancelled * size;
                }
            }
        return (new SummedScores(met, keyOf, domains, counts, means, covariances), areLost);
    }

    /// <summary>Asks for the moments of all that the pairs are made of.</summary>
    private BasisMoments Asked(IReadOnlyList<OwnScores> scores, IReadOnlyList<(int First, int Second)> pairs, SelectList list, bool areStable)
    {
        var moments = new BasisMoments([.. _bases.SelectMany(basis => basis.Expressions)], list, areStable ? _table.Dialect : null);
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
        [.. scores.Groups.SelectMany((g, k) => _bases[g].Coefficients(scores.Gradient(domain, k), domain).Select((slope, j) => (Place: _first[g] + j, Slope: slope))).Where(part => part.Slope != 0 && !double.IsNaN(part.Slope))];

    /// <summary>The columns of all rows, at the server that is asked.</summary>
    private string Fetched() =>
        $"(SELECT {string.Join(", ", _request.Binder.Columns.Union(_request.Design.KeyColumns?.Keys ?? []).DefaultIfEmpty(_table.Columns[0]).Select(_table.Dialect.Quote))} FROM {_table.Sql})";
}
