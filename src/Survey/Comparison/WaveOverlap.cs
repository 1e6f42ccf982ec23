namespace Survey;

/// <summary>Which PSUs two waves have in common.</summary>
/// <param name="First">Name of the earlier wave.</param>
/// <param name="Second">Name of the later wave.</param>
/// <param name="FirstPsus">PSUs of the earlier.</param>
/// <param name="SecondPsus">PSUs of the later.</param>
/// <param name="SamePlaces">Whether equal ids were declared to be the same places; null where nothing was declared, which no equal ids asked for.</param>
/// <param name="EqualIds">PSUs of the later whose id, after the crosswalk, occurs in the earlier.</param>
/// <param name="SharedPsus">How many of those are the same places: all of them or none, as was declared.</param>
/// <param name="StratumChanges">Shared PSUs that are in another stratum now.</param>
public sealed record WaveOverlap(string First, string Second, long FirstPsus, long SecondPsus, bool? SamePlaces, int EqualIds, int SharedPsus, int StratumChanges)
{
    /// <summary>Replicates that both waves have in common, made together; 0 of designs without replicate weights and of replicates made apart.</summary>
    public int SharedReplicates { get; init; }

    /// <summary>Whether nothing is shared, so that the covariance is 0.</summary>
    public bool IsIndependent => SharedPsus == 0 && SharedReplicates == 0;

    /// <summary>The overlap in one sentence.</summary>
    public override string ToString() =>
        SharedReplicates > 0
            ? $"the {Invariant.Count(SharedReplicates)} replicates of {First} and of {Second} were declared made together: their covariance is that of the replicates"
        : SharedPsus > 0
            ? $"{Invariant.Count(SharedPsus)} of {Invariant.Count(SecondPsus)} {(SecondPsus == 1 ? "PSU" : "PSUs")} of {Second} are among the {Invariant.Count(FirstPsus)} of {First} (declared the same places){Changes}"
        : EqualIds > 0
            ? $"{Invariant.Count(EqualIds)} of {Invariant.Count(SecondPsus)} PSU ids of {Second} occur in {First} and were declared different places: the waves are independent"
            : $"no PSU of {Second} is in {First}: the waves are independent";

    private string Changes => StratumChanges > 0 ? $", {Invariant.Count(StratumChanges)} of them in another stratum" : "";
}
