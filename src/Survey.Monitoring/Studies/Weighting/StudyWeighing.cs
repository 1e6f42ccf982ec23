using Survey.Monitoring.Weighting;

namespace Survey.Monitoring;

/// <summary>Makes the weights that a study declares.</summary>
public static class StudyWeighing
{
    /// <summary>Weights each wave of which nothing is unresolved.</summary>
    /// <param name="data">What the study's files hold.</param>
    /// <returns>
    /// The weights and their logs. Valid people respond; those whose questionnaires do not count are eligible and did not respond, and those whom a rule makes ineligible are ineligible.
    /// What keeps a wave from being weighted is an unresolved finding, and the others go on.
    /// </returns>
    /// <exception cref="SurveyDataException">The study declares no weights.</exception>
    /// <remarks>
    /// See <see cref="BaseWeighting"/>, <see cref="WeightingClasses"/>, <see cref="TrimmingVerbs"/>, <see cref="Calibration"/> and <see cref="Replication"/>. The steps are the same for all waves; a wave that is brought to a population of its own is doubted by name.
    /// </remarks>
    public static StudyWeights Weigh(this StudyData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        StudyWeighting weighting = data.Study.Weighting ?? throw new SurveyDataException($"{data.Study.File} has no weighting; say under weighting.base how the sample was drawn, stage by stage.");
        var findings = new Intake.FindingList(data.Study);
        if (weighting.Nonresponse is null)
            findings.Add(Severity.Doubt, null, $"{weighting.Place}: weighting has no nonresponse, so weights are base weights, and nobody stands for those who did not respond.", data.Study.File);
        WaveWeights[] waves = [.. data.Waves.Select(wave => new WaveWeigher(data.Study, weighting, wave, findings).Weights())];
        var check = new WeightCheck(weighting, findings);
        foreach (WaveWeights wave in waves)
            check.Of(wave);
        check.SayOwnPopulations(waves);
        return new StudyWeights(data, waves, findings.All);
    }
}
