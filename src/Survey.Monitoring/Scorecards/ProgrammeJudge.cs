namespace Survey.Monitoring.Evaluating;

/// <summary>Judges a study by a programme.</summary>
internal sealed class ProgrammeJudge
{
    private readonly StudyIndicators _indicators;
    private readonly Study _study;
    private readonly Programme _programme;
    private readonly IReadOnlyList<ProgrammeEntry> _entries;
    private readonly (string Part, Waiver Waiver)[] _waivers;

    public ProgrammeJudge(StudyIndicators indicators, Programme programme)
    {
        (_indicators, _study, _programme) = (indicators, indicators.Data.Study, programme);
        _entries = StudyEntries.Of(_study, programme);
        _waivers = [.. _study.Evaluation.Waivers.Where(own => IsOurs(own.Target)).Select(own => (EntryKey.Of(own.Target).Id, own.Waiver))];
    }

    private ProgrammeChoices Choices => _study.Programme.Choices;

    public Scorecard Judged()
    {
        StudyIndicators bound = _indicators with
        {
            Data = _indicators.Data with { Study = _study with { Evaluation = Evaluation() } },
            References = [.. _indicators.References.Select(Renamed)],
        };
        PartVerdict[] parts = [.. new TargetJudge(bound).Judged().Verdicts.Select(own => Part(_programme[own.Target.Id]!, own))];
        (IReadOnlyList<RankedUnit> ranking, LocalText? noRanking) = Ranking();
        return new Scorecard
        {
            Programme = _programme,
            Parts = parts,
            Choices = [.. _programme.Choices.Select(choice => new ChoiceMade(choice, Choices[choice.Id]))],
            Timing = PhaseTiming.Of(_programme, _study),
            Ranking = ranking,
            NoRanking = noRanking,
            RankingChoices = ranking.Count > 0 ? (Choices["rounding"]!, Choices["ties"]!) : null,
            Notes = [.. new ScorecardNotes(_study, _programme, _entries, _waivers).Of(parts)],
        };
    }

    private bool IsOurs(string key) => EntryKey.Of(key).IsOf(_programme, _study.Programme.Uses);

    /// <summary>What the programme asks, in the place of what the study lists itself.</summary>
    private StudyEvaluation Evaluation() => _study.Evaluation with
    {
        Indicators = [.. _study.Evaluation.Indicators, .. _programme.Parts.SelectMany(part => part.Figures).Select(own => new Indicator { Id = own.Id, Name = own.Name, Better = Better.None, Source = IndicatorSource.Administrative })],
        Targets = [.. _programme.Parts.Select(Target)],
        Administrative = [.. _entries.Where(own => own is { Town: null, Figure: not null }).SelectMany(Records), .. _study.Evaluation.Administrative.Where(own => _study.Evaluation.Indicators.Any(indicator => indicator.Id == own.Of))],
        Reviews = [.. _entries.Where(own => own is { Town: null, Review: not null }).Select(own => (own.Id, own.Review!))],
        TownFigures = [.. _entries.Where(own => own is { Town: not null, Figure: not null }).Select(own => (own.Id, own.Town!, own.Figure!))],
        TownReviews = [.. _entries.Where(own => own is { Town: not null, Review: not null }).Select(own => (own.Id, own.Town!, own.Review!))],
        Waivers = _waivers,
        ReferenceYear = _programme.ReferenceYear ?? Choices.ReferenceYear ?? _study.Evaluation.ReferenceYear,
        Family = null,
    };

    private StudyTarget Target(ProgrammePart part) =>
        new(part.Id, _study.Evaluation.Indicators.Any(own => own.Id == part.Indicator) ? null : part.Name, part.Indicator, null, AgesOf(part), null, Choices.Bound(part.Rule), null, _study.Tree?.Entry("programme")?.Key.Place ?? new StudyPlace(_study.File, 1, 1))
        {
            OpenChoices = [.. NotYet(part), .. _programme.ChoicesOf(part).Where(choice => Choices[choice.Id] is null).Select(choice => new LocalText(
                $"须选定programme.choices.{choice.Id}：{choice.Question.Chinese}（“{choice.Quote}”）",
                $"choose programme.choices.{choice.Id}: {choice.Question.English} ('{choice.Quote}')"))],
        };

