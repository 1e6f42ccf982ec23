namespace Survey;

public abstract partial class Statistic
{
    /// <summary>The ratio of two totals: R = Σwy / Σwx over those with both values.</summary>
    /// <param name="numerator">Numbers, or flags as 0 and 1.</param>
    /// <param name="denominator">Numbers, or flags as 0 and 1.</param>
    /// <remarks>Scores w(y - Rx) / Σwx. NaN where Σwx is 0. R: <c>svyratio(na.rm = TRUE)</c>.</remarks>
    public static Statistic Ratio(Variable numerator, Variable denominator) => new RatioOf(numerator, denominator);

    private sealed class RatioOf(Variable numerator, Variable denominator) : SmoothStatistic("ratio", $"{numerator.Name} / {denominator.Name}")
    {
        public override IReadOnlyList<Term> Terms { get; } = [new(numerator.Of, TermKind.Number), new(denominator.Of, TermKind.Number)];

        public override double Value(DomainTotals totals) => totals[2] == 0 ? double.NaN : totals[1] / totals[2];

        public override void Gradient(DomainTotals totals, Span<double> gradient)
        {
            gradient[0] = 0;
            gradient[1] = 1 / totals[2];
            gradient[2] = -totals[1] / totals[2] / totals[2];
        }
    }
}

public static partial class Estimator
{
    /// <inheritdoc cref="Statistic.Ratio"/>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="numerator">Numbers, or flags as 0 and 1.</param>
    /// <param name="denominator">Numbers, or flags as 0 and 1.</param>
    /// <returns>The ratio, in units of the numerator per unit of the denominator.</returns>
    /// <exception cref="SurveyDataException">A variable is no number, or nobody is in the domain.</exception>
    public static Estimate Ratio(this Design design, Variable numerator, Variable denominator) => design.Estimate(Statistic.Ratio(numerator, denominator))[0];

    /// <inheritdoc cref="Ratio(Design, Variable, Variable)"/>
    /// <param name="domains">The sample, and what splits it.</param>
    /// <param name="numerator">Numbers, or flags as 0 and 1.</param>
    /// <param name="denominator">Numbers, or flags as 0 and 1.</param>
    /// <returns>One ratio for each domain, with their covariance.</returns>
    public static Estimates Ratio(this Domains domains, Variable numerator, Variable denominator) => domains.Estimate(Statistic.Ratio(numerator, denominator));
}
