namespace Survey;

/// <summary>How a contrast calls the estimates of a request: p1, p2, ... in their order, or by what tells them apart.</summary>
/// <remarks>
/// That is their domain's levels with a point between ("women.urban"), their variable or category, or both with a colon ("women:smoker"), as R's svyby names them;
/// what is the same in all is left out.
/// </remarks>
internal sealed class EstimateNames
{
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);
    private readonly string[] _names;

    /// <param name="names">Of estimates, in their order.</param>
    public EstimateNames(IReadOnlyList<string> names)
    {
        _names = [.. names];
        for (int k = 0; k < _names.Length; k++)
            if (!_byName.TryAdd(_names[k], k))
                _ambiguous.Add(_names[k]);
        for (int k = 0; k < _names.Length; k++)
            if (!_byName.TryAdd($"p{k + 1}", k) && _byName[$"p{k + 1}"] != k)
                _ambiguous.Add($"p{k + 1}");
    }

    public EstimateNames(Estimates estimates) : this(NamesOf(estimates))
    {
    }

    private static string[] NamesOf(Estimates estimates)
    {
        bool statistics = estimates.Select(estimate => estimate.Statistic).Distinct().Count() > 1;
        bool variables = estimates.Select(estimate => estimate.Variable).Distinct().Count() > 1;
        bool domains = estimates.Any(estimate => estimate.Domain.Count > 0);
        return [.. estimates.Select(NameOf)];

        string NameOf(Estimate estimate)
        {
            string levels = string.Join('.', estimate.Domain.Select(level => level.Level));
            string of = estimate.Category is null ? estimate.Variable : variables ? $"{estimate.Variable} = {estimate.Category}" : estimate.Category;
            if (statistics)
                of = $"{estimate.Statistic} of {of}";
            return !domains ? of : variables || statistics || estimate.Category is not null ? $"{levels}:{of}" : levels;
        }
    }

    /// <summary>Names in the order of the estimates.</summary>
    public IReadOnlyList<string> All => _names;

    /// <summary>The index of an estimate.</summary>
    /// <exception cref="ArgumentException">No estimate, or several, are called so.</exception>
    public int IndexOf(string name)
    {
        if (_ambiguous.Contains(name))
            throw new ArgumentException(_names.Count(own => own == name) > 1
                ? $"Several estimates are called '{name}'; name them by their place, p1 to p{_names.Length}."
                : $"'{name}' is both the name of an estimate and the place of another; give that variable or level another name.");
        if (_byName.TryGetValue(name, out int index))
            return index;
        string hint = Nearest.Hint(name, _names);
        throw new ArgumentException($"No estimate is called '{name}'{(hint.Length > 0 ? hint : $"; they are {Listed()}, or p1 to p{_names.Length} in that order.")}");
    }

    private string Listed() => string.Join(", ", _names.Take(12).Select(name => $"\"{name}\"")) + (_names.Length > 12 ? ", ..." : "");
}
