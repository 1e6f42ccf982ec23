namespace Survey;

/// <summary>How replicate weights are made from a design.</summary>
/// <remarks>
/// Replicates are of PSUs: in each the weights of a PSU's rows are multiplied by one factor. Finite populations (population sizes of the first stage) make factors or scales smaller by 1 - f.
/// Wolter (2007), Introduction to Variance Estimation. R: <c>as.svrepdesign</c>.
/// </remarks>
public abstract record ReplicateScheme
{
    private protected ReplicateScheme()
    {
    }

    /// <summary>The jackknife of a sample of one stratum: each replicate leaves one PSU out. R: <c>type = "JK1"</c>.</summary>
    public static ReplicateScheme JK1() => new DeleteOne(ReplicateMethod.JK1);

    /// <summary>The jackknife of a stratified sample: each replicate leaves one PSU of one stratum out. R: <c>type = "JKn"</c>.</summary>
    public static ReplicateScheme JKn() => new DeleteOne(ReplicateMethod.JKn);

    /// <summary>The jackknife of two PSUs a stratum: each replicate leaves the second PSU of one stratum out and doubles the first. As many replicates as strata.</summary>
    /// <remarks>About the full estimate. The same as <see cref="JKn"/> for totals, with half the replicates.</remarks>
    public static ReplicateScheme JK2() => new DeleteOneOfPairs();

    /// <summary>Balanced repeated replication of two PSUs a stratum: each replicate doubles one of the two, by the signs of a Hadamard matrix. R: <c>type = "BRR"</c>.</summary>
    public static ReplicateScheme Brr() => new HalfSamples(0);

    /// <summary>Balanced repeated replication in which nobody is left out: one PSU of each pair has the factor 2 - ρ, the other ρ. R: <c>type = "Fay"</c>.</summary>
    /// <param name="rho">From 0 to below 1, such as 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative, or 1 or more.</exception>
    public static ReplicateScheme Fay(double rho) => rho >= 0 && rho < 1 ? new HalfSamples(rho) : throw new ArgumentOutOfRangeException(nameof(rho), rho, "Fay's rho is at least 0 and below 1, such as 0.5.");

    /// <summary>Successive differences of PSUs drawn systematically, as the American Community Survey makes them: factors 1 + 2^(-3/2) (h - h'), h and h' the signs of two rows of a Hadamard matrix that belong to a PSU; the PSUs of a stratum are a circle of neighbours.</summary>
    /// <param name="replicates">About how many: the order of the matrix is the smallest that can be built from there on. By default one more than the PSUs, of which totals have exactly the variance 1/2 Σ (z_i - z_(i-1))² around the circle; fewer use rows again and come near to it.</param>
    /// <remarks>The design must have a systematic order. Fay and Train (1995); Ash (2014), Survey Methodology 40(1), 47-59, whose SD2 it is.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 4.</exception>
    public static ReplicateScheme SuccessiveDifferences(int? replicates = null) => replicates is null or >= 4 ? new CircleDifferences(replicates) : throw new ArgumentOutOfRangeException(nameof(replicates), replicates, "Successive differences take at least 4 replicates.");

    /// <summary>The bootstrap of Rao and Wu: n_h - 1 PSUs are drawn with replacement in each stratum, and factors are n_h/(n_h - 1) times how often. R: <c>type = "subbootstrap"</c>.</summary>
    /// <param name="replicates">How many, at least 2.</param>
    /// <param name="seed">The same seed gives the same replicates.</param>
    /// <remarks>Rao and Wu (1988), JASA 83, 231-241; with population sizes 1 + sqrt(1 - f)(a - 1), as Rao, Wu and Yue (1992), Survey Methodology 18, 209-217.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 replicates.</exception>
    public static ReplicateScheme RaoWu(int replicates, ulong seed) => new Resampled(ReplicateMethod.Bootstrap, AtLeastTwo(replicates), seed);

    /// <summary>The bootstrap of all stages that count: at each n - 1 units are drawn with replacement, and the factors of the stages are multiplied, those of later stages made smaller so that the variance has each stage's part.</summary>
    /// <param name="replicates">How many, at least 2.</param>
    /// <param name="seed">The same seed gives the same replicates.</param>
    /// <remarks>
    /// A later stage's factor is 1 + sqrt(F/(2 - F)) (a - 1), F the fractions of the stages before multiplied, since the mean square of their factors is 2 - F.
    /// Beaumont and Émond (2022), Stats 5(2), 339-357. R: <c>svrep::as_bootstrap_design(type = "Rao-Wu-Yue-Beaumont")</c>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 replicates.</exception>
    public static ReplicateScheme RaoWuYueBeaumont(int replicates, ulong seed) => new ResampledStages(AtLeastTwo(replicates), seed);

    /// <summary>The bootstrap of as many PSUs as each stratum has (Canty and Davison). R: <c>type = "bootstrap"</c>.</summary>
    /// <param name="replicates">How many, at least 2.</param>
    /// <param name="seed">The same seed gives the same replicates.</param>
    /// <remarks>One scale m/((m - 1)(R - 1)), m the harmonic mean of the n_h, stands for all strata, so it is refused where these differ by more than half. Canty and Davison (1999), The Statistician 48, 379-391.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 replicates.</exception>
    public static ReplicateScheme CantyDavison(int replicates, ulong seed) => new Resampled(ReplicateMethod.CantyDavison, AtLeastTwo(replicates), seed);

    /// <param name="groups">The PSUs.</param>
    /// <param name="centre">What replicates are compared with; null for the method's own.</param>
    internal abstract MadeReplicates Make(PsuGroups groups, ReplicateCentre? centre);

    /// <summary>Whether it makes replicates of PSUs that stand in a systematic order.</summary>
    internal virtual bool IsOfNeighbours => false;

    /// <summary>Whether it replicates later stages too.</summary>
    internal virtual bool HasLaterStages => false;

    private static int AtLeastTwo(int replicates) => replicates >= 2 ? replicates : throw new ArgumentOutOfRangeException(nameof(replicates), replicates, "A variance takes at least 2 replicates; give some hundreds.");
}
