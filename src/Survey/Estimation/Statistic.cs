namespace Survey;

/// <summary>A smooth function of weighted totals: the totals it needs, its value g(T), and its gradient J.</summary>
/// <remarks>
/// Its variance is that of its scores z = J t, t the totals of a unit. A row in which a term is missing is out of the statistic, not out of the sample.
/// A new statistic is one new file: its terms, g and J.
/// </remarks>
public abstract partial class Statistic
{
    private protected Statistic(string kind, string variable, string? category = null) => (Kind, Variable, Category) = (kind, variable, category);

    /// <summary>"total", "mean", "proportion" or "ratio".</summary>
    public string Kind { get; }

    /// <summary>What it is of, by name.</summary>
    public string Variable { get; }

    /// <summary>For a share of a category: the level.</summary>
    internal string? Category { get; }

    /// <summary>What is summed with the weights over the respondents, beside the weights themselves.</summary>
    internal abstract IReadOnlyList<Term> Terms { get; }

    /// <summary>g(T).</summary>
    /// <param name="totals">The sum of weights, then the total of each term less its centre.</param>
    /// <param name="centres">What was taken off each term; 0 unless it is centred.</param>
    internal abstract double Value(ReadOnlySpan<double> totals, ReadOnlySpan<double> centres);

    /// <summary>J = dg/dT at T.</summary>
    internal abstract void Gradient(ReadOnlySpan<double> totals, ReadOnlySpan<double> centres, Span<double> gradient);

    /// <summary>The statistics it stands for once the levels of its variable are known: itself, or one for each category.</summary>
    internal virtual IEnumerable<Statistic> Expand(Binder binder) => [this];

    /// <summary>"proportion of smoker".</summary>
    public override string ToString() => $"{Kind} of {Variable}";
}
