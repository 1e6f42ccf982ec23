namespace Survey;

/// <summary>Counts of rows by domain.</summary>
/// <param name="domains">Number of domains.</param>
/// <param name="groups">Number of groups of terms.</param>
internal sealed class Tally(int domains, int groups)
{
    // rows by domain, group, whether their weight is not 0 and whether they answered
    private readonly long[] _rows = new long[4L * domains * groups];

    /// <summary>Rows of which nobody knows the domain.</summary>
    public long Unknown { get; private set; }

    /// <summary>Whether no row was in any domain.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Rows of a domain whose weight is not 0.</summary>
    public long WeightedRows(int domain) => Rows(domain, 0, weighted: true, answered: false) + Rows(domain, 0, weighted: true, answered: true);

    /// <summary>Rows of non-zero weight that answered.</summary>
    public long Respondents(int domain, int group) => Rows(domain, group, weighted: true, answered: true);

    /// <summary>Rows without a value.</summary>
    public long Missing(int domain, int group) => Rows(domain, group, weighted: false, answered: false) + Rows(domain, group, weighted: true, answered: false);

    public void AddUnknown(int rows) => Unknown += rows;

    /// <param name="group">Of terms.</param>
    /// <param name="domainOf">The domain of each row.</param>
    /// <param name="weights">Of the rows.</param>
    /// <param name="answered">-1 where no term of the group is missing, else 0.</param>
    public void Add(int group, ReadOnlySpan<int> domainOf, ReadOnlySpan<double> weights, ReadOnlySpan<long> answered)
    {
        IsEmpty &= domainOf.IsEmpty;
        if (domains == 1)
            AddToOneDomain(weights, answered, _rows.AsSpan(4 * group, 4));
        else
            for (int i = 0; i < domainOf.Length; i++)
                _rows[4 * (domainOf[i] * groups + group) + (weights[i] != 0 ? 2 : 0) - answered[i]]++;
    }

    public void Add(Tally other)
    {
        Unknown += other.Unknown;
        IsEmpty &= other.IsEmpty;
        for (int k = 0; k < _rows.Length; k++)
            _rows[k] += other._rows[k];
    }

    private long Rows(int domain, int group, bool weighted, bool answered) => _rows[4L * (domain * groups + group) + (weighted ? 2 : 0) + (answered ? 1 : 0)];

    private static void AddToOneDomain(ReadOnlySpan<double> weights, ReadOnlySpan<long> answered, Span<long> counts)
    {
        long weighted = 0, known = 0, both = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            long isWeighted = weights[i] != 0 ? -1 : 0;
            weighted -= isWeighted;
            known -= answered[i];
            both -= isWeighted & answered[i];
        }
        counts[0] += weights.Length - weighted - known + both;
        counts[1] += known - both;
        counts[2] += weighted - both;
        counts[3] += both;
    }
}
