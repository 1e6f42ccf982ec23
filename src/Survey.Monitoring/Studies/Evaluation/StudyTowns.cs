using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Evaluating;

/// <summary>The towns of a study's area.</summary>
internal static class StudyTowns
{
    /// <summary>As listed, or as its file names them; empty where the study says nothing of them.</summary>
    /// <exception cref="SurveyDataException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Of(Study study) =>
        study.Area.TownsFile is { } file ? [.. LabelFile.Read(Path.Combine(study.Folder, file)).Values] : study.Area.Towns;
}
