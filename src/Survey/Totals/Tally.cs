namespace Survey;

/// <summary>Counts of rows by domain.</summary>
/// <param name="domains">Number of domains.</param>
/// <param name="groups">Number of groups of terms.</param>
internal sealed class Tally(int domains, int groups)
{
    private readonly long[] _respondents = new long[domains * groups], _missing = new long[domains * groups];

    /// <summary>Rows of each domain whose weight is not 0.</summary>
    public long[] WeightedRows { get; } = new long[domains];

    /// <summary>Rows of which nobody knows the domain.</summary>
    public long Unknown { get; private set; }

    /// <summary>Whether no row was in any domain.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Rows of non-zero weight that answered.</summary>
    public long Respondents(int domain, int group) => _respondents[domain * groups + group];

    /// <summary>Rows without a value.</summary>
    public long Missing(int domain, int group) => _missing[domain * groups + group];

    public void Add(ChunkRows rows)
    {
        Unknown += rows.Unknown;
        IsEmpty &= rows.Count == 0;
        ReadOnlySpan<double> weights = rows.Weights;
        int[] domainOf = rows.Domains;
        for (int i = 0; i < weights.Length; i++)
            if (weights[i] != 0)
                WeightedRows[domainOf[i]]++;
        for (int g = 0; g < groups; g++)
        {
            ReadOnlySpan<byte> answered = rows.Answered(g);
            for (int i = 0; i < weights.Length; i++)
            {
                int k = domainOf[i] * groups + g;
                if (answered[i] == 0)
                    _missing[k]++;
                else if (weights[i] != 0)
                    _respondents[k]++;
            }
        }
    }

    public void Add(Tally other)
    {
        Unknown += other.Unknown;
        IsEmpty &= other.IsEmpty;
        AddTo(WeightedRows, other.WeightedRows);
        AddTo(_respondents, other._respondents);
        AddTo(_missing, other._missing);
    }

    private static void AddTo(long[] counts, long[] more)
    {
        for (int k = 0; k < counts.Length; k++)
            counts[k] += more[k];
    }
}
