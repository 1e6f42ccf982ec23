using Survey.Files;

namespace Survey.Monitoring;

/// <summary>All records and decisions that a study hands in for a programme, in the study file and in workbooks.</summary>
internal static class StudyEntries
{
    /// <param name="study">The study.</param>
    /// <param name="programme">The programme.</param>
    /// <exception cref="SurveyDataException">An entry cannot be what it says, or stands in two places; a workbook cannot be read.</exception>
    /// <exception cref="StudyErrorsException">Several are wrong.</exception>
    public static IReadOnlyList<ProgrammeEntry> Of(Study study, Programme programme)
    {
        var wrong = new List<string>();
        ProgrammeEntry[] all = [.. OfStudy(study, programme), .. study.Evaluation.Entries.SelectMany(file => EntriesReader.Read(Path.Combine(study.Folder, file), programme, wrong))];
        IReadOnlyList<string> towns = study.Towns();
        all = [.. all.Select(entry => entry with { Town = AsListed(entry.Town, towns), Figure = entry.Figure is { Unit: { } unit } figure ? figure with { Unit = Usual(unit) } : entry.Figure })];
        var check = new EntryCheck(programme, study, towns);
        wrong.AddRange(all.Select(entry => check.Wrong(entry) is { } why ? Sentence(entry.Place, why) : null).OfType<string>());
        wrong.AddRange(Twice(all));
        wrong.AddRange(WholeAndPiece(all, programme));
        return wrong.Count == 0 ? all : throw (wrong.Count == 1 ? new SurveyDataException(wrong[0]) : new StudyErrorsException(wrong));
    }

    private static IEnumerable<ProgrammeEntry> OfStudy(Study study, Programme programme)
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

    /// <summary>Which of two the departments mean nobody can know.</summary>
    private static IEnumerable<string> Twice(ProgrammeEntry[] all) =>
        from same in all.GroupBy(entry => entry.Key)
        where same.Count() > 1
        from again in same.Skip(1)
        select Sentence(again.Place, $"{again.What} stands in {same.First().Place} already; keep one of the two");

    /// <summary>A figure of a whole part beside one of its figures: which of them holds nobody can know.</summary>
    private static IEnumerable<string> WholeAndPiece(ProgrammeEntry[] all, Programme programme) =>
        from whole in all
        where whole.Figure is not null && programme[whole.Id] is { Figures.Count: > 0 }
        from piece in all
        where piece.Figure is not null && piece.Town == whole.Town && programme[whole.Id]!.Figures.Any(own => own.Id == piece.Id)
        select Sentence(piece.Place, $"{piece.What} stands beside {whole.What} in {whole.Place}; keep one of the two");

    /// <summary>The unit as rules write it.</summary>
    private static string Usual(string unit) => unit is "㎡" or "m²" or "平方米" ? "m2" : unit;

    /// <summary>A town as the study writes it: blanks and full-width brackets tell no two towns apart.</summary>
    private static string? AsListed(string? town, IReadOnlyList<string> towns) =>
        town is null ? null : towns.FirstOrDefault(own => Folding.Fold(own) == Folding.Fold(town)) ?? town;

    private static string Sentence(string place, string what) => $"{place}: {what}{(what[^1] is '.' or '?' ? "" : ".")}";
}
