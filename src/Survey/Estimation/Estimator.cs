namespace Survey;

/// <summary>Answers requests.</summary>
public static partial class Estimator
{
    /// <summary>Several statistics in one pass over the rows, with their covariance.</summary>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="statistics">At least one.</param>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic, or nobody is in the domain.</exception>
    public static Estimates Estimate(this Design design, params IReadOnlyList<Statistic> statistics) => design.Rows.Settled(() => Answer(design, [], statistics).EstimatesAlone());

    /// <summary>Several statistics in every domain in one pass over the rows, with their covariance.</summary>
    /// <param name="domains">The sample, and what splits it.</param>
    /// <param name="statistics">At least one.</param>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic, or nobody is in the domains.</exception>
    public static Estimates Estimate(this Domains domains, params IReadOnlyList<Statistic> statistics) => domains.Design.Rows.Settled(() => Answer(domains.Design, domains.Variables, statistics).EstimatesAlone());

    /// <summary>Several statistics with their totals, from which more can be made than the estimates.</summary>
    internal static Answer Answer(Design design, IReadOnlyList<Variable> by, IReadOnlyList<Statistic> statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        if (statistics.Count == 0)
            throw new ArgumentException("Give at least one statistic, such as Statistic.Proportion(\"smoker\").", nameof(statistics));
        if (statistics.Any(statistic => statistic is null))
            throw new ArgumentException("A statistic is null.", nameof(statistics));
        return design.Rows.Settled<Answer>(() => design switch
        {
            SurveyDesign survey => new LinearizedAnswer(survey, by, statistics),
            ReplicateDesign replicate => new ReplicateAnswer(replicate, by, statistics),
            _ => throw new ArgumentException($"There is no variance for a {design.GetType().Name}.", nameof(design)),
        });
    }
}
