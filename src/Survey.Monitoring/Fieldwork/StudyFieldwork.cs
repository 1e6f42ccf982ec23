using Survey.Monitoring.Intake;

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
            : (everyone.With(StatusColumn.Name, DispositionsOf(study, (CategoryColumn)everyone[StatusColumn.Name])), StatusColumn.Name);
    }

    /// <summary>The dispositions after the rules of the study: who fails one is ineligible, or gave a questionnaire that does not count, which AAPOR puts among the refusals.</summary>
    private static CategoryColumn DispositionsOf(Study study, CategoryColumn status)
    {
        Disposition[] ofLevel = [.. status.Levels.Select(level => DispositionOf(study, level))];
        return new CategoryColumn(Array.ConvertAll(status.Codes.ToArray(), code => (int)ofLevel[code]), DispositionText.Levels);
    }

    private static Disposition DispositionOf(Study study, string level) =>
        level == StatusColumn.Valid ? Disposition.Responded
        : DispositionText.Levels.ToList().IndexOf(level) is >= 0 and int known ? (Disposition)known
        : study.Eligibility.Any(rule => rule.Status == RuleStatus.Ineligible && rule.Reason == level) ? Disposition.Ineligible
        : Disposition.Refused;
}
