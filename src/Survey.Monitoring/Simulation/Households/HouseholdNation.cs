namespace Survey.Monitoring.Simulating;

/// <summary>A nation that does not exist, of whose households a large file is made.</summary>
/// <param name="Households">Rows of the file.</param>
/// <param name="Strata">Numbered from 1.</param>
/// <param name="PsusPerStratum">Numbered from 1 in each stratum, all equally large.</param>
/// <param name="Seed">Of all that chance decides.</param>
/// <param name="Sorted">Whether rows stand PSU by PSU, rather than in random order of PSUs.</param>
internal sealed record HouseholdNation(long Households, int Strata = 50, int PsusPerStratum = 40, ulong Seed = 1, bool Sorted = false)
{
    /// <summary>A file of so many rows has some 600 GB.</summary>
    public const long MostHouseholds = 10_000_000_000;

    public const int MostPsus = 1_000_000;

    /// <summary>PSUs in all.</summary>
    public int Psus => Strata * PsusPerStratum;

    /// <summary>Refuses what cannot be made.</summary>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Households, 1, nameof(Households));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Households, MostHouseholds, nameof(Households));
        ArgumentOutOfRangeException.ThrowIfLessThan(Strata, 1, nameof(Strata));
        ArgumentOutOfRangeException.ThrowIfLessThan(PsusPerStratum, 1, nameof(PsusPerStratum));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)Strata * PsusPerStratum, MostPsus, nameof(PsusPerStratum));
    }
}