    /// <summary>Why nothing can be said of a part yet, whatever was handed in.</summary>
    private IEnumerable<LocalText> NotYet(ProgrammePart part)
    {
        if (part.Indicator is not null && _study.Waves[^1].Role == "baseline" && _programme.Calendar.Any(phase => phase.Wave == "final"))
            yield return new LocalText("效果评估调查尚未开展，只有基线调查", "the final survey has not been made, and there is only the baseline");
        (string Id, int Year)[] latest = [.. part.Figures.Select(own => (own.Id, Entries: _entries.Where(entry => entry.Id == own.Id && entry.Figure is not null).ToArray())).Where(own => own.Entries.Length > 0).Select(own => (own.Id, own.Entries.Max(entry => entry.Figure!.Year)))];
        if (latest.Select(own => own.Year).Distinct().Count() > 1)
        {
            string years = string.Join(", ", latest.Select(own => FormattableString.Invariant($"{own.Id} {own.Year}")));
            yield return new LocalText($"各项数据年份不同（{years}）", $"its figures are of different years ({years})");
        }
    }

    /// <summary>The ages that a survey's figure must be of; of records nobody can say them.</summary>
    private AgeRange? AgesOf(ProgrammePart part) => part.Indicator is null ? null : part.Ages ?? (part.AgesChoice is { } ages ? Choices.Ages(ages) : null);

    /// <summary>A count for a part whose figures are all events that must not happen is the count of each: none of all is none of each.</summary>
    private IEnumerable<(string Of, AdministrativeFigure Figure)> Records(ProgrammeEntry entry) =>
        _programme[entry.Id] is { Figures: { Count: > 0 } figures } ? figures.Select(own => (own.Id, entry.Figure!)) : [(entry.Id, entry.Figure!)];

    private Reference Renamed(Reference reference) =>
        reference.Indicator is { } key && IsOurs(key) ? reference with { Indicator = EntryKey.Of(key).Id } : reference;

    private PartVerdict Part(ProgrammePart part, TargetVerdict judged)
    {
        Review? review = _entries.FirstOrDefault(own => own is { Town: null, Review.Points: not null } && own.Id == part.Id)?.Review;
        decimal given = review?.Points ?? (judged.Verdict.Published == PublishedVerdict.Met ? _programme.WorthOf(part) : 0);
        return new PartVerdict(part, judged, given, _programme.DueOf(part)) { Override = review, Evidence = [.. _entries.Where(own => own.IsOf(part)).Select(PartEvidence.Of)] };
    }

    private (IReadOnlyList<RankedUnit>, LocalText?) Ranking()
    {
        if (_programme.Ranking is not { } rule)
            return ([], null);
        if (_study.Programme.Scores is not { } file)
            return ([], new("未提供各部门得分（programme.scores）", "the study names no file of departments and scores (programme.scores)"));
        (string? rounding, string? ties) = (Choices["rounding"], Choices["ties"]);
        if (rounding is null || ties is null)
            return ([], new($"方案“{rule.Quote}”未写明取整和并列如何处理，须选定programme.choices.rounding和ties", $"the notice says '{rule.Quote}', and neither how the share is rounded nor what ties mean; choose programme.choices.rounding and ties"));
        IReadOnlyList<(string, decimal)> scores;
        try
        {
            scores = RankedUnit.Read(Path.Combine(_study.Folder, file), rule.OutOf);
        }
        catch (SurveyDataException error)
        {
            return ([], new($"得分文件无法使用（{error.Message.TrimEnd('.')}）", $"the scores cannot be used: {error.Message.TrimEnd('.')}"));
        }
        return (RankedUnit.Ranked(scores, rule.TopShare, rounding switch { "down" => RankRounding.Down, "up" => RankRounding.Up, _ => RankRounding.Nearest }, ties == "all" ? RankTies.AllReach : RankTies.NoneReaches), null);
    }
}
