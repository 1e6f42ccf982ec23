namespace Survey;

public abstract partial class Statistic
{
    /// <summary>The share of each level of a category among those with a value: one proportion a level, in the order of the levels.</summary>
    /// <param name="of">A category or a flag.</param>
    /// <remarks>R: <c>svymean</c> of a factor.</remarks>
    public static Statistic Shares(Variable of) => new SharesOf(of);

    private sealed class SharesOf(Variable of) : Statistic("proportion", of.Name)
    {
        internal override IReadOnlyList<Term> Terms => throw new InvalidOperationException("Shares are estimated level by level.");

        internal override IEnumerable<Statistic> Expand(Binder binder)
        {
            Bound bound = binder.Bind(of.Of);
            return bound.Type switch
            {
                ColumnType.Category => bound.Variety!.Levels.Select(level => new MeanOf("proportion", of.Name, new Term(of.Of == Expr.Text(level), TermKind.Indicator), level)),
                ColumnType.Flag => [
                    new MeanOf("proportion", of.Name, new Term(!of.Of, TermKind.Indicator), "false"),
                    new MeanOf("proportion", of.Name, new Term(of.Of, TermKind.Indicator), "true")],
                _ => throw new SurveyDataException($"Shares are of the levels of a category, and '{of}' has none; group it with cut({of}, ...), or read it as a category."),
            };
        }

        internal override double Value(ReadOnlySpan<double> totals, ReadOnlySpan<double> centres) => double.NaN;

        internal override void Gradient(ReadOnlySpan<double> totals, ReadOnlySpan<double> centres, Span<double> gradient)
        {
        }
    }
}

/// <summary>Shares of categories.</summary>
public static class SharesExtensions
{
    /// <inheritdoc cref="Statistic.Shares"/>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="of">A category or a flag.</param>
    /// <returns>One fraction for each level, with their covariance.</returns>
    /// <exception cref="SurveyDataException">The variable has no levels, or nobody is in the domain.</exception>
    public static Estimates Shares(this Design design, Variable of) => design.Estimate(Statistic.Shares(of));

    /// <inheritdoc cref="Shares(Design, Variable)"/>
    /// <param name="domains">The sample, and what splits it.</param>
    /// <param name="of">A category or a flag.</param>
    /// <returns>One fraction for each level and domain, with their covariance.</returns>
    public static Estimates Shares(this Domains domains, Variable of) => domains.Estimate(Statistic.Shares(of));
}
