namespace Survey;

/// <summary>A stage of a sample, by what is known of how its units were drawn. Its weight is 1 / the probability that a unit was drawn, given the unit of the stage before.</summary>
/// <remarks>
/// Columns stand in the table of the people drawn, a row each; counts of villages and the like come there from a lookup by <see cref="Table.Join"/>.
/// Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling; R: <c>svydesign(probs = ~p1 + p2)</c> multiplies likewise.
/// </remarks>
public abstract record WeightStage
{
    private protected WeightStage(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>What is drawn: village, household, person.</summary>
    public string Name { get; }

    /// <summary>The column of the stage's weight: "villageWeight".</summary>
    public string Column => $"{Name}Weight";

    /// <summary>Whether what it needs is known only of households that were met, so that it is asked of those who responded alone.</summary>
    internal virtual bool IsWithinHousehold => false;

    /// <summary>How the units were drawn, in words.</summary>
    internal abstract string Method { get; }

    /// <summary>The columns that it reads.</summary>
    internal abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The weight of each row that needs one.</summary>
    /// <param name="rows">The table, and the rows that need a weight.</param>
    /// <exception cref="SurveyDataException">A number is missing or cannot be, or numbers contradict each other.</exception>
    internal abstract StageWeights Weights(StageRows rows);

    /// <summary>Drawn with probabilities proportional to size: total / (drawn · size).</summary>
    /// <param name="name">What is drawn.</param>
    /// <param name="size">The size of the unit drawn, above 0, such as its households.</param>
    /// <param name="total">The size of all units that it was drawn from, in the same measure.</param>
    /// <param name="drawn">How many units were drawn of them.</param>
    /// <remarks>A unit so large that drawn · size is more than the total was drawn with certainty, and the others otherwise than this formula says: then give the probabilities, as a draw writes them, to <see cref="Probability"/>.</remarks>
    public static WeightStage ProportionalToSize(string name, Quantity size, Quantity total, Quantity drawn) => new SizeStage(name, size, total, drawn);

    /// <summary>Drawn with equal probabilities: present / drawn.</summary>
    /// <param name="name">What is drawn.</param>
    /// <param name="drawn">How many units were drawn.</param>
    /// <param name="present">Of how many.</param>
    public static WeightStage Equal(string name, Quantity drawn, Quantity present) => new EqualStage(name, drawn, present);

    /// <summary>Drawn with probabilities that a column holds: 1 / probability.</summary>
    /// <param name="name">What is drawn.</param>
    /// <param name="probability">The column of probabilities, above 0 and at most 1.</param>
    public static WeightStage Probability(string name, string probability) => new ProbabilityStage(name, probability);

    /// <summary>One drawn of all members, each with the same chance: as many as are eligible.</summary>
    /// <param name="name">What is drawn.</param>
    /// <param name="eligible">The column of how many members of the household could be drawn, at least 1.</param>
    /// <remarks>It is asked only of those who responded, as members are listed when a household is met.</remarks>
    public static WeightStage Members(string name, string eligible) => new MemberStage(name, eligible);

    /// <summary>One drawn of all members by the Kish grid: 1 / the member's chance, which is 6, 6, 4, 6, 4 of five members.</summary>
    /// <param name="name">What is drawn.</param>
    /// <param name="eligible">The column of how many members of the household could be drawn, at least 1.</param>
    /// <param name="rank">The column of the rank of the one drawn, or null.</param>
    /// <param name="table">The column of the household's table (A, B1, B2, C, D, E1, E2, F), or null. With ranks beside it, the two are checked against each other.</param>
    /// <remarks>
    /// Rank or table matter in households of five only. Without both, such a household has the weight 5, which a note says. Of seven and more members the weight is 6, as the grid covers the first six; a note says so.
    /// It is asked only of those who responded. See <see cref="KishGrid"/>.
    /// </remarks>
    public static WeightStage Kish(string name, string eligible, string? rank = null, string? table = null) => new KishStage(name, eligible, rank, table);
}

/// <summary>The weights of a stage.</summary>
/// <param name="OfRow">NaN where none is needed.</param>
/// <param name="Notes">What should be said beside them.</param>
internal sealed record StageWeights(double[] OfRow, params IReadOnlyList<string> Notes);
