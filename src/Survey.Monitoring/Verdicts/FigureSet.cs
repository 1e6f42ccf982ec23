namespace Survey.Monitoring;

/// <summary>Figures with the covariances of their errors: figures of waves in the same places move together.</summary>
internal sealed class FigureSet
{
    // covariances are sums of 1e-16 of their size each, so an error below that share of what cancels in it is none
    private const double Rounding = 1e-7;

    private readonly List<Figure> _figures = [];
    private readonly Dictionary<(int, int), double> _covariances = [];
    private readonly HashSet<(int, int)> _shares = [];

    public IReadOnlyList<Figure> All => _figures;

    public Figure this[int index] => _figures[index];

    public FigureSet Copy()
    {
        var copy = new FigureSet();
        copy._figures.AddRange(_figures);
        foreach (((int, int) pair, double covariance) in _covariances)
            copy._covariances[pair] = covariance;
        copy._shares.UnionWith(_shares);
        return copy;
    }

    public int Add(Figure figure)
    {
        _figures.Add(figure);
        return _figures.Count - 1;
    }

    /// <summary>Puts a figure in the place of one of which it says more.</summary>
    public void Replace(Figure old, Figure figure) => _figures[_figures.IndexOf(old)] = figure;

    /// <summary>Says how two figures' errors go together.</summary>
    /// <param name="first">An index.</param>
    /// <param name="second">Another.</param>
    /// <param name="covariance">Of their errors.</param>
    /// <param name="share">Whether they share PSUs, so that a contrast of both has the smaller of their degrees of freedom.</param>
    public void Relate(int first, int second, double covariance, bool share)
    {
        (int, int) pair = (Math.Min(first, second), Math.Max(first, second));
        _covariances[pair] = covariance;
        if (share)
            _shares.Add(pair);
    }

    public double Covariance(int first, int second) =>
        first == second ? Square(_figures[first].StandardError) : _covariances.GetValueOrDefault((Math.Min(first, second), Math.Max(first, second)));

    /// <summary>Σ coefficient · figure + constant, with its error.</summary>
    public Contrast Combine(string name, IReadOnlyList<(int Figure, double Coefficient)> terms, double constant)
    {
        double value = constant, variance = 0, cancelled = 0;
        foreach ((int j, double a) in terms)
        {
            value += a * _figures[j].Value;
            cancelled += Math.Abs(a) * _figures[j].StandardError;
            foreach ((int k, double b) in terms)
                variance += a * b * Covariance(j, k);
        }
        double error = Math.Sqrt(Math.Max(0, variance));
        return new Contrast { Name = name, Value = value, StandardError = error <= Rounding * cancelled ? 0 : error, DegreesOfFreedom = DegreesOfFreedom(terms) };
    }

    /// <summary>The smallest where two figures share PSUs, else those of Welch and Satterthwaite.</summary>
    private double DegreesOfFreedom(IReadOnlyList<(int Figure, double Coefficient)> terms)
    {
        (int Figure, double Coefficient)[] sampled = [.. terms.Where(term => _figures[term.Figure].IsSampled)];
        double least = sampled.Select(term => _figures[term.Figure].DegreesOfFreedom).DefaultIfEmpty(double.PositiveInfinity).Min();
        if (sampled.Length < 2 || !(least > 0) || sampled.Any(one => sampled.Any(other => _shares.Contains((one.Figure, other.Figure)))))
            return least;
        double sum = 0, squares = 0;
        foreach ((int figure, double coefficient) in sampled)
        {
            double own = Square(coefficient * _figures[figure].StandardError);
            sum += own;
            squares += own * own / _figures[figure].DegreesOfFreedom;
        }
        return squares > 0 ? sum * sum / squares : least;
    }

    private static double Square(double x) => x * x;
}
