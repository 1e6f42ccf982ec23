namespace Survey;

/// <summary>What is known of the sampling errors of the estimates of one request: covariances of any linear combinations of them.</summary>
/// <remarks>
/// A combination is taken of the units' scores before anything is squared, so that one whose errors cancel (all shares together, an estimate less itself) has variance 0, not the rounding of J V J'.
/// </remarks>
internal abstract class SamplingErrors
{
    /// <summary>The covariance matrix of the combinations.</summary>
    public abstract double[,] Covariance(IReadOnlyList<Combination> of);

    /// <summary>The variance of each combination, which may be many: the diagonal of <see cref="Covariance"/>.</summary>
    public abstract double[] Variances(IReadOnlyList<Combination> of);

    /// <summary>What should be said of them beside the estimates.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    /// <summary>Degrees of freedom of a combination.</summary>
    /// <param name="of">The combination.</param>
    /// <param name="own">Those of each estimate of the request.</param>
    public abstract double DegreesOfFreedom(Combination of, Func<int, double> own);
}
