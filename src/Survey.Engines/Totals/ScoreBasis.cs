namespace Survey.Engines;

/// <summary>What the scores of a group of terms are made of: values of a row about a mean near its domain's, so that their covariances within a stratum and domain keep the digits that scores need.</summary>
/// <remarks>
/// Of an indicator the weights of rows in which it is false and true; of numbers w and w(y - m), m the mean over all domains, or one near the domain's own where that is far; of two numbers, which a ratio takes, w(y - R x) for the first, R the ratio over all
/// domains or one near the domain's own. A score J t is a linear function of them in each domain.
/// </remarks>
internal sealed class ScoreBasis
{
    // standard deviations from the mean of all at which a domain has its own: squares of scores lose the square of it, of a squared variable the fourth power
    private const double Far = 8;

    // whose distances are not known, as no squares were summed
    private const int FewDomains = 100;

    private readonly UnitTotals _totals;
    private readonly TermGroup _group;
    private readonly int _g;
    private readonly double[][] _to;
    private readonly double[]? _ratios;

    /// <param name="sql">Of the group.</param>
    /// <param name="weight">Of a row.</param>
    /// <param name="totals">Of the first statement.</param>
    /// <param name="g">The number of the group.</param>
    public ScoreBasis(TermSql sql, string weight, UnitTotals totals, int g)
    {
        (_totals, _group, _g) = (totals, totals.Request.Groups[g], g);
        _to = [.. _group.Terms.Select((_, term) => CentresOf(term))];
        _ratios = _group.Terms is [{ Kind: TermKind.Number }, { Kind: TermKind.Number }] ? Ratios() : null;
        Expressions = sql.Indicator is { } flag
            ? [sql.If(flag.False, weight), sql.If(flag.True, weight)]
            : [sql.If(sql.Answered, weight), .. _to.Select((_, term) => sql.If(sql.Answered, $"{weight} * {ValueOf(sql, term)}"))];
    }

    /// <summary>The values of a row.</summary>
    public IReadOnlyList<string> Expressions { get; }

    /// <summary>A score as a combination of them.</summary>
    /// <param name="gradient">J, by state of an indicator, or by slot of numbers about the centres of the first statement.</param>
    /// <param name="domain">Of the estimate.</param>
    public double[] Coefficients(ReadOnlySpan<double> gradient, int domain)
    {
        if (_group.IsIndicator)
            return [gradient[0], gradient[1]];
        double[] moved = gradient.ToArray(), from = _group.CentresOf(domain);
        for (int term = 0; term < _group.Terms.Count; term++)
        {
            double shift = _to[term][domain] - from[term], slope = moved[1 + term];
            if (_group.Terms[term].Kind == TermKind.CentredSquare)
            {
                moved[term] += 2 * shift * slope;
                moved[0] += shift * shift * slope;
            }
            else if (_ratios is not null && term == 0)
                moved[2] += _ratios[domain] * slope;
            else
                moved[_group.Terms[term].Within ? term : 0] += shift * slope;
        }
        return moved;
    }

    private int Domains => _totals.Request.Domains.Count;

    // of the first of two numbers the ratio times the second is taken off instead
    private string ValueOf(TermSql sql, int term) =>
        _ratios is not null && term == 0 ? $"({sql.Value(0, new double[Domains])} - {sql.Choose(_ratios)} * {sql.Value(1, new double[Domains])})" : sql.Value(term, _to[term]);

    private double[] CentresOf(int term)
    {
        TermKind kind = _group.Terms[term].Kind;
        if (kind == TermKind.Indicator)
            return new double[Domains];
        if (kind == TermKind.CentredSquare)
            return CentresOf(term - 1);
        double[] own = [.. Enumerable.Range(0, Domains).Select(domain => _group.CentresOf(domain)[term] + Sum(domain, 1 + term) / Sum(domain, PeopleOf(term)))];
        double people = Enumerable.Range(0, Domains).Sum(domain => Sum(domain, PeopleOf(term)));
        double all = Enumerable.Range(0, Domains).Where(domain => double.IsFinite(own[domain])).Sum(domain => own[domain] * (Sum(domain, PeopleOf(term)) / people));
        return FewOf(own, domain => SpreadOf(term, domain), all);
    }

    private double[] Ratios()
    {
        double all = Enumerable.Range(0, Domains).Sum(domain => Sum(domain, 1)) / Enumerable.Range(0, Domains).Sum(domain => Sum(domain, 2));
        double[] own = [.. Enumerable.Range(0, Domains).Select(domain => Sum(domain, 1) / Sum(domain, 2))];
        return FewOf(own, domain => RatioSpread(domain, own[domain]), all);
    }

    /// <summary>That of all for each domain, or one near its own where that is far.</summary>
    private static double[] FewOf(double[] own, Func<int, double> spread, double all)
    {
        int[] far = [.. Enumerable.Range(0, own.Length).Where(domain => double.IsFinite(own[domain]) && !(Math.Abs(own[domain] - all) <= Far * spread(domain)))];
        double[] values = [.. Enumerable.Repeat(double.IsFinite(all) ? all : 0, own.Length)], few = FewCentres.Of([.. far.Select(domain => own[domain])], [.. far.Select(spread)], Far);
        for (int k = 0; k < far.Length; k++)
            values[far[k]] = few[k];
        return values;
    }

    // where no squares were summed, no distance is far, or any is if there are few domains
    private double SpreadOf(int term, int domain) =>
        _group.ProductCount > 0 ? Math.Sqrt(About(domain, 1 + term, 1 + term) / Sum(domain, 0)) : Domains <= FewDomains ? 0 : double.PositiveInfinity;

    /// <summary>The difference from its ratio R that makes as much of y - R x as that varies.</summary>
    private double RatioSpread(int domain, double own)
    {
        double x = About(domain, 2, 2), mean = Sum(domain, 2) / Sum(domain, 0);
        double residual = About(domain, 1, 1) - 2 * own * About(domain, 1, 2) + own * own * x;
        return Math.Sqrt(residual / (x + Sum(domain, 0) * mean * mean));
    }

    private double About(int domain, int a, int b) =>
        _totals.Moments.AboutMeans(domain, _g, a, b, [.. Enumerable.Range(0, _group.SlotCount).Select(slot => Sum(domain, slot))]);

    private double Sum(int domain, int slot) => _totals.Total(domain, _totals.Request.FirstSlot[_g] + slot);

    // the slot of the weights over which a term was summed
    private int PeopleOf(int term) => _group.Terms[term].Within ? term : 0;
}
