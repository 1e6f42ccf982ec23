namespace Survey;

public abstract partial class Statistic
{
    /// <summary>The mean of a variable: m = Σwy / Σw over those with a value.</summary>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <remarks>Scores w(y - m) / Σw. R: <c>svymean(na.rm = TRUE)</c>, each variable on its own.</remarks>
    public static Statistic Mean(Variable of) => new MeanOf("mean", of.Name, new Term(of.Of, TermKind.Centred));

    /// <summary>The share of people of whom a condition holds: p = Σwy / Σw over those of whom it is known, y being 1 or 0.</summary>
    /// <param name="of">A flag, or numbers that are 0 or 1; any other number is an error that names its row.</param>
    /// <remarks>Scores w(y - p) / Σw. R: <c>svymean</c> of a 0/1 variable, with the interval of <c>svyciprop</c>.</remarks>
    public static Statistic Proportion(Variable of) => new MeanOf("proportion", of.Name, new Term(of.Of, TermKind.Indicator));

    private sealed class MeanOf(string kind, string name, Term of, string? category = null) : SmoothStatistic(kind, name, category)
    {
        public override IReadOnlyList<Term> Terms { get; } = [of];

        public override double Value(DomainTotals totals) => totals.Centre(1) + totals[1] / totals.SumOfWeights;

        public override void Gradient(DomainTotals totals, Span<double> gradient)
        {
            gradient[0] = -totals[1] / totals.SumOfWeights / totals.SumOfWeights;
            gradient[1] = 1 / totals.SumOfWeights;
        }
    }
}

public static partial class Estimator
{
    /// <inheritdoc cref="Statistic.Mean"/>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <returns>The mean in the units of the variable.</returns>
    /// <exception cref="SurveyDataException">The variable is no number, or nobody is in the domain.</exception>
    public static Estimate Mean(this Design design, Variable of) => design.Estimate(Statistic.Mean(of))[0];

    /// <inheritdoc cref="Mean(Design, Variable)"/>
    /// <param name="domains">The sample, and what splits it.</param>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <returns>One mean for each domain, with their covariance.</returns>
    public static Estimates Mean(this Domains domains, Variable of) => domains.Estimate(Statistic.Mean(of));

    /// <inheritdoc cref="Statistic.Proportion"/>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="of">A flag, or numbers that are 0 or 1.</param>
    /// <returns>A fraction from 0 to 1.</returns>
    /// <exception cref="SurveyDataException">The variable is neither a flag nor 0 and 1, or nobody is in the domain.</exception>
    public static Estimate Proportion(this Design design, Variable of) => design.Estimate(Statistic.Proportion(of))[0];

    /// <inheritdoc cref="Proportion(Design, Variable)"/>
    /// <param name="domains">The sample, and what splits it.</param>
    /// <param name="of">A flag, or numbers that are 0 or 1.</param>
    /// <returns>One fraction for each domain, with their covariance.</returns>
    public static Estimates Proportion(this Domains domains, Variable of) => domains.Estimate(Statistic.Proportion(of));
}
