using Survey.Monitoring.Intake;
using Survey.Monitoring.Weighting;

namespace Survey.Monitoring;

/// <summary>The units of a wave of a study, for a summary of its fieldwork.</summary>
internal static class StudyFieldwork
{
    /// <summary>Everyone drawn, with what became of each in the column "status"; where the study has only interviews, those that are valid.</summary>
    public static (Table Units, string? Disposition) UnitsOf(Study study, WaveData wave)
    {
        if (wave.Everyone is not { } everyone)
            throw new SurveyDataException($"No file of {wave.Wave.Id} could be read, so its fieldwork is not known; survey check says why.");
        return study.Response.Disposition is null
            ? (wave.Table!, null)
            : (everyone.With(StatusColumn.Name, StatusDispositions.Of(study, everyone)), StatusColumn.Name);
    }
}
