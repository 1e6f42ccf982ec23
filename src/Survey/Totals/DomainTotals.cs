namespace Survey;

/// <summary>The totals of a group of terms over one domain: T, and what else a statistic needs.</summary>
/// <param name="totals">The sum of weights, then the total of each term less its centre.</param>
/// <param name="centres">What was taken off each term; 0 unless it is centred.</param>
/// <param name="respondents">Rows of non-zero weight that answered.</param>
internal readonly ref struct DomainTotals(ReadOnlySpan<double> totals, ReadOnlySpan<double> centres, long respondents)
{
    private readonly ReadOnlySpan<double> _totals = totals, _centres = centres;

    /// <summary>Σw of the respondents.</summary>
    public double SumOfWeights => _totals[0];

    /// <summary>n: rows of non-zero weight that answered.</summary>
    public long Respondents => respondents;

    /// <summary>Σw(y - c) of a term, numbered from 1.</summary>
    public double this[int term] => _totals[term];

    /// <summary>c of a term, numbered from 1.</summary>
    public double Centre(int term) => _centres[term - 1];
}
