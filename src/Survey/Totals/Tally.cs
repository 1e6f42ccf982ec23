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

    /// <summary>Adds rows of a domain, counted elsewhere.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="group">Of terms.</param>
    /// <param name="rows">All of them, and those that answered.</param>
    /// <param name="weighted">Those whose weight is not 0.</param>
    public void Add(int domain, int group, (long All, long Answered) rows, (long All, long Answered) weighted)
    {
        IsEmpty &= rows.All == 0;
        Rows(domain, group, weighted: true, answered: true) += weighted.Answered;
        Rows(domain, group, weighted: true, answered: false) += weighted.All - weighted.Answered;
        Rows(domain, group, weighted: false, answered: true) += rows.Answered - weighted.Answered;
        Rows(domain, group, weighted: false, answered: false) += rows.All - rows.Answered - (weighted.All - weighted.Answered);
    }

    public void AddUnknown(long rows) => Unknown += rows;

    /// <summary>Adds the rows of which these are the moments.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="moments">Of them.</param>
    public void Add(int rows, ChunkMoments moments)
    {
        IsEmpty &= rows == 0;
        foreach (int domain in moments.Domains)
            for (int g = 0; g < groups; g++)
                foreach (bool answered in (ReadOnlySpan<bool>)[false, true])
                {
                    long weightless = moments.WeightlessRows(domain, g, answered);
                    Rows(domain, g, weighted: false, answered) += weightless;
                    Rows(domain, g, weighted: true, answered) += moments.Rows(domain, g, answered) - weightless;
                }
    }

    public void Add(Tally other)
    {
        Unknown += other.Unknown;
        IsEmpty &= other.IsEmpty;
        for (int k = 0; k < _rows.Length; k++)
            _rows[k] += other._rows[k];
    }

    private ref long Rows(int domain, int group, bool weighted, bool answered) => ref _rows[4L * (domain * groups + group) + (weighted ? 2 : 0) + (answered ? 1 : 0)];
}
