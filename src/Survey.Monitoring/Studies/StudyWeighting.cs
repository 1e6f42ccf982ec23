namespace Survey.Monitoring;

/// <summary>How the weights of a study are made.</summary>
/// <param name="Base">The stages of the sample, the first one first.</param>
/// <param name="Nonresponse">How those who answered stand for those who did not; null where they do not.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record StudyWeighting(IReadOnlyList<StudyStage> Base, StudyNonresponse? Nonresponse, StudyPlace Place)
{
    /// <summary>Which weights are trimmed, after nonresponse; null for none.</summary>
    public StudyTrimming? Trimming { get; init; }

    /// <summary>How weights are brought to the population, after trimming, step by step.</summary>
    public IReadOnlyList<StudyCalibration> Calibrations { get; init; } = [];

    /// <summary>What is doubted; null for nothing.</summary>
    public StudyWeightCheck? Check { get; init; }

    /// <summary>The replicate weights that are made; null for none.</summary>
    public StudyReplicates? Replicates { get; init; }

    /// <summary>Whether steps follow those of the draw and of nonresponse.</summary>
    internal bool HasLaterSteps => Trimming is not null || Calibrations.Count > 0 || Replicates is not null;
}

/// <summary>A stage of the sample of a study.</summary>
/// <param name="Name">What is drawn: village, household, person.</param>
/// <param name="Place">Where the study declares it.</param>
public abstract record StudyStage(string Name, StudyPlace Place);

/// <summary>Units drawn from a list that is a file.</summary>
/// <param name="Name">What is drawn.</param>
/// <param name="Frame">The file of the list, CSV or a workbook, relative to the study.</param>
/// <param name="Key">The columns of the study that name a unit of the list; "wave" is the wave's id.</param>
/// <param name="Size">The heading of the measure of size that probabilities were proportional to; null where they were equal.</param>
/// <param name="Within">The columns or headings of the parts of the list that were drawn from each on its own; empty for the whole list.</param>
/// <param name="Drawn">How many were drawn of each part: a number, or the heading of it in the list.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record FrameStage(string Name, string Frame, IReadOnlyList<string> Key, string? Size, IReadOnlyList<string> Within, string Drawn, StudyPlace Place) : StudyStage(Name, Place);

/// <summary>A stage whose numbers stand in columns of the study.</summary>
/// <param name="Stage">As the library takes it.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record ColumnStage(WeightStage Stage, StudyPlace Place) : StudyStage(Stage.Name, Place);

/// <summary>How those who answered stand for those who did not.</summary>
/// <param name="Cells">The columns that make the cells.</param>
/// <param name="Minimum">The least number of respondents in a cell.</param>
/// <param name="Collapse">The column within which small cells are merged, or null.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record StudyNonresponse(IReadOnlyList<string> Cells, int Minimum, string? Collapse, StudyPlace Place);
