using System.Globalization;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Weighting;

/// <summary>Doubts weights that are beyond what a study believes, and waves that were not weighted alike.</summary>
/// <param name="weighting">With what it believes.</param>
/// <param name="findings">Where doubts are said.</param>
internal sealed class WeightCheck(StudyWeighting weighting, FindingList findings)
{
    public void Of(WaveWeights wave)
    {
        if (weighting.Check is not { } check || wave.Result?.Log.Steps is not [.., var last] steps)
            return;
        if (check.DesignEffects is var (low, high) && (last.DesignEffectAfter < low || last.DesignEffectAfter > high))
            Doubt(wave, $"Kish's design effect of the final weights of {wave.Wave.Id} is {Text(last.DesignEffectAfter)} after {last.What}, {(last.DesignEffectAfter < low ? "below" : "above")} the {Text(last.DesignEffectAfter < low ? low : high)} of weighting.check.deff; see which step raised it, and trim weights or merge cells.");
        foreach (WeightStep step in steps.Where(step => step.Convergence is not null && step.GreatestFactor > check.GreatestFactor))
            Doubt(wave, $"The greatest factor of {step.What} in {wave.Wave.Id} is {Text(step.GreatestFactor)}, above the {Text(check.GreatestFactor!.Value)} of weighting.check.maximumFactor; merge cells that have few respondents, or calibrate within bounds.");
    }

    /// <summary>A change between waves that are brought to populations of their own is partly one of those populations.</summary>
    public void SayOwnPopulations(IReadOnlyList<WaveWeights> waves)
    {
        if (waves.Count > 1 && weighting.Calibrations.FirstOrDefault(step => !step.SameForAllWaves) is { } step)
            findings.Add(Severity.Doubt, null, $"{step.Place}: {string.Join(" and ", waves.Select(wave => wave.Wave.Id))} are each brought to a population of their own (sameForAllWaves: false), so that a change between them is partly one of their populations; bring all waves to one population where they are compared.");
    }

    private void Doubt(WaveWeights wave, string message) => findings.Add(Severity.Doubt, wave.Wave.Id, message);

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
