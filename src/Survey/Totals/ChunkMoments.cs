using System.Runtime.Intrinsics;

namespace Survey;

/// <summary>Counts and second moments of some rows of a chunk, by domain. What lanes add are these sums, in the order of the chunks.</summary>
internal sealed class ChunkMoments
{
    private readonly Request _request;
    private readonly DomainsMet _met;

    // of each group by domain and state: Σw² and the number of rows; and by domain the products of its terms
    private readonly Vector128<double>[][] _squares;
    private readonly double[][] _products;

    // rows of weight 0, of each group by domain and state; null before the first
    private readonly long[]?[] _weightless;

    public ChunkMoments(Request request)
    {
        _request = request;
        _met = new DomainsMet(request.Domains.Count);
        _squares = [.. request.Groups.Select(_ => new Vector128<double>[CellLayout.States * request.Domains.Count])];
        _products = [.. request.Groups.Select(group => new double[group.ProductCount * request.Domains.Count])];
        _weightless = new long[]?[request.Groups.Count];
    }

    /// <summary>The domains of the rows, and perhaps others.</summary>
    public IReadOnlyList<int> Domains => _met.Domains;

    /// <summary>Σw² of the respondents of a group.</summary>
    public double SquaredWeights(int domain, int group) => _squares[group][CellLayout.States * domain][0] + _squares[group][CellLayout.States * domain + 1][0];

    /// <summary>The products of the terms of a group.</summary>
    public ReadOnlySpan<double> Products(int domain, int group) => _products[group].AsSpan(domain * _request.Groups[group].ProductCount, _request.Groups[group].ProductCount);

    /// <summary>Rows that answered a group, or did not.</summary>
    public long Rows(int domain, int group, bool answered)
    {
        ReadOnlySpan<Vector128<double>> own = _squares[group].AsSpan(CellLayout.States * domain, CellLayout.States);
        return (long)(answered ? own[0][1] + own[1][1] : own[2][1]);
    }

    /// <summary>Those of weight 0 among them.</summary>
    public long WeightlessRows(int domain, int group, bool answered) =>
        _weightless[group] is not { } own ? 0 : answered ? own[CellLayout.States * domain] + own[CellLayout.States * domain + 1] : own[CellLayout.States * domain + 2];

    public void Clear()
    {
        for (int g = 0; g < _squares.Length; g++)
            foreach (int domain in _met.Domains)
            {
                _squares[g].AsSpan(CellLayout.States * domain, CellLayout.States).Clear();
                _weightless[g]?.AsSpan(CellLayout.States * domain, CellLayout.States).Clear();
                _products[g].AsSpan(domain * _request.Groups[g].ProductCount, _request.Groups[g].ProductCount).Clear();
            }
        _met.Clear();
    }

    /// <summary>Adds rows, before their groups are.</summary>
    public void Add(ReadOnlySpan<int> domains) => _met.Add(domains);

    /// <param name="group">Of terms.</param>
    /// <param name="domains">The domain of each row.</param>
    /// <param name="weights">Of the rows.</param>
    /// <param name="states">0 or 1 where the row answered, 2 where it did not.</param>
    public void Add(int group, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, ReadOnlySpan<byte> states)
    {
        MomentKernels.AddSquares(domains, states, weights, _squares[group]);
        if (!StateKernels.HasZero(weights))
            return;
        long[] weightless = _weightless[group] ??= new long[_squares[group].Length];
        for (int i = 0; i < weights.Length; i++)
            if (weights[i] == 0)
                weightless[CellLayout.States * domains[i] + states[i]]++;
    }

    /// <summary>Gives a group the counts of another, which has the same respondents.</summary>
    public void Copy(int from, int to)
    {
        if (_weightless[from] is not null)
            _weightless[to] ??= new long[_squares[to].Length];
        foreach (int domain in _met.Domains)
        {
            int first = CellLayout.States * domain;
            _squares[from].AsSpan(first, CellLayout.States).CopyTo(_squares[to].AsSpan(first));
            _weightless[from]?.AsSpan(first, CellLayout.States).CopyTo(_weightless[to].AsSpan(first));
        }
    }

    /// <summary>Adds the products of terms.</summary>
    /// <param name="group">Of terms.</param>
    /// <param name="domains">The domain of each row.</param>
    /// <param name="weights">Of the rows.</param>
    /// <param name="block">The values, 0 where the row did not answer.</param>
    public void AddProducts(int group, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, TermBlock block)
    {
        switch (_request.Groups[group].ProductCount)
        {
            case 1:
                MomentKernels.AddProducts(domains, weights, block.Distances(0), _products[group]);
                break;
            case 3:
                MomentKernels.AddProducts(domains, weights, block.Distances(0), block.Distances(1), _products[group]);
                break;
        }
    }
}
