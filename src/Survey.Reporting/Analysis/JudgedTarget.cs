using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Analysis;

/// <summary>A target that the survey judges: the study's own, or a part of a programme.</summary>
/// <param name="Judged">The verdict.</param>
/// <param name="Card">The programme that it is a part of; null of the study's own.</param>
/// <param name="Part">The part; null of the study's own.</param>
/// <param name="Language">Of its texts.</param>
internal sealed record JudgedTarget(TargetVerdict Judged, Scorecard? Card, PartVerdict? Part, Language Language)
{
    /// <summary>In the notice or the study.</summary>
    public string Id => Part?.Part.Id ?? Judged.Target.Id;

    /// <summary>Whether its id is the number of an item.</summary>
    public bool IsNumbered => Part is not null;

    /// <summary>"第27项", "Item 27, "; with the programme where there are several; empty of a study's own target.</summary>
    public string Number(ReportStudy study)
    {
        if (!IsNumbered)
            return "";
        string programme = study.Scorecards.Count > 1 ? Card!.Programme.Name.In(Language) : "";
        return study.Voice.In(programme.Length > 0 ? $"《{programme}》第{Id}项" : $"第{Id}项", programme.Length > 0 ? $"{programme}, item {Id}, " : $"Item {Id}, ");
    }

    /// <summary>What it is called.</summary>
    public string Name => Judged.Name.In(Language) is { Length: > 0 } name ? name : Id;

    /// <summary>What is asked.</summary>
    public string Rule => Judged.Target.Rule.ToText(Language);

    /// <summary>Both answers in a word.</summary>
    public string Label => (Part?.LabelText(Language) ?? Judged.Verdict.LabelText(Language)) + (Judged.Verdict.IsContradictory ? Language == Language.Chinese ? "（与抽样误差不一致）" : " (contradicted by the sample)" : "");

    /// <summary>The indicator that it is about; null where it is none of the survey.</summary>
    public Indicator? Indicator { get; private init; }

    /// <summary>Who answers for it; empty where nobody is named.</summary>
    public IReadOnlyList<string> Units => Part is null ? [] : [.. Part.Part.Units.Select(id => Card!.Programme.Units.First(unit => unit.Id == id).Name.In(Language))];

    /// <summary>All targets of a study that the survey judges, those of programmes first.</summary>
    public static IReadOnlyList<JudgedTarget> Of(ReportStudy study)
    {
        Language language = study.Voice.Language;
        IEnumerable<JudgedTarget> parts = from card in study.Scorecards from part in card.Parts where part.Part.Indicator is not null || IsSurveyed(study, part.Judged) select new JudgedTarget(part.Judged, card, part, language);
        IEnumerable<JudgedTarget> own = study.Verdicts.Verdicts.Where(judged => IsSurveyed(study, judged)).Select(judged => new JudgedTarget(judged, null, null, language));
        return [.. parts.Concat(own).Select(target => target with { Indicator = study.Find(target.Judged.Target.Indicator ?? target.Part?.Part.Indicator ?? "") })];
    }

    private static bool IsSurveyed(ReportStudy study, TargetVerdict judged) =>
        (judged.Target.Indicator is { } id && study.Study.Evaluation.Indicators.Any(own => own.Id == id && own.Source == IndicatorSource.Survey)) || judged.Verdict.Conditions.Any(condition => condition.Figures?.After.Source is FigureSource.Survey or FigureSource.Published);

    /// <summary>From a baseline: which figure next year would meet each arm of the rule.</summary>
    public Words Needed(ReportStudy study)
    {
        if (Indicator is null || study.Shown(Indicator) is not { IsSuppressed: false } now)
            return study.Voice.In("基期值不可用，暂不能推算目标值。", "There is no baseline value, so no target value follows.");
        (string Rule, ReportNumber Value)[] values = [.. ArmsOf(Judged.Target.Rule).Select(arm => (TextOf(arm, study), Value: TargetValue(arm, now.Estimate, Indicator, study))).Where(own => own.Value is not null).Select(own => (own.Item1, own.Value!.Value))];
        Voice voice = study.Voice;
        return values.Length == 0
            ? voice.Say($"基期值{now.Value}。", $"Baseline {now.Value}.")
            : voice.Say(
                $"基期值{now.Value}，按点估计推算的目标值：{Words.Join(values.Select(own => voice.Say($"{own.Rule}即{own.Value}", "")), "；")}。",
                $"Baseline {now.Value}; target values by point estimates: {Words.Join(values.Select(own => voice.Say("", $"{own.Rule}: {own.Value}")), "; ")}.");
    }

    /// <summary>The conditions of a rule.</summary>
    public static IEnumerable<Target> ArmsOf(Target rule) => rule switch { AllOfTarget all => all.Arms.SelectMany(ArmsOf), AnyOfTarget any => any.Arms.SelectMany(ArmsOf), _ => [rule] };

    /// <summary>The value that meets a condition, from the value of the baseline; null where that depends on more.</summary>
    public static ReportNumber? TargetValue(Target arm, Estimate now, Indicator indicator, ReportStudy study)
    {
        ReportNumber Number(double value) => indicator.IsProportion ? study.Voice.Rate(value) : ReportNumber.Of(value);
        return arm switch
        {
            RelativeChangeTarget change => Number(now.Value * (1 + ((change.Direction == ChangeDirection.Rise ? 1 : -1) * (double)change.Percent / 100))),
            LevelTarget { Amount: { IsPercent: true } amount } when indicator.IsProportion => Number((double)amount.Value / 100),
            LevelTarget { Amount: { IsPercent: false } amount } when !indicator.IsProportion => Number((double)amount.Value),
            PointsChangeTarget points when indicator.IsProportion => Number(now.Value + ((points.Direction == ChangeDirection.Rise ? 1 : -1) * (double)points.Points / 100)),
            ReferenceTarget reference when ReferenceOf(reference, indicator, study) is { } found => Number((double)found.Value),
            _ => null,
        };
    }

    /// <summary>The figure of another area: of the year of the wave, else the latest.</summary>
    private static Reference? ReferenceOf(ReferenceTarget target, Indicator indicator, ReportStudy study)
    {
        Reference[] all = [.. study.Indicators.References.Where(own => own.Of == target.Of && own.Indicator == indicator.Id)];
        return Array.Find(all, own => own.Basis.Year is { } year && year == study.YearOf(indicator)) ?? all.MaxBy(own => own.Basis.Year);
    }

    /// <summary>A condition as it is asked; that of another area with the year of its figure.</summary>
    /// <param name="arm">Of the rule.</param>
    /// <param name="study">The study.</param>
    public string TextOf(Target arm, ReportStudy study) =>
        arm is ReferenceTarget reference && Indicator is { } indicator && ReferenceOf(reference, indicator, study)?.Basis.Year is { } year
            ? study.Voice.In($"{arm.ToText(Language)}（{year}年）", $"{arm.ToText(Language)} ({year})")
            : arm.ToText(Language);
}
