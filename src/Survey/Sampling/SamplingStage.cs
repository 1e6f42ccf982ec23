namespace Survey;

/// <summary>One stage of a sample: what is drawn, within what, how many and how.</summary>
public sealed record SamplingStage
{
    /// <summary>A stage that draws simply at random from the whole frame; the other properties say otherwise.</summary>
    /// <param name="unit">The column that names the units, such as "village". Of the last stage each row of the frame is a unit; of an earlier one, all rows that share a name (and the strata and units above it).</param>
    /// <param name="size">How many are drawn in each stratum.</param>
    public SamplingStage(string unit, Allocation size)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        ArgumentNullException.ThrowIfNull(size);
        (Unit, Allocation) = (unit, size);
    }

    /// <summary>The column that names the units.</summary>
    public string Unit { get; }

    /// <summary>How many are drawn in each stratum.</summary>
    public Allocation Allocation { get; }

    /// <summary>The columns within whose combinations units are drawn, inside each unit of the stage before.</summary>
    public Names Strata { get; init; }

    /// <summary>How they are drawn.</summary>
    public SelectionMethod Method { get; init; } = SelectionMethod.SimpleRandom;

    /// <summary>The column of sizes to which chances are proportional, above 0 and the same in all rows of a unit; without it all units of a stratum have the same chance.</summary>
    public string? MeasureOfSize { get; init; }

    /// <summary>Whether the measure of size is the number of rows that a unit has in the frame, such as the households of a village; for stages before the last.</summary>
    public bool SizeIsRows { get; init; }

    /// <summary>The columns by which a stratum's units are sorted before they are drawn, the first one slowest: implicit stratification for the systematic and the pivotal method. Numbers as numbers, texts with runs of digits as numbers; without it the order of the frame.</summary>
    public Names Order { get; init; }

    /// <summary>Whether every other group of an ordering column runs backwards, so that neighbours at its ends are alike too. SAS: <c>SORT=SERP</c>.</summary>
    public bool Serpentine { get; init; }

    /// <summary>Whether a stratum with fewer units than are to be drawn is taken whole; otherwise it is an error.</summary>
    public bool TakeAllIfFewer { get; init; }

    /// <summary>A share of last year's units that is kept, for the first stage; null draws all anew.</summary>
    public KeptShare? Kept { get; init; }

    internal bool HasSizes => MeasureOfSize is not null || SizeIsRows;

    internal void Check(int stage, int stages)
    {
        if (!Enum.IsDefined(Method))
            throw new ArgumentException($"{Unit} is drawn by {Method}, and there is no such method of selection.");
        if (Method == SelectionMethod.SimpleRandom && HasSizes)
            throw new ArgumentException($"{Unit} is drawn simply at random, which uses no sizes; choose a method such as systematic, or leave the size out.");
        if (MeasureOfSize is not null && SizeIsRows)
            throw new ArgumentException($"{Unit} has two sizes, {MeasureOfSize} and the number of rows; leave one out.");
        if (SizeIsRows && stage == stages - 1)
            throw new ArgumentException($"{Unit} is the last stage, whose units are single rows; name a column of sizes instead of counting rows.");
        if (Serpentine && Order.Count == 0)
            throw new ArgumentException($"{Unit} is to be ordered back and forth, and no column orders it; name one.");
        if (Kept is not null && stage > 0)
            throw new ArgumentException($"{Unit} is not the first stage; a share of last year's units is kept at the first stage only.");
        if (Kept is not null && Method == SelectionMethod.Poisson)
            throw new ArgumentException($"A share of last year's {Unit} is kept for methods that draw a fixed number; choose another than Poisson.");
    }
}
