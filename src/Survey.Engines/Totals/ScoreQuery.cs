namespace Survey.Engines;

/// <summary>The second statement of a request whose units are its rows: with the estimates as constants in it, means and covariances of scores by combination of keys and domain.</summary>
internal sealed class ScoreQuery
{
    private readonly EngineTable _table;
    private readonly UnitTotals _totals;
    private readonly RequestSql _sql;
    private readonly ScoreCentres? _centres;
    private readonly SelectList _list = new();
    private string? _code;

    public ScoreQuery(EngineTable table, UnitTotals totals)
    {
        (_table, _totals, _sql) = (table, totals, new RequestSql(table, totals.Request));
        _centres = Dialect.HasStableCovariance ? null : new ScoreCentres(table, totals);
    }

    private Dialect Dialect => _table.Dialect;

    public SummedScores Run(IReadOnlyList<OwnScores> scores, IReadOnlyList<(int First, int Second)> pairs)
    {
        string[] of = [.. scores.Select(Score)];
        double[][]? centres = _centres is null ? null : [.. scores.Select(_centres.Of)];
        if (centres is not null)
            of = [.. of.Zip(centres, (score, centre) => $"({score} - {_centres!.Sql(centre, Code)})")];
        int rows = _list.Add(Dialect.ToDouble("count(*)"));
        int[] means = [.. of.Select(score => _list.Add($"avg({score})"))];
        int[] covariances = [.. pairs.Select(pair => _list.Add(centres is null ? Survey.Engines.Dialect.Covariance(of[pair.First], of[pair.Second]) : $"avg({of[pair.First]} * {of[pair.Second]})"))];
        GroupedReply reply = new GroupedQuery(_table).Run([.. _sql.Keys.Keys, .. _sql.Domains.Keys], _list.Aggregates, _sql.Parameters);
        double[] counts = reply.Aggregates[rows];
        int[] domains = _sql.Domains.Read(reply, _sql.Keys.Keys.Count);
        (int[] keyOf, KeysMet met) = _sql.Keys.Read(reply, counts, counts);
        var summed = new SummedScores(met, keyOf, domains, counts, [.. means.Select(place => reply.Aggregates[place])], [.. covariances.Select(place => reply.Aggregates[place])]);
        return centres is null ? summed : _centres!.Uncentred(summed, centres, pairs);
    }

    private string Code => _code ??= _sql.Domains.Code();

    private string Score(OwnScores scores) =>
        string.Join(" + ", scores.Groups.Select((group, k) => _sql.Groups[group].Indicator is { } flag ? OfIndicator(scores, k, flag) : OfNumbers(scores, k, _sql.Groups[group])));

    private string OfIndicator(OwnScores scores, int k, SqlCondition flag) =>
        $"CASE WHEN {flag.True} THEN {_sql.Weight} * {Slope(scores, k, 1)} WHEN {flag.False} THEN {_sql.Weight} * {Slope(scores, k, 0)} ELSE {Dialect.Number(0)} END";

    private string OfNumbers(OwnScores scores, int k, TermSql group)
    {
        int terms = scores.Gradient(0, k).Length - 1;
        IEnumerable<string> parts = Enumerable.Range(0, terms).Select(term => $"{Slope(scores, k, 1 + term)} * {group.Value(term)}");
        return group.If(group.Answered, $"{_sql.Weight} * ({string.Join(" + ", parts.Prepend(Slope(scores, k, 0)))})");
    }

    /// <summary>An element of J, which each domain has its own of; 0 where there is no estimate.</summary>
    private string Slope(OwnScores scores, int k, int element)
    {
        double[] ofDomains = [.. Enumerable.Range(0, _totals.Request.Domains.Count).Select(domain => scores.Gradient(domain, k)[element]).Select(slope => double.IsNaN(slope) ? 0 : slope)];
        return Array.TrueForAll(ofDomains, slope => slope == ofDomains[0]) ? Dialect.Number(ofDomains[0]) : Dialect.Lookup(ofDomains, Code);
    }
}
