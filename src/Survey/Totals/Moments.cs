using System.Runtime.Intrinsics;

namespace Survey;

/// <summary>
/// Second moments by domain, not by unit: Σw² of the respondents of each group of terms, and Σw y_a y_b of its terms, if they are at most two. Of an indicator y² is y, so its total is enough.
/// </summary>
internal sealed class Moments
{
    // rows whose products are made before they are added: they stay in the core's first cache
    private const int BlockSize = 512;

    // a few units in the last place
    private const double Rounding = 1e-15;

    private readonly Request _request;
    private readonly int[] _first;
    private readonly int _stride;
    private readonly double[][] _values = [new double[BlockSize], new double[BlockSize]];

    // of each domain and group: Σw² and Σwyy, and where there are two terms Σwyx and Σwxx
    private readonly Vector128<double>[] _sums;

    public Moments(Request request)
    {
        _request = request;
        _first = new int[request.Groups.Count];
        for (int g = 0; g < _first.Length; g++)
        {
            _first[g] = _stride;
            _stride += (1 + request.Groups[g].ProductCount + 1) / 2;
        }
        _sums = new Vector128<double>[_stride * request.Domains.Count];
    }

    /// <summary>Rows of weight other than 0 of which it is known whether they are in a domain, where the request counts them.</summary>
    public long WholeRows { get; private set; }

    /// <summary>Their weights.</summary>
    public double WholeWeight { get; private set; }

    /// <summary>Σw² of the respondents.</summary>
    public double SquaredWeights(int domain, int group) => _sums[domain * _stride + _first[group]][0];

    /// <summary>Σw(y_a - mean_a)(y_b - mean_b) of two terms of a group, numbered from 1, that has products or is one indicator.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="group">Of terms.</param>
    /// <param name="a">The first term.</param>
    /// <param name="b">The second, not before it.</param>
    /// <param name="totals">The group's: the sum of weights, then each term's.</param>
    public double AboutMeans(int domain, int group, int a, int b, ReadOnlySpan<double> totals)
    {
        TermGroup terms = _request.Groups[group];
        if (terms.ProductCount == 0)
            return totals[1] * (totals[0] - totals[1]) / totals[0];
        double shiftA = terms.ShiftOf(a - 1, domain), shiftB = terms.ShiftOf(b - 1, domain);
        int k = a + b - 1; // after Σw²: 11, 12, 22
        double product = _sums[domain * _stride + _first[group] + k / 2][k % 2];
        double about = product - (totals[a] - shiftA * totals[0]) * (totals[b] - shiftB * totals[0]) / totals[0];
        // equal values, but for the rounding of w y
        return a == b && about <= totals[0] * Rounding * shiftA * (Rounding * shiftA) ? 0 : about;
    }

    public void Add(ChunkRows rows)
    {
        (WholeRows, WholeWeight) = (WholeRows + rows.WholeRows, WholeWeight + rows.WholeWeight);
        for (int first = 0; first < rows.Count; first += BlockSize)
        {
            int count = Math.Min(BlockSize, rows.Count - first);
            for (int g = 0; g < _first.Length; g++)
                AddGroup(g, rows, first, count);
        }
    }

    /// <summary>Adds the sums of another lane.</summary>
    public void Add(Moments lane)
    {
        (WholeRows, WholeWeight) = (WholeRows + lane.WholeRows, WholeWeight + lane.WholeWeight);
        for (int k = 0; k < _sums.Length; k++)
            _sums[k] += lane._sums[k];
    }

    private void AddGroup(int g, ChunkRows rows, int first, int count)
    {
        TermGroup group = _request.Groups[g];
        int slot = _request.FirstSlot[g];
        ReadOnlySpan<double> weights = rows.Slot(slot).Slice(first, count);
        ReadOnlySpan<double> y = group.ProductCount > 0 ? rows.Slot(slot + 1).Slice(first, count) : default, x = group.ProductCount > 1 ? rows.Slot(slot + 2).Slice(first, count) : default;
        if (_request.Domains.Count == 1)
            AddToOneDomain(g, weights, y, x);
        else
            AddByDomain(g, rows.Domains.Slice(first, count), weights, y, x);
    }

    private void AddToOneDomain(int g, ReadOnlySpan<double> weights, ReadOnlySpan<double> y, ReadOnlySpan<double> x)
    {
        TermGroup group = _request.Groups[g];
        _sums[_first[g]] += y.IsEmpty ? Vector128.CreateScalar(MomentKernels.Squares(weights)) : MomentKernels.Products(weights, y, group.ShiftOf(0, 0));
        if (!x.IsEmpty)
            _sums[_first[g] + 1] += MomentKernels.Products(weights, y, group.ShiftOf(0, 0), x, group.ShiftOf(1, 0));
    }

    private void AddByDomain(int g, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, ReadOnlySpan<double> weightedY, ReadOnlySpan<double> weightedX)
    {
        Span<Vector128<double>> sums = _sums.AsSpan(_first[g]);
        if (weightedY.IsEmpty)
            AddSquares(domains, weights, sums, _stride);
        else if (weightedX.IsEmpty)
            AddProducts(domains, weights, Values(g, 0, domains, weights, weightedY), sums, _stride);
        else
            AddProducts(domains, weights, Values(g, 0, domains, weights, weightedY), Values(g, 1, domains, weights, weightedX), sums, _stride);
    }

    private ReadOnlySpan<double> Values(int g, int term, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, ReadOnlySpan<double> weighted)
    {
        Span<double> values = _values[term].AsSpan(0, weighted.Length);
        MomentKernels.Values(weights, weighted, values);
        _request.Groups[g].Shift(term, domains, values);
        return values;
    }

    private static void AddSquares(ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, Span<Vector128<double>> sums, int stride)
    {
        for (int i = 0; i < domains.Length; i++)
            sums[domains[i] * stride] += Vector128.CreateScalar(weights[i] * weights[i]);
    }

    private static void AddProducts(ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, ReadOnlySpan<double> y, Span<Vector128<double>> sums, int stride)
    {
        for (int i = 0; i < domains.Length; i++)
        {
            double w = weights[i];
            sums[domains[i] * stride] += Vector128.Create(w * w, w * y[i] * y[i]);
        }
    }

    private static void AddProducts(ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, ReadOnlySpan<double> y, ReadOnlySpan<double> x, Span<Vector128<double>> sums, int stride)
    {
        for (int i = 0; i < domains.Length; i++)
        {
            double w = weights[i], wx = w * x[i];
            Span<Vector128<double>> own = sums.Slice(domains[i] * stride, 2);
            own[0] += Vector128.Create(w * w, w * y[i] * y[i]);
            own[1] += Vector128.Create(wx * y[i], wx * x[i]);
        }
    }
}
