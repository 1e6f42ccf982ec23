namespace Survey;

/// <summary>How a sample was drawn, as numbers: which unit each row belongs to, and what each stage of selection says of its groups.</summary>
/// <remarks>A group is what units are drawn from at a stage: a stratum at the first, a unit of the stage before at a later one. Units are numbered in the order of their values, not of their rows.</remarks>
internal sealed record Sample
{
    private readonly int[]? _unitOfRow;

    /// <summary>The stages that count in the variance, outermost first.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>Whether the one stage's units are the rows themselves. Totals are then kept for its strata, and the rows are seen a second time.</summary>
    public required bool RowsAreUnits { get; init; }

    /// <summary>For each row the unit of the last stage, or its stratum where rows are units.</summary>
    /// <exception cref="SurveyDataException">The rows are streamed, so that nothing is kept row by row.</exception>
    public int[] UnitOfRow
    {
        get => _unitOfRow ?? throw new SurveyDataException("This needs the rows in memory, and they are streamed from their files or stay in a database; read them as a table (Table.Read, or Extract of a table in a database) and make the design of it.");
        init => _unitOfRow = value;
    }

    /// <summary>The same, as totals ask for it.</summary>
    public UnitCodes Units => _unitOfRow is null ? new OneUnit() : new NumberedUnits(UnitOfRow, UnitCount);

    /// <summary>Weight of the rows of each such unit, where weights follow from population sizes; null where a column has them or all are 1.</summary>
    public required double[]? WeightOfUnit { get; init; }

    /// <summary>PSUs with a row of non-zero weight, minus strata with one.</summary>
    public required long DegreesOfFreedom { get; init; }

    /// <summary>What its PSUs are called, each in the stratum it was drawn from; null where they are rows without a name.</summary>
    public required PsuNames? PsuNames { get; init; }

    /// <summary>What should be said of the way its variance is estimated.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Rows of the whole input.</summary>
    public required long RowCount { get; init; }

    /// <summary>Number of units, or strata, for which totals are kept.</summary>
    public int UnitCount => RowsAreUnits ? Stages[0].GroupCount : Stages[^1].GroupOfUnit.Length;

    public long PsuCount => RowsAreUnits ? RowCount : Stages[0].GroupOfUnit.Length;

    /// <summary>The PSU of each row.</summary>
    public int[] PsuOfRow()
    {
        if (RowsAreUnits)
            return [.. Enumerable.Range(0, UnitOfRow.Length)];
        int[] psus = [.. UnitOfRow];
        for (int s = Stages.Count - 1; s > 0; s--)
            for (int row = 0; row < psus.Length; row++)
                psus[row] = Stages[s].GroupOfUnit[psus[row]];
        return psus;
    }

    /// <summary>Rows of which it is not told how they were drawn, as one unit.</summary>
    public static Sample Undivided(long rowCount) => new()
    {
        Stages = [new Stage { GroupOfUnit = [0], SampleSize = [1], PopulationSize = [1], Carried = [1], NameOf = _ => "the sample" }],
        RowsAreUnits = false,
        RowCount = rowCount,
        WeightOfUnit = null,
        DegreesOfFreedom = 0,
        PsuNames = null,
        Notes = [],
    };

    /// <summary>Whether another has as many rows, and units drawn from the same groups.</summary>
    public bool IsLike(Sample other) =>
        RowCount == other.RowCount
        && Stages.Zip(other.Stages).All(pair => pair.First.GroupOfUnit.AsSpan().SequenceEqual(pair.Second.GroupOfUnit) && pair.First.SampleSize.AsSpan().SequenceEqual(pair.Second.SampleSize) && pair.First.PopulationSize.AsSpan().SequenceEqual(pair.Second.PopulationSize));

    /// <summary>The sample without a number for each row, of which streamed rows keep none.</summary>
    public Sample WithoutRows() => new()
    {
        Stages = Stages,
        RowsAreUnits = RowsAreUnits,
        RowCount = RowCount,
        WeightOfUnit = WeightOfUnit,
        DegreesOfFreedom = DegreesOfFreedom,
        PsuNames = PsuNames,
        Notes = Notes,
    };

    /// <summary>The same sample with a unit for each row where rows are PSUs, so that each can have a factor or a total of its own.</summary>
    public Sample WithUnits() => !RowsAreUnits ? this : this with
    {
        Stages = [Stages[0] with { GroupOfUnit = UnitOfRow }],
        RowsAreUnits = false,
        UnitOfRow = [.. Enumerable.Range(0, UnitOfRow.Length)],
        WeightOfUnit = WeightOfUnit is null ? null : Array.ConvertAll(UnitOfRow, stratum => WeightOfUnit[stratum]),
    };
}

/// <summary>One stage of selection.</summary>
internal sealed record Stage
{
    /// <summary>The group each unit was drawn from; empty where the units are rows.</summary>
    public required int[] GroupOfUnit { get; init; }

    /// <summary>n: units drawn from each group.</summary>
    public required double[] SampleSize { get; init; }

    /// <summary>N: units each group has; infinite where nobody said.</summary>
    public required double[] PopulationSize { get; init; }

    /// <summary>The sampled fractions of all earlier stages multiplied, for each group; 1 at the first stage.</summary>
    public required double[] Carried { get; init; }

    /// <summary>The unit that stands before each unit on the list of its group, -1 for the first, where units were drawn systematically; null where they were not.</summary>
    public int[]? Before { get; init; }

    /// <summary>The probabilities of the units of the first stage, where they were drawn unequally; null where those of a group were drawn alike.</summary>
    public UnequalStage? Unequal { get; init; }

    /// <summary>What each group is called in messages.</summary>
    public required Func<int, string> NameOf { get; init; }

    public int GroupCount => SampleSize.Length;

    /// <summary>f = n/N of a group.</summary>
    public double Fraction(int group) => SampleSize[group] / PopulationSize[group];

    /// <summary>The chance of a unit of being drawn from its group; 0 where nobody said.</summary>
    public double Probability(int unit) => Unequal?.Probability[unit] ?? Fraction(GroupOfUnit[unit]);

    /// <summary>Whether a unit's probability is said to be 1, so that chance did not draw it.</summary>
    public bool IsCertain(int unit) => Unequal is not null && Unequal.IsCertain(unit);

    /// <summary>n without units that were certain to be drawn.</summary>
    public double Chosen(int group) => Unequal?.Chosen[group] ?? SampleSize[group];

    /// <summary>One unit drawn by design from a group that has more.</summary>
    public bool IsLonely(int group) => Chosen(group) == 1 && PopulationSize[group] != 1;

    /// <summary>The factor of the sum of squares within a group: earlier fractions · (1 - f) · n/(n - 1); 0 where one unit was drawn. Unequal probabilities have 1 - π of each unit in place of 1 - f.</summary>
    public double Factor(int group)
    {
        double n = Chosen(group);
        return n > 1 ? Carried[group] * (1 - Fraction(group)) * n / (n - 1) : 0;
    }
}
