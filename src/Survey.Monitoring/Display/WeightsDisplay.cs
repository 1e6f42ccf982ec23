using Survey.Files;

namespace Survey.Monitoring;

/// <summary>How weights were made, for people and as rows; numbers that look like those of persons are not shown.</summary>
internal static class WeightsDisplay
{
    public static Display Of(StudyWeights weights)
    {
        Display display = new Display().Add(StudyDisplay.TitleOf(weights.Data.Study));
        foreach (WaveWeights wave in weights.Waves)
            if (wave.Result is { } result)
                display.Add($"\n{wave.Wave.Id}: weights of {Figures.Count(wave.Table!.RowCount)} of {Figures.Count(result.Table.RowCount)} people drawn\n\n").Add(Of(result.Log, wave.Replicates));
            else
                display.Add($"\n{wave.Wave.Id}: no weights, as something is unresolved");
        return display.AddFindings(FindingsOf(weights));
    }

    /// <summary>Of one wave, or of a file.</summary>
    public static Display Of(WeightLog? log, ReplicateDesign? replicates)
    {
        Display display = log?.Display().Select(PersonalData.Hidden) ?? new Display();
        return replicates is null ? display : display.Add($"\nReplicates: {Invariant.Count(replicates.ReplicateCount)} by {replicates.Method.Word()}, {replicates.DegreesOfFreedom} degrees of freedom");
    }

    /// <summary>A step of a wave a row.</summary>
    public static Table Rows(StudyWeights weights)
    {
        (string Wave, WeightStep Step)[] steps = [.. weights.Waves.SelectMany(wave => (wave.Result?.Log.Steps ?? []).Select(step => (wave.Wave.Id, step)))];
        return WeightLog.AddSteps(new ResultTable<(string Wave, WeightStep Step)>(steps).Text("wave", row => row.Wave), row => row.Step, PersonalData.Hidden).ToTable();
    }

    /// <summary>A step of a file a row.</summary>
    public static Table Rows(WeightLog? log) => WeightLog.AddSteps(new ResultTable<WeightStep>(log?.Steps ?? []), step => step, PersonalData.Hidden).ToTable();

    /// <summary>What was met while weights were made, and what kept waves from being weighted at all.</summary>
    public static IReadOnlyList<Finding> FindingsOf(StudyWeights weights) => [.. weights.Data.Findings.Where(finding => finding.Severity == Severity.Unresolved), .. weights.Findings];
}
