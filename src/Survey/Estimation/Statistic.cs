namespace Survey;

/// <summary>What is estimated: a smooth function of weighted totals, or several of them.</summary>
/// <remarks>A row in which a variable is missing is out of the statistic, not out of the sample.</remarks>
public abstract partial class Statistic
{
    private protected Statistic(string kind, string variable) => (Kind, Variable) = (kind, variable);

    /// <summary>"total", "mean", "proportion", "ratio", "variance", "standard deviation", "standardized proportion" or "standardized mean".</summary>
    public string Kind { get; }

    /// <summary>What it is of, by name.</summary>
    public string Variable { get; }

    /// <summary>Whether it is a share of people, from 0 to 1.</summary>
    internal bool IsProportion => Survey.Estimate.IsProportionKind(Kind);

    /// <summary>The smooth functions it stands for, once the levels of its variable are known: itself, or one for each category.</summary>
    internal abstract IEnumerable<SmoothStatistic> Expand(Binder binder);

    /// <summary>"proportion of smoker".</summary>
    public override string ToString() => $"{Kind} of {Variable}";
}
