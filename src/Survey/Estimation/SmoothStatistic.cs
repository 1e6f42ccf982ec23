namespace Survey;

/// <summary>A smooth function of weighted totals: the totals it needs, its value g(T), and its gradient J.</summary>
/// <remarks>Its variance is that of its scores z = J t, t the totals of a unit. A new one is one new file: its terms, g and J.</remarks>
internal abstract class SmoothStatistic(string kind, string variable, string? category = null) : Statistic(kind, variable)
{
    /// <summary>For a share of a category: the level.</summary>
    public string? Category { get; } = category;

    /// <summary>What is summed with the weights over the respondents, beside the weights themselves.</summary>
    public abstract IReadOnlyList<Term> Terms { get; }

    /// <summary>Whether it is a population total, which has a design effect in the whole sample too.</summary>
    public virtual bool IsTotal => false;

    /// <summary>g(T).</summary>
    public abstract double Value(DomainTotals totals);

    /// <summary>J = dg/dT at T.</summary>
    /// <param name="totals">T.</param>
    /// <param name="gradient">One for the sum of weights, and one for each term.</param>
    public abstract void Gradient(DomainTotals totals, Span<double> gradient);

    /// <summary>Refuses totals of which the statistic would be misleading.</summary>
    /// <param name="totals">Of a domain with respondents.</param>
    /// <param name="domain">Its levels.</param>
    /// <param name="design">The sample, should more have to be known of it.</param>
    public virtual void Check(DomainTotals totals, IReadOnlyList<DomainLevel> domain, Design design)
    {
    }

    internal sealed override IEnumerable<SmoothStatistic> Expand(Binder binder) => [this];
}
