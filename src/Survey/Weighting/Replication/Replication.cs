namespace Survey;

/// <summary>Makes replicate weights from designs.</summary>
public static class Replication
{
    /// <summary>The same sample with replicate weights.</summary>
    /// <param name="design">Strata and PSUs; where its weights are calibrated the calibration is taken in every replicate.</param>
    /// <param name="scheme">How they are made.</param>
    /// <param name="centre">What replicates are compared with; by default the mean of the jackknives JK1 and JKn and of bootstraps, the full estimate of the others. R: <c>mse</c>.</param>
    /// <exception cref="SurveyDataException">The scheme does not suit the design: strata for JK1, other than two PSUs a stratum for JK2 and BRR, no systematic order for successive differences, lonely PSUs that are to be adjusted or averaged, unequal probabilities.</exception>
    /// <remarks>Degrees of freedom stay those of the design.</remarks>
    public static ReplicateDesign Replicates(this SurveyDesign design, ReplicateScheme scheme, ReplicateCentre? centre = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(scheme);
        CheckOrder(design, scheme);
        if (design.Unequal is { } unequal)
            throw new SurveyDataException($"Replicates take the PSUs of a stratum as drawn alike, and the design has their unequal probabilities '{unequal.Column}', of which none are made; leave the probabilities out, with a column of weights, for replicates as if PSUs were drawn with replacement.");
        Sample sample = design.Sample.WithUnits();
        if (design.LonelyPsu is LonelyPsu.Adjust or LonelyPsu.Average && Enumerable.Range(0, sample.Stages[0].GroupCount).Any(sample.Stages[0].IsLonely))
            throw new SurveyDataException($"A stratum has one PSU, and its rule {design.LonelyPsu} has no replicates; choose the rule Certainty, under which it adds nothing, or merge it with a stratum like it (collapse).");
        MadeReplicates made = scheme.Make(new PsuGroups(sample), centre);
        if (sample.Stages.Count > 1 && !scheme.HasLaterStages)
            made = made with { Notes = [.. made.Notes, "replicates are of PSUs, so that the variance within them, of stages with population sizes, is not in theirs"] };
        var replicates = new ReplicateDesign(design, made);
        return design.Calibrations is null ? replicates : Reweighting.Recalibrated(design, replicates);
    }

    /// <summary>The same replicates as columns "replicate1", "replicate2", ... of the table, such as are handed on in a file.</summary>
    /// <param name="design">Replicates of any kind; those that stand in columns stay.</param>
    /// <returns>A design of the table that has them (<see cref="Design.Rows"/>).</returns>
    /// <exception cref="ArgumentException">The design is one of part of the people.</exception>
    /// <exception cref="SurveyDataException">The table has such a column already, or the columns would take more than 8 GiB.</exception>
    public static ReplicateDesign InColumns(this ReplicateDesign design) => Reweighting.InColumns(design);

    private static void CheckOrder(SurveyDesign design, ReplicateScheme scheme)
    {
        if (scheme.IsOfNeighbours && design.SystematicOrder is null)
            throw new SurveyDataException("Successive differences are of PSUs drawn systematically, and the design has no order of their list; give its column (systematicOrder).");
        if (!scheme.IsOfNeighbours && design.SystematicOrder is not null)
            throw new SurveyDataException("The design estimates by successive differences, of which only ReplicateScheme.SuccessiveDifferences makes replicates; take that, or leave systematicOrder out.");
    }
}
