namespace Survey.Monitoring;

/// <summary>P(a rule is met) where its figures are normal: exactly in one of them, and by a fixed lattice over the others.</summary>
/// <remarks>Given the other figures a rule is met for the judged one in a few intervals, whose probability is known. With two figures that leaves one dimension, in which 4,096 points are as good as exact.</remarks>
internal sealed class PassIntegral
{
    private const int Points = 4096;

    // the first dimension is a grid, the others go on by roots of primes (Richtmyer's lattice)
    private static readonly double[] _steps = [Math.Sqrt(2) - 1, Math.Sqrt(3) - 1, Math.Sqrt(5) - 2, Math.Sqrt(7) - 2, Math.Sqrt(11) - 3];

    private static readonly double[] _grid = [.. Enumerable.Range(0, Points).Select(point => Normal.Quantile((point + 0.5) / Points))];

    private readonly Clause _clause;
    private readonly int[] _random;
    private readonly double[,] _root;
    private readonly double[] _values;
    private readonly (HalfSpace Space, double OfLast)[] _spaces;

    /// <param name="clause">The rule; no part of it is unassessed.</param>
    /// <param name="figures">With their covariances.</param>
    public PassIntegral(Clause clause, FigureSet figures)
    {
        _clause = clause;
        HalfSpace[] spaces = [.. clause.HalfSpaces];
        // the judged figure stands last: it is the one that is integrated exactly
        _random = [.. spaces.SelectMany(space => space.Figures).Distinct().Where(index => figures[index].StandardError > 0).OrderBy(index => spaces.Count(space => space.Figures[0] == index)).ThenByDescending(index => index)];
        _root = Root(_random, figures);
        _values = new double[figures.All.Count];
        _spaces = [.. spaces.Select(space => (space, _random.Length == 0 ? 0 : space.Terms.Where(term => term.Figure == _random[^1]).Sum(term => term.Coefficient.ToDouble())))];
    }

    public double At(double[] means)
    {
        means.CopyTo(_values, 0);
        int others = _random.Length - 1;
        if (others < 0)
            return IsMet(_clause) ? 1 : 0;
        if (others == 0)
            return OverLast(means[_random[0]]);
        double[] z = new double[others];
        double sum = 0;
        for (int point = 0; point < Points; point++)
        {
            for (int k = 0; k < others; k++)
                z[k] = k == 0 ? _grid[point] : Normal.Quantile(Fraction((point + 0.5) * _steps[(k - 1) % _steps.Length] + 0.5));
            for (int k = 0; k < others; k++)
                _values[_random[k]] = means[_random[k]] + Dot(k, z, k + 1);
            sum += OverLast(means[_random[^1]] + Dot(others, z, others));
        }
        return sum / Points;
    }

    /// <summary>The probability over the last figure, given the others.</summary>
    private double OverLast(double mean)
    {
        double deviation = _root[_random.Length - 1, _random.Length - 1];
        int last = _random[^1];
        if (!(deviation > 0))
        {
            _values[last] = mean;
            return IsMet(_clause) ? 1 : 0;
        }
        _values[last] = 0;
        double[] cuts = [.. _spaces.Where(own => own.OfLast != 0).Select(own => -ValueOf(own.Space) / own.OfLast).Order()];
        double sum = 0, below = 1;
        for (int k = 0; k <= cuts.Length; k++)
        {
            double above = k == cuts.Length ? 0 : Normal.UpperTail((cuts[k] - mean) / deviation);
            _values[last] = cuts.Length == 0 ? mean : k == 0 ? cuts[0] - 1 : k == cuts.Length ? cuts[^1] + 1 : (cuts[k - 1] + cuts[k]) / 2;
            if (below > above && IsMet(_clause))
                sum += below - above;
            below = above;
        }
        return sum;
    }

    private bool IsMet(Clause clause) =>
        clause switch
        {
            HalfSpace space => ValueOf(space) >= 0,
            Known known => known.IsMet,
            Junction { IsAll: true } all => all.Arms.All(IsMet),
            Junction any => any.Arms.Any(IsMet),
            _ => false,
        };

    private double ValueOf(HalfSpace space)
    {
        double value = space.Number;
        foreach ((int figure, double coefficient) in space.Numbers)
            value += coefficient * _values[figure];
        return value;
    }

    private double Dot(int row, double[] z, int count)
    {
        double sum = 0;
        for (int k = 0; k < count; k++)
            sum += _root[row, k] * z[k];
        return sum;
    }

    /// <summary>The lower triangular root of the covariance matrix; a figure that follows from those before it has 0 on the diagonal.</summary>
    private static double[,] Root(int[] of, FigureSet figures)
    {
        double[,] root = new double[of.Length, of.Length];
        for (int row = 0; row < of.Length; row++)
            for (int column = 0; column <= row; column++)
            {
                double rest = figures.Covariance(of[row], of[column]);
                for (int k = 0; k < column; k++)
                    rest -= root[row, k] * root[column, k];
                root[row, column] = row == column
                    ? rest > 1e-14 * figures.Covariance(of[row], of[row]) ? Math.Sqrt(rest) : 0
                    : root[column, column] > 0 ? rest / root[column, column] : 0;
            }
        return root;
    }

    private static double Fraction(double x) => x - Math.Floor(x);
}
