namespace Survey;

/// <summary>PSUs drawn without replacement with unequal probabilities, and how their variance is estimated.</summary>
/// <remarks>
/// π_i is a PSU's probability, z_i the total of its scores, n the number drawn in its stratum. PSUs of probability 1 add nothing at this stage, and are left out of n and of means; R's <c>svydesign</c> counts them in both.
/// Strata are drawn independently. All but Brewer's estimator are quadratic forms ΣΣ Δ_ij z_i z_j of the first stage only, and may come out negative: there is then no standard error, which the results say.
/// T. Lumley, "Describing PPS designs to R" (vignette of the R package survey).
/// </remarks>
public sealed class UnequalProbabilities
{
    private UnequalProbabilities(UnequalEstimator estimator, string probabilities)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(probabilities);
        (Kind, Column) = (estimator, probabilities);
    }

    /// <summary>The column of probabilities.</summary>
    public string Column { get; }

    internal UnequalEstimator Kind { get; }

    /// <summary>Whether variances are sums of squares of what each PSU contributes.</summary>
    internal bool HasContributions => Kind == UnequalEstimator.Brewer;

    /// <summary>The column of the strata's sums of squared probabilities.</summary>
    internal string? SumsOfSquaresColumn { get; private init; }

    /// <summary>The sum of squared probabilities of the one stratum.</summary>
    internal double? SumOfSquares { get; private init; }

    /// <summary>Joint probabilities as they were given.</summary>
    internal GivenPairs? Pairs { get; private init; }

    /// <summary>"Brewer's".</summary>
    internal string Whose => Kind switch
    {
        UnequalEstimator.Overton => "Overton's",
        UnequalEstimator.HartleyRao => "Hartley and Rao's",
        UnequalEstimator.HorvitzThompson => "Horvitz and Thompson's",
        UnequalEstimator.YatesGrundy => "Yates and Grundy's",
        _ => "Brewer's",
    };

    /// <summary>V = n/(n - 1) Σ (1 - π_i)(z_i - mean)², plus π_i times what later stages add within each PSU. Never negative, and the only one that takes later stages, merged strata and waves in the same places.</summary>
    /// <param name="probabilities">The column of a PSU's probability of being drawn, above 0 and at most 1, one number in all its rows.</param>
    /// <remarks>R: <c>svydesign(fpc = ~p, pps = "brewer")</c>, which pairs probabilities with the wrong PSUs where rows are not sorted by PSU (survey 4.1).</remarks>
    public static UnequalProbabilities Brewer(string probabilities) => new(UnequalEstimator.Brewer, probabilities);

    /// <summary>V = ΣΣ Δ_ij z_i z_j with Δ_ij = 1 - (n - (π_i + π_j)/2)/(n - 1) and Δ_ii = 1 - π_i.</summary>
    /// <param name="probabilities">As for <see cref="Brewer"/>.</param>
    /// <remarks>R: <c>svydesign(fpc = ~p, pps = "overton")</c>.</remarks>
    public static UnequalProbabilities Overton(string probabilities) => new(UnequalEstimator.Overton, probabilities);

    /// <summary>V = ΣΣ Δ_ij z_i z_j with Δ_ij = 1 - (n - π_i - π_j + S/n)/(n - 1) and Δ_ii = 1 - π_i, S the sum of squared probabilities of all PSUs of the stratum, here estimated by Σ π_i over those drawn.</summary>
    /// <param name="probabilities">As for <see cref="Brewer"/>.</param>
    /// <remarks>R: <c>svydesign(fpc = ~p, pps = HR())</c>.</remarks>
    public static UnequalProbabilities HartleyRao(string probabilities) => new(UnequalEstimator.HartleyRao, probabilities);

    /// <summary>As <see cref="HartleyRao(string)"/>, with S known, in a sample of one stratum.</summary>
    /// <param name="probabilities">As for <see cref="Brewer"/>.</param>
    /// <param name="sumOfSquares">S: Σ π² over all PSUs of the population that are not certain to be drawn. R takes it divided by n.</param>
    /// <remarks>R: <c>svydesign(fpc = ~p, pps = HR(S / n))</c>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The sum is not above 0 and finite.</exception>
    public static UnequalProbabilities HartleyRao(string probabilities, double sumOfSquares) =>
        sumOfSquares is > 0 and < double.PositiveInfinity
            ? new(UnequalEstimator.HartleyRao, probabilities) { SumOfSquares = sumOfSquares }
            : throw new ArgumentOutOfRangeException(nameof(sumOfSquares), sumOfSquares, "A sum of squared probabilities is above 0 and finite.");

    /// <summary>As <see cref="HartleyRao(string)"/>, with S known in each stratum.</summary>
    /// <param name="probabilities">As for <see cref="Brewer"/>.</param>
    /// <param name="sumsOfSquares">The column of S, one number in all rows of a stratum.</param>
    public static UnequalProbabilities HartleyRao(string probabilities, string sumsOfSquares)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sumsOfSquares);
        return new(UnequalEstimator.HartleyRao, probabilities) { SumsOfSquaresColumn = sumsOfSquares };
    }

    /// <summary>V = ΣΣ Δ_ij z_i z_j with Δ_ij = 1 - π_i π_j/π_ij and Δ_ii = 1 - π_i: without bias where any two PSUs may be drawn together, also for samples of random size.</summary>
    /// <param name="probabilities">As for <see cref="Brewer"/>.</param>
    /// <param name="joint">
    /// π_ij, a row for each two PSUs of a stratum: the columns <c>first</c>, <c>second</c> and <c>probability</c>, and the design's column of strata where PSU ids begin anew in each. That is what a drawn sample's JointProbabilities() gives.
    /// Pairs with a PSU of probability 1 may be left out.
    /// </param>
    /// <remarks>R: <c>svydesign(fpc = ~p, pps = ppsmat(joint))</c>.</remarks>
    public static UnequalProbabilities HorvitzThompson(string probabilities, Table joint) => new(UnequalEstimator.HorvitzThompson, probabilities) { Pairs = new PairTable(joint) };

    /// <summary>As <see cref="HorvitzThompson(string, Table)"/>, with a matrix of joint probabilities.</summary>
    /// <param name="probabilities">As for <see cref="Brewer"/>.</param>
    /// <param name="joint">π_ij, with π_i on the diagonal.</param>
    /// <param name="psus">The PSU ids of its rows; null where each row of the sample is a PSU, in the same order.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or there is not one id a row.</exception>
    public static UnequalProbabilities HorvitzThompson(string probabilities, double[,] joint, IReadOnlyList<string>? psus = null) =>
        new(UnequalEstimator.HorvitzThompson, probabilities) { Pairs = new PairMatrix(joint, psus) };

    /// <summary>V = -½ ΣΣ Δ_ij (z_i - z_j)² with Δ_ij = 1 - π_i π_j/π_ij: without bias for samples of a fixed size where any two PSUs may be drawn together, and 0 for what is proportional to the probabilities.</summary>
    /// <param name="probabilities">As for <see cref="Brewer"/>.</param>
    /// <param name="joint">As for <see cref="HorvitzThompson(string, Table)"/>.</param>
    /// <remarks>R: <c>svydesign(fpc = ~p, pps = ppsmat(joint), variance = "YG")</c>.</remarks>
    public static UnequalProbabilities YatesGrundy(string probabilities, Table joint) => new(UnequalEstimator.YatesGrundy, probabilities) { Pairs = new PairTable(joint) };

    /// <summary>As <see cref="YatesGrundy(string, Table)"/>, with a matrix of joint probabilities.</summary>
    /// <param name="probabilities">As for <see cref="Brewer"/>.</param>
    /// <param name="joint">π_ij, with π_i on the diagonal.</param>
    /// <param name="psus">The PSU ids of its rows; null where each row of the sample is a PSU, in the same order.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or there is not one id a row.</exception>
    public static UnequalProbabilities YatesGrundy(string probabilities, double[,] joint, IReadOnlyList<string>? psus = null) =>
        new(UnequalEstimator.YatesGrundy, probabilities) { Pairs = new PairMatrix(joint, psus) };

    /// <summary>Whose estimator it is, and the column.</summary>
    public override string ToString() => $"{Whose} estimator, probabilities '{Column}'";
}
