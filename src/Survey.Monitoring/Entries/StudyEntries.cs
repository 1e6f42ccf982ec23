namespace Survey.Monitoring;

/// <summary>All records and decisions that a study hands in for a programme.</summary>
internal static class StudyEntries
{
    /// <summary>Those of the study file.</summary>
    /// <param name="study">The study.</param>
    /// <param name="programme">The programme.</param>
    public static IReadOnlyList<ProgrammeEntry> Of(Study study, Programme programme)
    {
        StudyEvaluation evaluation = study.Evaluation;
        return
        [
            .. evaluation.Administrative.Where(own => IsOf(own.Of)).Select(own => Entry(own.Of, null, own.Figure.Place) with { Figure = own.Figure }),
            .. evaluation.Reviews.Where(own => IsOf(own.Target)).Select(own => Entry(own.Target, null, own.Review.Place) with { Review = own.Review }),
            .. evaluation.TownFigures.Where(own => IsOf(own.Of)).Select(own => Entry(own.Of, own.Town, own.Figure.Place) with { Figure = own.Figure }),
            .. evaluation.TownReviews.Where(own => IsOf(own.Of)).Select(own => Entry(own.Of, own.Town, own.Review.Place) with { Review = own.Review }),
        ];

        bool IsOf(string key) => EntryKey.Of(key).IsOf(programme, study.Programme.Uses);
        ProgrammeEntry Entry(string key, string? town, StudyPlace? place) => new(programme.Id, EntryKey.Of(key).Id, town, place?.ToString() ?? study.File);
    }
}
