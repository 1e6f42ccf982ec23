namespace Survey;

/// <summary>Ranks of supplied replicate weights among the rows of each domain, of which their degrees of freedom are 1 less.</summary>
internal sealed class ReplicateRanks
{
    // 1 GiB
    private const long MostProducts = 1L << 27;

    private readonly Request _request;
    private readonly GramMatrix[] _products;
    private readonly double[][] _weights;
    private readonly bool _answered;
    private readonly long[] _rows;
    private readonly bool[] _isFull;

    /// <param name="request">Whose domains there are.</param>
    /// <param name="replicates">R.</param>
    /// <param name="answered">Whether only rows that answered a group of terms count.</param>
    public ReplicateRanks(Request request, int replicates, bool answered)
    {
        (_request, _answered) = (request, answered);
        long matrices = (long)request.Domains.Count * (answered ? request.Groups.Count : 1);
        if (matrices * replicates * replicates / 2 > MostProducts)
            throw new SurveyDataException($"The ranks of {replicates} replicate weights in {Invariant.Count(matrices)} domains, of which degrees of freedom follow, would take gigabytes; count them of the whole design (DegreesOfFreedomRule.Design), or ask for fewer domains.");
        _products = [.. Enumerable.Range(0, (int)matrices).Select(_ => new GramMatrix(replicates))];
        _rows = new long[matrices];
        _isFull = new bool[matrices];
        _weights = [.. Enumerable.Range(0, replicates).Select(_ => new double[ChunkRows.BlockSize])];
    }

    public int Rank(int domain, int group)
    {
        int index = IndexOf(domain, group);
        return _isFull[index] ? _weights.Length : _products[index].Rank(ReplicateRank.Tolerance);
    }

    /// <summary>Keeps the weights of rows under a replicate.</summary>
    public void Take(int replicate, ReadOnlySpan<double> weights) => weights.CopyTo(_weights[replicate]);

    /// <summary>Adds the rows whose weights were taken.</summary>
    /// <param name="rows">The last of which are those.</param>
    /// <param name="at">Where they begin there.</param>
    public void Add(ChunkRows rows, int at)
    {
        if (Array.TrueForAll(_isFull, full => full))
            return;
        ReadOnlySpan<int> domains = rows.Domains[at..];
        double[] row = new double[_weights.Length];
        for (int i = 0; i < domains.Length; i++)
        {
            for (int r = 0; r < row.Length; r++)
                row[r] = _weights[r][i];
            for (int g = 0; g < (_answered ? _request.Groups.Count : 1); g++)
                if (!_answered || rows.States(g)[at + i] != FlagColumn.Missing)
                    Add(IndexOf(domains[i], g), row);
        }
    }

    /// <summary>More rows cannot raise a rank that is full, so it is looked at whenever their number has doubled.</summary>
    private void Add(int index, double[] row)
    {
        if (_isFull[index])
            return;
        _products[index].Add(row);
        long rows = ++_rows[index];
        if (rows > row.Length && long.IsPow2(rows))
            _isFull[index] = _products[index].Rank(ReplicateRank.Tolerance) == row.Length;
    }

    /// <summary>Adds the rows that another thread met.</summary>
    public void Add(ReplicateRanks other)
    {
        for (int k = 0; k < _products.Length; k++)
        {
            _products[k].Add(other._products[k]);
            _isFull[k] |= other._isFull[k];
        }
    }

    private int IndexOf(int domain, int group) => _answered ? domain * _request.Groups.Count + group : domain;
}
