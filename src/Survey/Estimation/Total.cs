namespace Survey;

public abstract partial class Statistic
{
    /// <summary>The population total of a variable: Σwy over those with a value; of a condition, how many people it holds of.</summary>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <remarks>Scores wy. Missing values count as 0 here and are reported: the total is of those who answered. R: <c>svytotal(na.rm = TRUE)</c>.</remarks>
    public static Statistic Total(Variable of) => new TotalOf(of.Name, new Term(of.Of, TermKind.Number));

    private sealed class TotalOf(string name, Term of) : SmoothStatistic("total", name)
    {
        public override IReadOnlyList<Term> Terms { get; } = [of];

        public override bool IsTotal => true;

        public override double Value(DomainTotals totals) => totals[1];

        public override void Gradient(DomainTotals totals, Span<double> gradient)
        {
            gradient[0] = 0;
            gradient[1] = 1;
        }
    }
}

public static partial class Estimator
{
    /// <inheritdoc cref="Statistic.Total"/>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <returns>The total in the units of the variable.</returns>
    /// <exception cref="SurveyDataException">The variable is no number, or nobody is in the domain.</exception>
    public static Estimate Total(this Design design, Variable of) => design.Estimate(Statistic.Total(of))[0];

    /// <inheritdoc cref="Total(Design, Variable)"/>
    /// <param name="domains">The sample, and what splits it.</param>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <returns>One total for each domain, with their covariance.</returns>
    public static Estimates Total(this Domains domains, Variable of) => domains.Estimate(Statistic.Total(of));
}
