namespace Survey;

/// <summary>Makes contrasts of the estimates of one request.</summary>
/// <param name="estimates">Of which.</param>
internal sealed class ContrastBuilder(Estimates estimates)
{
    private const double Rounding = 1e-14;

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
            DegreesOfFreedom = estimates.Errors.DegreesOfFreedom(WithZeros(combination, of), index => estimates[index].DegreesOfFreedom),
            Unit = !isLinear || !combination.Estimates.All(index => estimates[index].IsProportion) ? ContrastUnit.Number
                : Math.Abs(combination.Coefficients.Sum() - 1) < 1e-12 ? ContrastUnit.Percent
                : ContrastUnit.Points,
        });
    }

    /// <summary>All that were added, with their covariance.</summary>
    public Contrasts Build()
    {
        double[] variances = estimates.Errors.Variances(_combinations);
        Contrast[] contrasts = [.. _contrasts.Select((contrast, k) => double.IsNaN(contrast.StandardError) ? contrast : contrast with { StandardError = ErrorOf(_combinations[k], variances[k]) })];
        return new Contrasts(contrasts, (k, l) =>
            double.IsNaN(contrasts[k].StandardError + contrasts[l].StandardError) ? double.NaN
            : contrasts[k].StandardError == 0 || contrasts[l].StandardError == 0 ? 0
            : k == l ? variances[k]
            : estimates.Errors.Covariance([_combinations[Math.Min(k, l)], _combinations[Math.Max(k, l)]])[0, 1]);
    }

    /// <summary>A standard error that is no more than the rounding of those that cancel in it is 0.</summary>
    private double ErrorOf(Combination of, double variance)
    {
        double error = Math.Sqrt(variance), cancelled = 0;
        for (int part = 0; part < of.Estimates.Length; part++)
            cancelled += Math.Abs(of.Coefficients[part] * estimates[of.Estimates[part]].StandardError);
        return error <= Rounding * cancelled ? 0 : error;
    }

    /// <summary>An estimate that cancels out still has its say in the degrees of freedom.</summary>
    private static Combination WithZeros(Combination combination, IReadOnlyList<int> of)
    {
        int[] others = [.. of.Distinct().Except(combination.Estimates)];
        return new Combination([.. combination.Estimates, .. others], [.. combination.Coefficients, .. others.Select(_ => 0.0)]);
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
