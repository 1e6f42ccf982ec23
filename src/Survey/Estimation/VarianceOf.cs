namespace Survey;

public abstract partial class Statistic
{
    /// <summary>The variance of a variable in the population: S² = n/(n - 1) Σw(y - m)² / Σw over the n respondents, m their weighted mean.</summary>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <remarks>Scores those of the weighted mean of n/(n - 1) (y - m)². NaN of fewer than two respondents. R: <c>svyvar(na.rm = TRUE)</c>, whose n counts rows without an answer too.</remarks>
    public static Statistic Variance(Variable of) => new VarianceOf(of);

    /// <summary>The standard deviation of a variable in the population: the square root of its <see cref="Variance"/>.</summary>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <remarks>Scores those of the variance, over 2S. NaN of fewer than two respondents; without a standard error where all have the same value. R: <c>svycontrast(svyvar(~y), quote(sqrt(y)))</c>.</remarks>
    public static Statistic StandardDeviation(Variable of) => new StandardDeviationOf(of);

    private class VarianceOf(Variable of, string kind = "variance") : SmoothStatistic(kind, of.Name)
    {
        public override IReadOnlyList<Term> Terms { get; } = [new(of.Of, TermKind.Centred), new(of.Of, TermKind.CentredSquare)];

        public override double Value(DomainTotals totals)
        {
            double mean = totals[1] / totals.SumOfWeights;
            return Factor(totals) * Math.Max(0, totals[2] / totals.SumOfWeights - mean * mean);
        }

        public override void Gradient(DomainTotals totals, Span<double> gradient)
        {
            double people = totals.SumOfWeights, mean = totals[1] / people, factor = Factor(totals);
            gradient[0] = -factor * (totals[2] / people - 2 * mean * mean) / people;
            gradient[1] = -2 * factor * mean / people;
            gradient[2] = factor / people;
        }

        // n/(n - 1)
        private static double Factor(DomainTotals totals) => totals.Respondents > 1 ? totals.Respondents / (totals.Respondents - 1.0) : double.NaN;
    }

    private sealed class StandardDeviationOf(Variable of) : VarianceOf(of, "standard deviation")
    {
        public override double Value(DomainTotals totals) => Math.Sqrt(base.Value(totals));

        public override void Gradient(DomainTotals totals, Span<double> gradient)
        {
            base.Gradient(totals, gradient);
            double twice = 2 * Value(totals);
            foreach (ref double slope in gradient)
                slope = twice > 0 ? slope / twice : double.NaN;
        }
    }
}

public static partial class Estimator
{
    /// <inheritdoc cref="Statistic.Variance"/>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <returns>The variance in squared units of the variable.</returns>
    /// <exception cref="SurveyDataException">The variable is no number, or nobody is in the domain.</exception>
    public static Estimate Variance(this Design design, Variable of) => design.Estimate(Statistic.Variance(of))[0];

    /// <inheritdoc cref="Variance(Design, Variable)"/>
    /// <param name="domains">The sample, and what splits it.</param>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <returns>One variance for each domain, with their covariance.</returns>
    public static Estimates Variance(this Domains domains, Variable of) => domains.Estimate(Statistic.Variance(of));

    /// <inheritdoc cref="Statistic.StandardDeviation"/>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <returns>The standard deviation in the units of the variable.</returns>
    /// <exception cref="SurveyDataException">The variable is no number, or nobody is in the domain.</exception>
    public static Estimate StandardDeviation(this Design design, Variable of) => design.Estimate(Statistic.StandardDeviation(of))[0];

    /// <inheritdoc cref="StandardDeviation(Design, Variable)"/>
    /// <param name="domains">The sample, and what splits it.</param>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <returns>One standard deviation for each domain, with their covariance.</returns>
    public static Estimates StandardDeviation(this Domains domains, Variable of) => domains.Estimate(Statistic.StandardDeviation(of));
}
