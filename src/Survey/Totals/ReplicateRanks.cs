namespace Survey;

/// <summary>Ranks of supplied replicate weights among the rows of each domain, of which their degrees of freedom are 1 less.</summary>
internal sealed class ReplicateRanks
{
    // 1 GiB
    private const long MostProducts = 1L << 27;

    private readonly Request _request;
    private readonly ReplicateRanks? _whole;
    private readonly GramMatrix[] _products;
    private readonly double[][] _weights;
    private readonly bool _answered;
    private readonly long[] _rows;
    private readonly bool[] _isFull;

    /// <param name="request">Whose domains there are.</param>
    /// <param name="replicates">R.</param>
    /// <param name="answered">Whether only rows that answered a group of terms count.</param>
    /// <param name="whole">Of all chunks, where these are of one.</param>
    public ReplicateRanks(Request request, int replicates, bool answered, ReplicateRanks? whole = null)
    {
        (_request, _answered, _whole) = (request, answered, whole);
        long matrices = (long)request.Domains.Count * (answered ? request.Groups.Count : 1);
        if (matrices * replicates * replicates / 2 > MostProducts)
            throw new SurveyDataException($"The ranks of {replicates} replicate weights in {Invariant.Count(matrices)} domains, of which degrees of freedom follow, would take gigabytes; count them of the whole design (DegreesOfFreedomRule.Design), or ask for fewer domains.");
        _products = [.. Enumerable.Range(0, (int)matrices).Select(_ => new GramMatrix(replicates))];
        _rows = new long[matrices];
        _isFull = new bool[matrices];
        _weights = [.. Enumerable.Range(0, replicates).Select(_ => new double[ChunkRows.BlockSize])];
    }

    /// <summary>Ranks of products that were summed elsewhere.</summary>
    /// <param name="request">Whose domains there are.</param>
    /// <param name="replicates">R.</param>
    /// <param name="answered">Whether only rows that answered a group of terms count.</param>
    /// <param name="products">By domain, and within it by group where those count: the lower triangle of X'X, row by row; null where the rank is full.</param>
    public static ReplicateRanks Of(Request request, int replicates, bool answered, double[]?[] products)
    {
        var ranks = new ReplicateRanks(request, replicates, answered);
        for (int k = 0; k < products.Length; k++)
            if (products[k] is { } own)
                ranks._products[k].AddTriangle(own);
            else
                ranks._isFull[k] = true;
        return ranks;
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
        if (Enumerable.Range(0, _isFull.Length).All(IsFull))
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

    /// <summary>Adds the rows of a chunk to those of all before it, and begins anew. A rank found full, of a chunk or of the first so many, is full whatever rows are then passed over: the ranks are the same for any number of threads.</summary>
    public void MoveToWhole()
    {
        for (int k = 0; k < _products.Length; k++)
            if (_rows[k] > 0 && !_whole!._isFull[k])
            {
                _whole._products[k].Add(_products[k]);
                _whole.Count(k, _rows[k], isFull: _isFull[k]);
            }
        for (int k = 0; k < _products.Length; k++)
            if (_rows[k] > 0)
            {
                _products[k].Clear();
                (_rows[k], _isFull[k]) = (0, false);
            }
    }

    private void Add(int index, double[] row)
    {
        if (IsFull(index))
            return;
        _products[index].Add(row);
        Count(index, 1, isFull: false);
    }

    /// <summary>More rows cannot raise a rank that is full, so it is looked at whenever their number has doubled.</summary>
    private void Count(int index, long rows, bool isFull)
    {
        long before = _rows[index], now = _rows[index] = before + rows;
        bool isDoubled = now > _weights.Length && long.Log2(now) > long.Log2(Math.Max(1, before));
        _isFull[index] = isFull || (isDoubled && _products[index].Rank(ReplicateRank.Tolerance) == _weights.Length);
    }

    private bool IsFull(int index) => _isFull[index] || (_whole is not null && Volatile.Read(ref _whole._isFull[index]));

    private int IndexOf(int domain, int group) => _answered ? domain * _request.Groups.Count + group : domain;
}
