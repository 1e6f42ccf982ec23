using System.Globalization;

namespace Survey.Monitoring.Evaluating;

/// <summary>Judges the targets of a study by its figures.</summary>
internal sealed class TargetJudge(StudyIndicators indicators)
{
    private readonly Study _study = indicators.Data.Study;
    private readonly Lazy<IReadOnlyList<string>> _towns = new(indicators.Data.Study.Towns);

    private StudyEvaluation Evaluation => _study.Evaluation;

    public StudyVerdicts Judged()
    {
        TargetVerdict[] verdicts = InOrder();
        if (Evaluation.Family is { } family)
        {
            int[] together = [.. Enumerable.Range(0, verdicts.Length).Where(k => family.Targets.Count == 0 || family.Targets.Contains(verdicts[k].Target.Id))];
            IReadOnlyList<Verdict> adjusted = VerdictFamily.Adjust([.. together.Select(k => verdicts[k].Verdict)], family.Adjustment);
            for (int place = 0; place < together.Length; place++)
                verdicts[together[place]] = verdicts[together[place]] with { Verdict = adjusted[place] };
        }
        return new StudyVerdicts(indicators, verdicts);
    }

    /// <summary>All targets, those that others rest on before them; one that rests on itself, by whatever way, finds its prerequisite open.</summary>
    private TargetVerdict[] InOrder()
    {
        var verdicts = new Dictionary<string, TargetVerdict>();
        var published = new Dictionary<string, PublishedVerdict>();
        StudyTarget[] left = [.. Evaluation.Targets];
        while (left.Length > 0)
        {
            StudyTarget[] ready = [.. left.Where(target => !target.Rule.Walk().OfType<PrerequisiteTarget>().Any(own => left.Any(other => other.Id == own.Of)))];
            foreach (StudyTarget target in ready.Length > 0 ? ready : left)
            {
                verdicts[target.Id] = Judged(target, published);
                published[target.Id] = verdicts[target.Id].Verdict.Published;
            }
            left = ready.Length > 0 ? [.. left.Except(ready)] : [];
        }
        return [.. Evaluation.Targets.Select(target => verdicts[target.Id])];
    }

    private TargetVerdict Judged(StudyTarget target, IReadOnlyDictionary<string, PublishedVerdict> prerequisites)
    {
        Evidence evidence = EvidenceOf(target) with { Prerequisites = prerequisites };
        if (target.Scores is { } scores)
            try
            {
                evidence = evidence with { Ranking = RankedUnit.Read(Path.Combine(_study.Folder, scores), null) };
            }
            catch (SurveyDataException error)
            {
                evidence = evidence with { NoRanking = error.Message.TrimEnd('.') };
            }
        Judgement judgement = target.ConfirmedJudges is { } confirmed ? Evaluation.Judgement with { ConfirmedJudges = confirmed } : Evaluation.Judgement;
        try
        {
            return new TargetVerdict(target, evidence.Name!, evidence.Wave, target.Rule.Judge(evidence, judgement));
        }
        catch (SurveyDataException error)
        {
            throw new SurveyDataException($"{target.Place}: the target {target.Id} cannot be judged: {error.Message}", error);
        }
    }

