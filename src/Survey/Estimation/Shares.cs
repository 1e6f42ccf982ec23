namespace Survey;

public abstract partial class Statistic
{
    /// <summary>The share of each level of a category among those with a value: one proportion a level, in the order of the levels.</summary>
    /// <param name="of">A category or a flag.</param>
    /// <remarks>R: <c>svymean</c> of a factor.</remarks>
    public static Statistic Shares(Variable of) => new SharesOf(of);

    private sealed class SharesOf(Variable of) : Statistic("proportion", of.Name)
    {
        private const int MostLevels = 1_000;

        internal override IEnumerable<SmoothStatistic> Expand(Binder binder)
        {
            Bound bound = binder.Bind(of.Of);
            return bound.Type switch
            {
                ColumnType.Category => LevelsOf(bound).Select(level => new MeanOf("proportion", of.Name, new Term(of.Of == Expr.Text(level), TermKind.Indicator), level)),
                ColumnType.Flag => [
                    new MeanOf("proportion", of.Name, new Term(!of.Of, TermKind.Indicator), "false"),
                    new MeanOf("proportion", of.Name, new Term(of.Of, TermKind.Indicator), "true")],
                _ => throw new SurveyDataException($"Shares are of the levels of a category, and '{of}' has none; group it with cut({of}, ...), or read it as a category."),
            };
        }

        private IReadOnlyList<string> LevelsOf(Bound bound) =>
            bound.Variety!.Levels switch
            {
                [] => throw new SurveyDataException($"'{of}' has no levels: it is missing in every row."),
                { Count: > MostLevels } many => throw new SurveyDataException($"'{of}' has {Invariant.Count(many.Count)} levels, and shares are of at most {Invariant.Count(MostLevels)}; group them, or ask for the proportions that matter."),
                var levels => levels,
            };
    }
}

public static partial class Estimator
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
