namespace Survey;

/// <summary>Makes contrasts of the estimates of one request.</summary>
/// <param name="estimates">Of which.</param>
internal sealed class ContrastBuilder(Estimates estimates)
{
    private readonly List<Contrast> _contrasts = [];
    private readonly List<Combination> _combinations = [];

    /// <summary>A function of some of the estimates, linearized.</summary>
    /// <param name="name">Of the contrast.</param>
    /// <param name="of">Which estimates its variables are.</param>
    /// <param name="function">Its value, and its derivatives by those.</param>
    /// <param name="isLinear">Whether it has the unit of the estimates.</param>
    /// <param name="domain">Where it is taken in each domain.</param>
    public void Add(string name, IReadOnlyList<int> of, Differentiable function, bool isLinear, IReadOnlyList<DomainLevel>? domain = null)
    {
        var combination = CombinationOf(of, function.Gradient);
        bool isDefined = double.IsFinite(function.Value) && Array.TrueForAll(combination.Coefficients, double.IsFinite);
        _combinations.Add(isDefined ? combination : new Combination([], []));
        _contrasts.Add(new Contrast
        {
            Name = name,
            Domain = domain ?? [],
            Value = double.IsFinite(function.Value) ? function.Value : double.NaN,
            StandardError = isDefined ? 0 : double.NaN,
            DegreesOfFreedom = estimates.Errors.DegreesOfFreedom(combination, index => estimates[index].DegreesOfFreedom),
            Unit = !isLinear || !combination.Estimates.All(index => estimates[index].IsProportion) ? ContrastUnit.Number
                : Math.Abs(combination.Coefficients.Sum() - 1) < 1e-12 ? ContrastUnit.Percent
                : ContrastUnit.Points,
        });
    }

    /// <summary>All that were added, with their covariance.</summary>
    public Contrasts Build()
    {
        double[] variances = estimates.Errors.Variances(_combinations);
        Contrast[] contrasts = [.. _contrasts.Select((contrast, k) => double.IsNaN(contrast.StandardError) ? contrast : contrast with { StandardError = Math.Sqrt(variances[k]) })];
        return new Contrasts(contrasts, (k, l) =>
            double.IsNaN(contrasts[k].StandardError + contrasts[l].StandardError) ? double.NaN
            : k == l ? variances[k]
            : estimates.Errors.Covariance([_combinations[Math.Min(k, l)], _combinations[Math.Max(k, l)]])[0, 1]);
    }

    // a name may stand for an estimate that another variable is too
    private static Combination CombinationOf(IReadOnlyList<int> of, double[] gradient)
    {
        var sums = new SortedDictionary<int, double>();
        for (int k = 0; k < of.Count; k++)
            sums[of[k]] = sums.GetValueOrDefault(of[k]) + gradient[k];
        (int Estimate, double Coefficient)[] kept = [.. sums.Where(own => own.Value != 0).Select(own => (own.Key, own.Value))];
        return new Combination([.. kept.Select(own => own.Estimate)], [.. kept.Select(own => own.Coefficient)]);
    }
}
