namespace Survey;

/// <summary>The probabilities of a first stage whose units were drawn unequally, and what its estimator knows besides.</summary>
/// <remarks>A unit of probability 1 was not drawn by chance: it adds nothing at this stage and is no part of its stratum's n and mean.</remarks>
internal sealed record UnequalStage
{
    public required UnequalEstimator Kind { get; init; }

    /// <summary>π of each unit, above 0 and at most 1.</summary>
    public required double[] Probability { get; init; }

    /// <summary>Units of each group that chance drew.</summary>
    public required double[] Chosen { get; init; }

    /// <summary>Σ_U π² of each group, over all its units of a probability below 1, for Hartley and Rao; null for others.</summary>
    public double[]? SumsOfSquares { get; init; }

    /// <summary>Of each group, among the units that chance drew, in their order and row by row: 1 - π_i π_j/π_ij, and 1 - π_i where i = j; null where joint probabilities are not known.</summary>
    public double[][]? Dependence { get; init; }

    /// <summary>How many joint probabilities were given of PSUs that are not in the sample.</summary>
    public long PairsOutside { get; init; }

    public bool IsCertain(int unit) => Probability[unit] == 1;

    /// <summary>How many units of each group chance drew.</summary>
    public static double[] ChosenOf(double[] probability, int[] groupOfUnit, int groups)
    {
        double[] chosen = new double[groups];
        for (int unit = 0; unit < probability.Length; unit++)
            chosen[groupOfUnit[unit]] += probability[unit] < 1 ? 1 : 0;
        return chosen;
    }

    /// <summary>The units of each group that chance drew, in their order.</summary>
    public int[][] ChosenUnits(int[] groupOfUnit)
    {
        int[][] units = [.. Chosen.Select(count => new int[(int)count])];
        int[] met = new int[units.Length];
        for (int unit = 0; unit < groupOfUnit.Length; unit++)
            if (!IsCertain(unit))
                units[groupOfUnit[unit]][met[groupOfUnit[unit]]++] = unit;
        return units;
    }
}
