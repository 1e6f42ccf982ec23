using System.Globalization;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Evaluating;

/// <summary>Judges the targets of a study by its figures.</summary>
internal sealed class TargetJudge(StudyIndicators indicators)
{
    private readonly Study _study = indicators.Data.Study;

    private StudyEvaluation Evaluation => _study.Evaluation;

    public StudyVerdicts Judged()
    {
        TargetVerdict[] verdicts = [.. Evaluation.Targets.Select(Judged)];
        if (Evaluation.Family is { } family)
        {
            int[] together = [.. Enumerable.Range(0, verdicts.Length).Where(k => family.Targets.Count == 0 || family.Targets.Contains(verdicts[k].Target.Id))];
            IReadOnlyList<Verdict> adjusted = VerdictFamily.Adjust([.. together.Select(k => verdicts[k].Verdict)], family.Adjustment);
            for (int place = 0; place < together.Length; place++)
                verdicts[together[place]] = verdicts[together[place]] with { Verdict = adjusted[place] };
        }
        return new StudyVerdicts(indicators, verdicts);
    }

    private TargetVerdict Judged(StudyTarget target)
    {
        Evidence evidence = EvidenceOf(target);
        if (target.Scores is { } scores)
            try
            {
                evidence = evidence with { Ranking = ScoresOf(scores) };
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
        string judged = target.Wave ?? recorded ?? _study.Waves[^1].Id;
        int? year = waves.Find(wave => wave.Wave == judged).Year;
        return new Evidence(set)
        {
            Indicator = indicator,
            Name = target.Name ?? Evaluation.Indicators.FirstOrDefault(own => own.Id == indicator)?.Name ?? new LocalText(target.Id, target.Id),
            Wave = judged,
            Waves = ordered,
            LastYear = Evaluation.LastYear is { } named && named != judged ? named : waves.Where(wave => wave.Year is not null && wave.Year == year - 1).Select(wave => wave.Wave).FirstOrDefault(),
            Start = _study.Waves.FirstOrDefault(wave => wave.Role == "baseline" && wave.Id != judged)?.Id,
            References = indicators.References,
            ReferenceYear = Evaluation.ReferenceYear,
            Ages = target.Ages,
            AreaKind = Evaluation.AreaKind,
            Review = Evaluation.Reviews.Where(own => own.Target == target.Id).Select(own => own.Review).FirstOrDefault(),
            Waivers = [.. Evaluation.Waivers.Where(own => own.Target == target.Id).Select(own => own.Waiver)],
            Missing = Missing(judged),
        };
    }

    /// <summary>Why figures are not there.</summary>
    private Dictionary<(string, string), LocalText> Missing(string judged)
    {
        var missing = indicators.Figures.Where(own => own.Missing is not null).ToDictionary(own => (own.Indicator.Id, own.Wave), own => own.Missing!);
        if (indicators.NoChanges is { } why)
            foreach (IndicatorFigure own in indicators.Figures.Where(own => own.Wave != judged && own.Figure?.Source == FigureSource.Survey))
                missing[(own.Indicator.Id, own.Wave)] = why;
        return missing;
    }

    /// <summary>Puts figures from records into the set: those of the target, and those of indicators that arms name.</summary>
    /// <returns>The wave of the latest figure of the target's own indicator; null where it has none.</returns>
    private string? AddRecords(StudyTarget target, string indicator, FigureSet set, List<(string Wave, int? Year)> waves)
    {
        (string Wave, int Year)? latest = null;
        foreach ((string of, AdministrativeFigure figure) in Evaluation.Administrative)
        {
            bool isOwn = of == target.Id || of == indicator;
            if (!isOwn && Evaluation.Indicators.All(own => own.Id != of))
                continue;
            string wave = waves.Find(own => own.Year == figure.Year).Wave ?? figure.Year.ToString(CultureInfo.InvariantCulture);
            if (waves.TrueForAll(own => own.Wave != wave))
                waves.Add((wave, figure.Year));
            set.Add(figure.Figure(isOwn ? indicator : of, wave));
            if (isOwn && !(latest?.Year > figure.Year))
                latest = (wave, figure.Year);
        }
        return latest?.Wave;
    }

    private List<(string, decimal)> ScoresOf(string file)
    {
        string path = Path.Combine(_study.Folder, file);
        var scores = new List<(string, decimal)>();
        foreach ((string unit, string text) in LabelFile.Read(path))
            scores.Add((unit, decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal score) ? score : throw new SurveyDataException($"{path}: the score '{Excerpt.Of(text)}' of {unit} is no number; write it in digits, such as 912.5.")));
        return scores;
    }
}
