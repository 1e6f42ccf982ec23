namespace Survey.Engines;

/// <summary>What the scores of a group of terms are made of: values of a row about the mean of all domains, so that their covariances within a stratum and domain keep the digits that scores need.</summary>
/// <remarks>
/// Of an indicator the weights of rows in which it is false and true; of numbers w and w(y - m), m the mean over all domains; of two numbers, which a ratio takes, w(y - R x) for the first, R the ratio over all domains.
/// A score J t is a linear function of them in each domain.
/// </remarks>
internal sealed class ScoreBasis
{
    private readonly TermGroup _group;
    private readonly double[] _from, _to;
    private readonly double _ratio;

    /// <param name="sql">Of the group.</param>
    /// <param name="weight">Of a row.</param>
    /// <param name="totals">Of the first statement.</param>
    /// <param name="g">The number of the group.</param>
    public ScoreBasis(TermSql sql, string weight, UnitTotals totals, int g)
    {
        _group = totals.Request.Groups[g];
        double[] sums = SumsOf(totals, g);
        _from = _group.CentresOf(0);
        _to = [.. _from.Select((centre, term) => CentreOf(term, centre, sums))];
        _ratio = _group.Terms is [{ Kind: TermKind.Number }, { Kind: TermKind.Number }] && Finite(sums[1] / sums[2]) is { } ratio ? ratio : 0;
        Expressions = sql.Indicator is { } flag
            ? [sql.If(flag.False, weight), sql.If(flag.True, weight)]
            : [sql.If(sql.Answered, weight), .. _to.Select((_, term) => sql.If(sql.Answered, $"{weight} * {ValueOf(sql, term)}"))];
    }

    /// <summary>The values of a row.</summary>
    public IReadOnlyList<string> Expressions { get; }

    /// <summary>A score as a combination of them.</summary>
    /// <param name="gradient">J, by state of an indicator, or by slot of numbers about the centres of the first statement.</param>
    public double[] Coefficients(ReadOnlySpan<double> gradient)
    {
        if (_group.IsIndicator)
            return [gradient[0], gradient[1]];
        double[] moved = gradient.ToArray();
        for (int term = 0; term < _group.Terms.Count; term++)
        {
            double shift = _to[term] - _from[term], slope = gradient[1 + term];
            if (_group.Terms[term].Kind == TermKind.CentredSquare)
            {
                moved[term] += 2 * shift * slope;
                moved[0] += shift * shift * slope;
            }
            else if (_ratio != 0 && term == 0)
                moved[2] += _ratio * slope;
            else
                moved[_group.Terms[term].Within ? term : 0] += shift * (_ratio != 0 ? moved[1 + term] : slope);
        }
        return moved;
    }

    // of the first of two numbers the ratio times the second is taken off, and no centre
    private double CentreOf(int term, double centre, double[] sums) =>
        _group.Terms[term].Kind switch
        {
            TermKind.Indicator => 0,
            TermKind.CentredSquare => CentreOf(term - 1, centre, sums),
            _ => Finite(centre + sums[1 + term] / sums[_group.Terms[term].Within ? term : 0]) ?? centre,
        };

    private string ValueOf(TermSql sql, int term) =>
        _ratio != 0 && term == 0 ? $"({sql.Value(0, 0)} - {sql.Constant(_ratio)} * {sql.Value(1, 0)})" : sql.Value(term, _to[term]);

    private static double[] SumsOf(UnitTotals totals, int g) =>
        [.. Enumerable.Range(totals.Request.FirstSlot[g], totals.Request.Groups[g].SlotCount).Select(slot => Enumerable.Range(0, totals.Request.Domains.Count).Sum(domain => totals.Total(domain, slot)))];

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
