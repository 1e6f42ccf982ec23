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
            Notes = [.. UnusedWaivers(parts), .. OlderRecords(parts), .. OtherWorkbooks()],
        };
    }

    private bool IsOurs(string key) => EntryKey.Of(key).IsOf(_programme, _study.Programme.Uses);

    /// <summary>What the programme asks, in the place of what the study lists itself.</summary>
    private StudyEvaluation Evaluation() => _study.Evaluation with
    {
        Indicators = [.. _study.Evaluation.Indicators, .. _programme.Parts.SelectMany(part => part.Figures).Select(own => new Indicator { Id = own.Id, Name = own.Name, Better = Better.None, Source = IndicatorSource.Administrative })],
        Targets = [.. _programme.Parts.Select(Target)],
        Administrative = [.. _entries.Where(own => own is { Town: null, Figure: not null }).SelectMany(Records)],
        Reviews = [.. _entries.Where(own => own is { Town: null, Review: not null }).Select(own => (own.Id, own.Review!))],
        TownFigures = [.. _entries.Where(own => own is { Town: not null, Figure: not null }).Select(own => (own.Id, own.Town!, own.Figure!))],
        TownReviews = [.. _entries.Where(own => own is { Town: not null, Review: not null }).Select(own => (own.Id, own.Town!, own.Review!))],
        Waivers = _waivers,
        ReferenceYear = _programme.ReferenceYear ?? Choices.ReferenceYear ?? _study.Evaluation.ReferenceYear,
        Family = null,
    };

    private StudyTarget Target(ProgrammePart part) =>
        new(part.Id, part.Indicator is null ? part.Name : null, part.Indicator, null, AgesOf(part), null, Choices.Bound(part.Rule), null, _study.Tree?.Entry("programme")?.Key.Place ?? new StudyPlace(_study.File, 1, 1))
        {
            OpenChoices = [.. _programme.ChoicesOf(part).Where(choice => Choices[choice.Id] is null).Select(choice => new LocalText(
                $"须选定programme.choices.{choice.Id}：{choice.Question.Chinese}（“{choice.Quote}”）",
                $"choose programme.choices.{choice.Id}: {choice.Question.English} ('{choice.Quote}')"))],
        };

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
        DateOnly due = part.By ?? _programme.Calendar.First(phase => phase.Id == part.Phase).Last;
        return new PartVerdict(part, judged, given, due) { Override = review, Evidence = [.. _entries.Where(own => IsOf(part, own)).Select(PartEvidence.Of)] };
    }

    private static bool IsOf(ProgrammePart part, ProgrammeEntry entry) => entry.Id == part.Id || part.Figures.Any(own => own.Id == entry.Id);

    private (IReadOnlyList<RankedUnit>, LocalText?) Ranking()
    {
        if (_programme.Ranking is not { } rule)
            return ([], null);
        if (_study.Programme.Scores is not { } file)
            return ([], new("未提供各部门得分（programme.scores）", "the study names no file of departments and scores (programme.scores)"));
        (string? rounding, string? ties) = (Choices["rounding"], Choices["ties"]);
        if (rounding is null || ties is null)
            return ([], new($"方案“{rule.Quote}”未写明取整和并列如何处理，须选定programme.choices.rounding和ties", $"the notice says '{rule.Quote}', and neither how the share is rounded nor what ties mean; choose programme.choices.rounding and ties"));
        IReadOnlyList<(string, decimal)> scores = RankedUnit.Read(Path.Combine(_study.Folder, file), rule.OutOf);
        return (RankedUnit.Ranked(scores, rule.TopShare, rounding switch { "down" => RankRounding.Down, "up" => RankRounding.Up, _ => RankRounding.Nearest }, ties == "all" ? RankTies.AllReach : RankTies.NoneReaches), null);
    }

    private IEnumerable<LocalText> UnusedWaivers(PartVerdict[] parts) =>
        from own in _waivers
        let part = parts.FirstOrDefault(other => other.Part.Id == own.Part)
        where part is null || part.Verdict.Waived.All(waived => waived.Waiver != own.Waiver)
        select new LocalText($"{own.Part}登记的差异（{own.Waiver.Difference.ToString().ToLowerInvariant()}）没有用到：数据在这方面并无不同。", $"The waiver of {own.Waiver.Difference.ToString().ToLowerInvariant()} for {own.Part} changed nothing: the figures do not differ in that.");

    /// <summary>Parts whose records end before the last survey: they are judged all the same, and a reader must know.</summary>
    private IEnumerable<LocalText> OlderRecords(PartVerdict[] parts)
    {
        if ((EvaluationReader.YearOf(_study.Waves[^1].Id) ?? _study.Waves[^1].Fieldwork?.Last.Year) is not { } last)
            yield break;
        string[] older = [.. from own in parts
                             let years = _entries.Where(entry => entry.Figure is not null && IsOf(own.Part, entry)).GroupBy(entry => (entry.Id, entry.Town)).Select(same => same.Max(entry => entry.Figure!.Year)).ToArray()
                             where years.Length > 0 && years.Min() < last
                             select FormattableString.Invariant($"{own.Part.Id} ({years.Min()})")];
        if (older.Length > 0)
            yield return new LocalText($"按{last}年以前的数据判定：{string.Join("、", older)}。", $"Judged by records from before {last}: {string.Join(", ", older)}.");
    }

    /// <summary>A workbook that no programme of the study takes.</summary>
    private IEnumerable<LocalText> OtherWorkbooks() =>
        from file in _study.Evaluation.Entries
        let of = EntriesReader.ProgrammeOf(Path.Combine(_study.Folder, file))
        where of != _programme.Id && _study.Programme.Uses.All(own => own.Id != of)
        select new LocalText($"{file}是{of}的填报表，本研究没有采用该方案，其中数据未用。", $"{file} is of {of}, which the study does not use, so nothing in it was used.");
}
