namespace Survey;

/// <summary>
/// Second moments by domain, not by unit: Σw² of the respondents of each group of terms, and Σw y_a y_b of its terms, if they are at most two. Of an indicator y² is y, so its total is enough.
/// </summary>
internal sealed class Moments
{
    // a few units in the last place
    private const double Rounding = 1e-15;

    private readonly Request _request;
    private readonly double[][] _squares, _products;

    public Moments(Request request)
    {
        _request = request;
        _squares = [.. request.Groups.Select(_ => new double[request.Domains.Count])];
        _products = [.. request.Groups.Select(group => new double[group.ProductCount * request.Domains.Count])];
    }

    /// <summary>Rows of weight other than 0 of which it is known whether they are in a domain, where the request counts them.</summary>
    public long WholeRows { get; private set; }

    /// <summary>Their weights.</summary>
    public double WholeWeight { get; private set; }

    /// <summary>Σw² of the respondents.</summary>
    public double SquaredWeights(int domain, int group) => _squares[group][domain];

    /// <summary>Σw y_a y_b of its terms less their centres and shifts: 11, or 11, 12 and 22.</summary>
    public ReadOnlySpan<double> Products(int domain, int group)
    {
        int count = _request.Groups[group].ProductCount;
        return _products[group].AsSpan(domain * count, count);
    }

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
        double product = Products(domain, group)[a + b - 2];
        double about = product - (totals[a] - shiftA * totals[0]) * (totals[b] - shiftB * totals[0]) / totals[0];
        // equal values, but for the rounding of w y
        return a == b && about <= totals[0] * Rounding * shiftA * (Rounding * shiftA) ? 0 : about;
    }

    public void Add(ChunkRows rows)
    {
        (WholeRows, WholeWeight) = (WholeRows + rows.WholeRows, WholeWeight + rows.WholeWeight);
        ChunkMoments moments = rows.Moments!;
        for (int g = 0; g < _squares.Length; g++)
            foreach (int domain in moments.Domains)
            {
                _squares[g][domain] += moments.SquaredWeights(domain, g);
                ReadOnlySpan<double> products = moments.Products(domain, g);
                Span<double> own = _products[g].AsSpan(domain * products.Length, products.Length);
                for (int k = 0; k < own.Length; k++)
                    own[k] += products[k];
            }
    }

    /// <summary>Adds second moments that were summed elsewhere.</summary>
    public void Add(int domain, int group, double squaredWeights, ReadOnlySpan<double> products)
    {
        _squares[group][domain] += squaredWeights;
        for (int k = 0; k < products.Length; k++)
            _products[group][domain * products.Length + k] += products[k];
    }

    /// <summary>Adds rows that are in a domain, or known to be in none.</summary>
    public void AddWhole(long rows, double weight) => (WholeRows, WholeWeight) = (WholeRows + rows, WholeWeight + weight);

    /// <summary>Adds the sums of another lane.</summary>
    public void Add(Moments lane)
    {
        (WholeRows, WholeWeight) = (WholeRows + lane.WholeRows, WholeWeight + lane.WholeWeight);
        for (int g = 0; g < _squares.Length; g++)
        {
            Multiples.Add(lane._squares[g], 1, _squares[g]);
            Multiples.Add(lane._products[g], 1, _products[g]);
        }
    }
}