    private Evidence EvidenceOf(StudyTarget target)
    {
        string indicator = target.Indicator ?? target.Id;
        FigureSet set = indicators.Set.Copy();
        List<(string Wave, int? Year)> waves = [.. _study.Waves.Select(wave => (wave.Id, EvaluationReader.YearOf(wave.Id) ?? wave.Fieldwork?.Last.Year))];
        foreach (PublishedFigure published in Evaluation.Published.Where(own => waves.TrueForAll(wave => wave.Wave != own.Wave)))
            waves.Add((published.Wave, published.Basis.Year));
        string? recorded = AddRecords(target, indicator, set, waves);
        // waves of unknown years stay where the study has them
        string[] ordered = [.. waves.TrueForAll(wave => wave.Year is not null) ? waves.OrderBy(wave => wave.Year).Select(wave => wave.Wave) : waves.Select(wave => wave.Wave)];
        if (Evaluation.Indicators.All(own => own.Id != indicator || own.Source == IndicatorSource.Administrative))
            ordered = [.. ordered.Where(wave => set.All.Any(figure => figure.Of == wave && figure.Source == FigureSource.Administrative))]; // records come in years of their own
        string judged = target.Wave ?? recorded ?? _study.Waves[^1].Id;
        AddTowns(target, indicator, judged, set);
        int? year = waves.Find(wave => wave.Wave == judged).Year;
        return new Evidence(set)
        {
            Indicator = indicator,
            Name = target.Name ?? Evaluation.Indicators.FirstOrDefault(own => own.Id == indicator)?.Name ?? new LocalText(target.Id, target.Id),
            Wave = judged,
            Waves = ordered,
            LastYear = Evaluation.LastYear is { } named ? named == judged ? null : named : waves.Where(wave => wave.Year is not null && wave.Year == year - 1).Select(wave => wave.Wave).FirstOrDefault(),
            Start = Evaluation.Start is { } start ? start == judged ? null : start : _study.Waves.FirstOrDefault(wave => wave.Role == "baseline" && wave.Id != judged)?.Id,
            References = indicators.References,
            ReferenceYear = Evaluation.ReferenceYear,
            Ages = target.Ages,
            AreaKind = Evaluation.AreaKind,
            Review = Evaluation.Reviews.Where(own => own.Target == target.Id).Select(own => own.Review).FirstOrDefault(),
            Waivers = [.. Evaluation.Waivers.Where(own => own.Target == target.Id).Select(own => own.Waiver)],
            Missing = Missing(indicator, judged, target),
            Towns = _towns.Value,
            TownReviews = Evaluation.TownReviews.Where(own => own.Of == target.Id).ToDictionary(own => own.Town, own => own.Review),
            OpenChoices = target.OpenChoices,
        };
    }

    /// <summary>Why figures are not there.</summary>
    private Dictionary<(string, string), LocalText> Missing(string indicator, string judged, StudyTarget target)
    {
        var missing = indicators.Figures.Where(own => own.Missing is not null).ToDictionary(own => (own.Indicator.Id, own.Wave), own => own.Missing!);
        if (indicators.NoChanges is { } why)
            foreach (IndicatorFigure own in indicators.Figures.Where(own => own.Wave != judged && own.Figure?.Source == FigureSource.Survey))
                missing[(own.Indicator.Id, own.Wave)] = why;
        if (target.Indicator is not null && Evaluation.Indicators.All(own => own.Id != indicator) && Evaluation.Administrative.All(own => own.Of != target.Id))
            missing[(indicator, judged)] = new($"研究文件未列出指标“{ChineseName(indicator, target)}”，也未填报其数据", $"the study has no indicator {indicator}; list it under indicators, or give its figure from records");
        return missing;
    }

    /// <summary>What an indicator is called that the study has not.</summary>
    private static string ChineseName(string indicator, StudyTarget target) =>
        (IndicatorLibrary.Shipped.Find(indicator) is [var known] ? known.Name : target.Name)?.Chinese ?? indicator;

    /// <summary>Puts each town's latest figure into the set.</summary>
    private void AddTowns(StudyTarget target, string indicator, string judged, FigureSet set)
    {
        foreach (IGrouping<string, (string Of, string Town, AdministrativeFigure Figure)> town in Evaluation.TownFigures.Where(own => own.Of == target.Id).GroupBy(own => own.Town))
            set.Add(town.MaxBy(own => own.Figure.Year).Figure.Figure(TownClause.FigureOf(indicator, town.Key), judged));
    }

    /// <summary>Puts figures from records into the set: those of the target, and those of indicators that arms name.</summary>
    /// <returns>The wave of the latest figure of the target's own indicator; null where it has none.</returns>
    private string? AddRecords(StudyTarget target, string indicator, FigureSet set, List<(string Wave, int? Year)> waves)
    {
        (string Wave, int Year)? latest = null;
        HashSet<string> named = [.. target.Rule.Walk().Select(rule => rule.Indicator).OfType<string>()];
        foreach ((string of, AdministrativeFigure figure) in Evaluation.Administrative)
        {
            bool isOwn = of == target.Id || of == indicator, isNamed = named.Contains(of);
            if (!isOwn && !isNamed)
                continue;
            string wave = waves.Find(own => own.Year == figure.Year).Wave ?? figure.Year.ToString(CultureInfo.InvariantCulture);
            if (waves.TrueForAll(own => own.Wave != wave))
                waves.Add((wave, figure.Year));
            set.Add(figure.Figure(isOwn ? indicator : of, wave));
            if ((isOwn || (isNamed && target.Indicator is null)) && !(latest?.Year > figure.Year))
                latest = (wave, figure.Year);
        }
        return latest?.Wave;
    }
}
