namespace Survey;

/// <summary>A unit of some stage that was drawn.</summary>
/// <param name="Unit">Of the frame's stage; of the last the row.</param>
/// <param name="Probability">Given that the unit of the stage before was drawn.</param>
/// <param name="Stratum">Where it was drawn.</param>
/// <param name="Parent">The unit of the stage before; null at the first.</param>
internal sealed record DrawnUnit(int Unit, double Probability, StratumSample Stratum, DrawnUnit? Parent)
{
    /// <summary>The unit of a stage that this one lies in.</summary>
    public DrawnUnit At(int stage) => Stratum.Stage == stage ? this : Parent!.At(stage);
}

/// <summary>A draw as the frame knows it.</summary>
/// <param name="Frame">What it was drawn from.</param>
/// <param name="Units">Of the last stage, in the order of the rows.</param>
/// <param name="Strata">Of all stages, the first one first.</param>
/// <param name="Notes">What should be said beside it.</param>
internal sealed record SampleDraw(Frame Frame, IReadOnlyList<DrawnUnit> Units, IReadOnlyList<StratumSample> Strata, DrawNotes Notes)
{
    public IEnumerable<int> Rows => Units.Select(unit => unit.Unit);
}
