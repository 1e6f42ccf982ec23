namespace Survey.Monitoring.Reproducing;

/// <summary>Writes how the sample of a wave, or of waves that are stacked, is declared.</summary>
internal sealed class ScriptDesigns(Reproduction reproduction, RScript script)
{
    private const string Assigned = "  design <- ";

    private bool IsChained => reproduction.Steps.Count > 1;

    public void Write()
    {
        script.Section("Designs");
        ReproducedMargin[] margins = [.. reproduction.Steps.SelectMany(step => step.Margins)];
        if (margins.Any(margin => !margin.AreShares))
            script.Code(RFunctions.PeopleOf + "\n");
        if (margins.Any(margin => margin.AreShares))
            script.Code(RFunctions.SharesOf + "\n");
        Declaration();
        script.Blank();
        foreach (ReproducedWave wave in reproduction.Waves)
            script.Code($"design_{wave.Suffix} <- declare(people_{wave.Suffix})");
    }

    private void Declaration()
    {
        StudyDesign? design = reproduction.Study.Design;
        if (design?.Clusters.Count > 1)
            script.Comment($"Later stages ({string.Join(", ", design.Clusters.Skip(1))}) add nothing to variances, as the study has no population sizes.");
        script.Code("declare <- function(people) {");
        (string? Comment, string Code)[] steps = [.. StepsOf()];
        foreach ((int k, (string? comment, string code)) in steps.Index())
        {
            if (comment is not null)
                script.Comment(comment, "  # ");
            string begin = k < steps.Length - 1 || IsChained ? Assigned : "  ";
            script.Code(begin + code.Replace("\n", $"\n{new string(' ', begin.Length)}", StringComparison.Ordinal));
        }
        if (IsChained)
        {
            script.Comment("residuals are taken from the last step back to the first, as derivatives are; survey takes them in the order of this list", "  # ");
            script.Code("  design$postStrata <- rev(design$postStrata)\n  design");
        }
        script.Code("}");
    }

    private IEnumerable<(string?, string)> StepsOf()
    {
        yield return (null, $"svydesign(ids = {(reproduction.Units.HasClusters ? "~psu" : "~1")}, {(reproduction.Units.HasStrata ? "strata = ~stratum, " : "")}weights = ~weight, data = people)");
        if (reproduction.HasUnmetPsus)
            yield return ("those without a weight were drawn too, and still count in their strata", "subset(design, weight > 0)");
        foreach (ReproducedStep step in reproduction.Steps)
            yield return step.Step.Kind switch
            {
                StudyCalibrationKind.PostStratification => (null, $"postStratify(design, ~{step.Margins[0].Column}, {PopulationOf(step.Margins[0])})"),
                StudyCalibrationKind.Raking => ("raking; rake() meets the same margins, but takes residuals without the weights", Calibration(step)),
                _ => (null, Calibration(step)),
            };
    }

    private static string Calibration(ReproducedStep step) =>
        $"""
        calibrate(design,
                  list({string.Join(", ", step.Margins.Select(margin => $"~{margin.Column}"))}),
                  list({string.Join($",\n{new string(' ', 15)}", step.Margins.Select(PopulationOf))}),
                  {DistanceOf(step.Step)}, epsilon = 1e-12, maxit = 500)
        """;

    private static string PopulationOf(ReproducedMargin margin) => $"{(margin.AreShares ? "shares_of" : "people_of")}(\"{margin.Column}\", design)";

    /// <summary>Linear calibration as an object goes to the solver that bears margins which overlap.</summary>
    private static string DistanceOf(StudyCalibration step)
    {
        string distance = step.Kind == StudyCalibrationKind.Raking || step.Distance == CalibrationDistance.Raking ? "\"raking\"" : step.Distance == CalibrationDistance.Logit ? "\"logit\"" : "cal.linear";
        return $"calfun = {distance}{(step.Bounds is var (lower, upper) ? $", bounds = c({Invariant.Text(lower)}, {Invariant.Text(upper)})" : "")}";
    }
}
