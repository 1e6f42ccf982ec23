namespace Survey.Monitoring.Weighting;

/// <summary>Takes the steps of a study that follow the draw and nonresponse.</summary>
/// <param name="study">With the design.</param>
/// <param name="weighting">With the steps.</param>
/// <param name="wave">The wave.</param>
internal sealed class LaterSteps(Study study, StudyWeighting weighting, StudyWave wave)
{
    private const string Stratum = "design.strata"; // several columns in one; no plain name of a column

    /// <summary>The step that is being taken; null before the first.</summary>
    public StudyPlace? Place { get; private set; }

    /// <summary>Replicate weights of the design after the steps, by the study's own rule for strata of one PSU, of which variances know.</summary>
    /// <param name="result">Everyone drawn, with weights after nonresponse.</param>
    /// <param name="asked">How they are made.</param>
    public ReplicateDesign Replicates(WeightingResult result, StudyReplicates asked)
    {
        Place = asked.Place;
        SurveyDesign design = Take(result, study.Design?.LonelyPsu ?? LonelyPsu.Fail);
        Place = asked.Place;
        return design.Replicates(asked.Scheme).InColumns();
    }

    /// <summary>The design of people with weights, after the steps.</summary>
    /// <param name="result">Everyone drawn, with weights after nonresponse.</param>
    /// <param name="lonelyPsu">What strata of one PSU add to variances; weights do not depend on it.</param>
    public SurveyDesign Take(WeightingResult result, LonelyPsu lonelyPsu)
    {
        SurveyDesign design = DesignOf(study, result.Table, result.Weight, lonelyPsu).WithLog(result.Log);
        if (weighting.Trimming is { } trimming)
        {
            Place = trimming.Place;
            design = design.Trim(trimming.Above, trimming.Below, trimming.IsStrict);
        }
        foreach (StudyCalibration step in weighting.Calibrations)
            design = Taken(design, step);
        return design;
    }

    private SurveyDesign Taken(SurveyDesign design, StudyCalibration step)
    {
        Place = step.Place;
        var file = new PopulationFile(study, wave, step);
        Margin[] margins = [.. step.Margins.Select(margin => file.Read(margin, (Table)design.Rows))];
        return step.Kind switch
        {
            StudyCalibrationKind.PostStratification => design.PostStratify(margins[0]),
            StudyCalibrationKind.Raking => design.Rake(margins),
            _ => design.Calibrate(margins, step.Distance, step.Bounds, step.IsConstantInClusters),
        };
    }

    /// <summary>The design that a study declares, of people with weights.</summary>
    public static SurveyDesign DesignOf(Study study, Table people, string weight, LonelyPsu lonelyPsu)
    {
        if (study.Design is not { } design)
            return new SurveyDesign(people, weight);
        (Table table, string? strata) = design.Strata.Count > 1 ? (WithStratum(people, design.Strata), Stratum) : (people, design.Strata is [var only] ? only : null);
        return new SurveyDesign(table, weight, strata, Names.Of([.. design.Clusters]), lonelyPsu: lonelyPsu, degreesOfFreedom: design.DegreesOfFreedom);
    }

    private static Table WithStratum(Table table, IReadOnlyList<string> columns) =>
        table.With(Stratum, new CategoryColumn([.. Enumerable.Range(0, table.RowCount).Select(row => columns.Any(name => table[name].IsMissing(row)) ? null : string.Join(" / ", columns.Select(name => table[name].TextAt(row))))]));
}
