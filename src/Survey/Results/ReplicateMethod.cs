namespace Survey;

/// <summary>How replicate weights were made. It decides the scale factors and the centre unless they are given.</summary>
public enum ReplicateMethod
{
    /// <summary>The jackknife of a sample without strata: each replicate leaves one PSU out. Scale (1 - f)(n - 1)/n.</summary>
    JK1,

    /// <summary>The jackknife of a stratified sample: each replicate leaves one PSU of one stratum out. Scale 1, factors (1 - f_h)(n_h - 1)/n_h.</summary>
    JKn,

    /// <summary>The jackknife of pairs: each replicate leaves one of the two PSUs of one stratum out. Scale 1.</summary>
    JK2,

    /// <summary>Balanced repeated replication: each replicate is half a sample, one of the two PSUs of each stratum. Scale 1/R.</summary>
    Brr,

    /// <summary>Balanced repeated replication by Fay's method: weights of half the sample times ρ, of the other half times 2 - ρ. Scale 1/(R (1 - ρ)²).</summary>
    Fay,

    /// <summary>Successive differences (SDR), as of the American Community Survey. Scale 4/R.</summary>
    SuccessiveDifferences,

    /// <summary>A bootstrap whose weights are rescaled so that the replicates vary as the estimate does: Rao and Wu, Rao, Wu and Yue. Scale 1/(R - 1) about the mean, 1/R about the full estimate.</summary>
    Bootstrap,

    /// <summary>The bootstrap of as many PSUs as were drawn (Canty and Davison). Scale m/((m - 1)(R - 1)) about the mean, m/((m - 1) R) about the full estimate, m the harmonic mean of PSUs a stratum.</summary>
    CantyDavison,

    /// <summary>Any other: the producer's scale is needed.</summary>
    Other,
}
