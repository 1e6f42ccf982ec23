namespace Survey.Monitoring.Simulating;

/// <summary>Who lives in a county. Shares are fractions.</summary>
internal sealed record PopulationPlan
{
    /// <summary>Names of the towns, or null where they are made up; and whether each is urban.</summary>
    public required IReadOnlyList<(string? Name, bool IsUrban)> Towns { get; init; }

    public required (int From, int To) Villages { get; init; }

    public required (int From, int To) Households { get; init; }

    /// <summary>By number of members.</summary>
    public required IReadOnlyList<(int Members, double Share)> HouseholdSizes { get; init; }

    public required double Men { get; init; }

    public required double[] Ages { get; init; }

    /// <summary>By age group, then by level.</summary>
    public required double[][] UrbanEducation { get; init; }

    public required double[][] RuralEducation { get; init; }

    public required double ShortStay { get; init; }

    public double MeanHouseholdSize => HouseholdSizes.Sum(size => size.Members * size.Share);
}
