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

/// <summary>What people know, on the scale of ability.</summary>
internal sealed record LiteracyPlan
{
    public required double Mean { get; init; }

    public required double Urban { get; init; }

    public required double[] Ages { get; init; }

    public required double[] Education { get; init; }

    public required double VillageDeviation { get; init; }

    public required double VillageInWaveDeviation { get; init; }

    public required double HouseholdDeviation { get; init; }

    public required double PersonDeviation { get; init; }
}

/// <summary>How ability becomes answers; difficulties and chances by type of item.</summary>
internal sealed record ItemsPlan(double Discrimination, (double From, double To)[] Difficulty, double[] Guessing, double DontKnow, double Partial);

/// <summary>Who smokes in the first wave, by age group.</summary>
internal sealed record SmokingPlan(double[] Men, double[] Women, double LessThanDaily, double VillageDeviation);

/// <summary>Shares in two groups, and how much villages differ.</summary>
internal sealed record HabitPlan(double First, double Second, double VillageDeviation);

/// <summary>How the sample is drawn.</summary>
internal sealed record SamplePlan
{
    public required int VillagesPerTown { get; init; }

    public required SelectionMethod VillageMethod { get; init; }

    public required int HouseholdsPerVillage { get; init; }

    public required SelectionMethod HouseholdMethod { get; init; }

    /// <summary>Households of a village that may be visited in place of others.</summary>
    public required int Reserve { get; init; }

    public required int InterviewersPerTown { get; init; }
}

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

/// <summary>A survey.</summary>
/// <param name="Id">Its name.</param>
/// <param name="First">Day of interviewing.</param>
/// <param name="Last">Day of interviewing.</param>
/// <param name="Keep">The share of villages of the wave before that stay; 1 for the same villages.</param>
/// <param name="Change">Since the wave before.</param>
internal sealed record WavePlan(string Id, DateOnly First, DateOnly Last, double Keep, ChangePlan Change)
{
    /// <summary>How many villages of a town stay.</summary>
    public int Kept(int perTown) => (int)Math.Round(Keep * perTown, MidpointRounding.AwayFromZero);
}

/// <summary>What has changed since the wave before.</summary>
internal sealed record ChangePlan(double Literacy, double Quitting, double MenStart, double WomenStart, double SecondHand, double Exercise)
{
    public static ChangePlan None { get; } = new(0, 0, 0, 0, 0, 0);
}

/// <summary>A form in which answers are written.</summary>
internal enum AnswerShape
{
    /// <summary>A CSV file of plain texts.</summary>
    Clean,

    /// <summary>A workbook a town.</summary>
    Towns,

    /// <summary>A GB18030 file with a column an option.</summary>
    Options,
}
