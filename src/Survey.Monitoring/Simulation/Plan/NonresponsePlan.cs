namespace Survey.Monitoring.Simulating;

/// <summary>Who does not answer.</summary>
internal sealed record NonresponsePlan
{
    public required double Unknown { get; init; }

    public required (double Share, double Urban) NotFound { get; init; }

    public required (double Share, double Urban) HouseholdRefuses { get; init; }

    public required double PersonRefuses { get; init; }

    public required double PersonUrban { get; init; }

    public required double PersonMen { get; init; }

    public required double[] PersonAges { get; init; }

    public required double QuestionMissing { get; init; }

    public required double ItemMissing { get; init; }

    public required double ManyItemsMissing { get; init; }
}
