namespace Survey.Tests.Laws;

/// <summary>What a drawn sample looks like.</summary>
internal sealed record SamplePlan
{
    /// <summary>Strata, of unequal size; 0 for a design without.</summary>
    public int Strata { get; init; } = 4;

    /// <summary>Cluster columns; 0 where each row is a PSU.</summary>
    public int Clusters { get; init; } = 1;

    /// <summary>How many stages have a population size.</summary>
    public int Sizes { get; init; }

    /// <summary>Whether population sizes are sampled fractions.</summary>
    public bool Fractions { get; init; }

    /// <summary>Whether there is a column of weights.</summary>
    public bool Weighted { get; init; } = true;

    /// <summary>Whether strata may have one PSU.</summary>
    public bool LonelyPsus { get; init; }

    /// <summary>Whether a unit may have one unit of a later stage that counts.</summary>
    public bool LonelyLater { get; init; }

    /// <summary>Whether everything is taken at every stage.</summary>
    public bool Census { get; init; }

    /// <summary>Whether values are missing here and there.</summary>
    public bool Missing { get; init; } = true;

    /// <summary>The most units drawn from one group.</summary>
    public int MostUnits { get; init; } = 6;

    /// <summary>The most rows in a unit of the last stage.</summary>
    public int MostRows { get; init; } = 4;

    public int Stages => Math.Max(1, Clusters);

    /// <summary>A later stage counts only where every earlier one has a population size.</summary>
    public int Counted => Math.Min(Stages, Sizes + 1);

    /// <summary>A plan for a seed; what the rule cannot do with is left out.</summary>
    public static SamplePlan Of(Random random, LonelyPsu rule)
    {
        int strata = random.Next(5) == 0 ? 0 : random.Next(3, 7);
        int clusters = random.Next(4), stages = Math.Max(1, clusters), sizes = random.Next(stages + 1);
        return new SamplePlan
        {
            Strata = strata,
            Clusters = clusters,
            Sizes = sizes,
            Fractions = random.Next(2) == 0,
            Weighted = sizes is > 0 && sizes == stages ? random.Next(3) > 0 : random.Next(8) > 0 || sizes > 0,
            LonelyPsus = strata > 0 && rule != LonelyPsu.Fail && random.Next(3) > 0,
            LonelyLater = rule is LonelyPsu.Certainty or LonelyPsu.Adjust,
            MostUnits = clusters == 0 ? 20 : 6,
            MostRows = clusters == 1 ? 8 : 4,
        };
    }
}
