namespace Survey;

/// <summary>A smooth function of weighted totals: the totals it needs, its value g(T), and its gradient J.</summary>
/// <remarks>Its variance is that of its scores z = J t, t the totals of a unit. A new one is one new file: its terms, g and J.</remarks>
internal abstract class SmoothStatistic(string kind, string variable, string? category = null) : Statistic(kind, variable)
{
    /// <summary>For a share of a category: the level.</summary>
    public string? Category { get; } = category;

    /// <summary>What is summed with the weights over the respondents, beside the weights themselves.</summary>
    public abstract IReadOnlyList<Term> Terms { get; }

    /// <summary>g(T).</summary>
    /// <param name="totals">The sum of weights, then the total of each term less its centre.</param>
    /// <param name="centres">What was taken off each term; 0 unless it is centred.</param>
    public abstract double Value(ReadOnlySpan<double> totals, ReadOnlySpan<double> centres);

    /// <summary>J = dg/dT at T.</summary>
    /// <param name="totals">As above.</param>
    /// <param name="gradient">One for each total.</param>
    public abstract void Gradient(ReadOnlySpan<double> totals, Span<double> gradient);

    internal sealed override IEnumerable<SmoothStatistic> Expand(Binder binder) => [this];
}
