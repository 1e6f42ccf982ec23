namespace Survey;

/// <summary>How many bootstrap replicates standard errors need.</summary>
public static class ReplicatePrecision
{
    /// <summary>The replicates of which a standard error varies by chance, from seed to seed, by no more than a share of itself, for estimates whose replicates are normally distributed.</summary>
    /// <param name="coefficientOfVariation">That share: standard deviation of the standard error over its mean, such as 0.05.</param>
    /// <returns>The smallest R with 1/(2(R - 1)) ≤ cv²: a variance of R normal replicates has coefficient of variation sqrt(2/(R - 1)), and its square root half of that, to first order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and below 1.</exception>
    public static int ReplicatesFor(double coefficientOfVariation) => ReplicatesFor(coefficientOfVariation, 3);

    /// <summary>The same for an estimate, by the kurtosis that its replicates show.</summary>
    /// <param name="estimates">Of a design with bootstrap replicates; 100 or so are enough to begin with.</param>
    /// <param name="index">Of the estimate.</param>
    /// <param name="coefficientOfVariation">Standard deviation of the standard error over its mean, such as 0.05.</param>
    /// <returns>The smallest R with (κ - 1)/(4(R - 1)) ≤ cv², κ the fourth moment of the replicates over their squared variance, 3 of normal ones.</returns>
    /// <remarks>The idea is that of <c>svrep::estimate_boot_reps_for_target_cv</c>, which speaks of variances, whose coefficient of variation is twice that of standard errors.</remarks>
    /// <exception cref="ArgumentException">The estimates are not of one design with bootstrap replicates.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and below 1, or there is no such estimate.</exception>
    public static int ReplicatesFor(this Estimates estimates, int index, double coefficientOfVariation)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, estimates.Count);
        if (estimates.Errors is not ReplicateErrors { Method: ReplicateMethod.Bootstrap or ReplicateMethod.CantyDavison } errors)
            throw new ArgumentException("How many replicates a standard error needs is told by those of a bootstrap, and these estimates have none; make them of design.Replicates(ReplicateScheme.RaoWu(200, seed)).", nameof(estimates));
        double[] own = errors.Contributions(Combination.Of(index));
        double mean = own.Average(), second = own.Average(one => Math.Pow(one - mean, 2)), fourth = own.Average(one => Math.Pow(one - mean, 4));
        return ReplicatesFor(coefficientOfVariation, second > 0 ? fourth / (second * second) : 3);
    }

    private static int ReplicatesFor(double coefficientOfVariation, double kurtosis) =>
        coefficientOfVariation > 0 && coefficientOfVariation < 1
            ? (int)Math.Min(int.MaxValue, 1 + Math.Ceiling((kurtosis - 1) / (4 * coefficientOfVariation * coefficientOfVariation)))
            : throw new ArgumentOutOfRangeException(nameof(coefficientOfVariation), coefficientOfVariation, "The coefficient of variation of a standard error is above 0 and below 1, such as 0.05.");
}
