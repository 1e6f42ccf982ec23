using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>Indicators and verdicts of a study as tables, for CSV.</summary>
internal static class EvaluationTables
{
    /// <summary>A row for each indicator and wave.</summary>
    public static Table Of(StudyIndicators indicators)
    {
        IndicatorFigure[] all = [.. indicators.Figures];
        double level = indicators.Data.Study.Evaluation.Judgement.Level;
        return Table.FromColumns(
        [
            ("indicator", Texts(all, own => own.Indicator.Id)),
            ("zh", Texts(all, own => own.Indicator.Name.Chinese)),
            ("en", Texts(all, own => own.Indicator.Name.English)),
            ("wave", Texts(all, own => own.Wave)),
            ("source", Texts(all, own => own.Figure?.Source.ToString().ToLowerInvariant())),
            ("value", Numbers(all, own => own.Figure?.Value)),
            ("standardError", Numbers(all, own => own.Figure?.StandardError)),
            ("degreesOfFreedom", Numbers(all, own => own.Figure?.DegreesOfFreedom)),
            ("low", Numbers(all, own => own.Figure?.Interval(level).Low)),
            ("high", Numbers(all, own => own.Figure?.Interval(level).High)),
            ("level", Numbers(all, _ => level)),
            ("respondents", Numbers(all, own => own.Figure?.Respondents)),
            ("missing", Numbers(all, own => own.Estimate?.Missing)),
            ("designEffect", Numbers(all, own => own.Estimate?.DesignEffect)),
            ("ages", Texts(all, own => own.Figure?.Basis.Ages?.ToString())),
            ("instrument", Texts(all, own => own.Figure?.Basis.Instrument)),
            ("notEstimated", (Column)Texts(all, own => own.Missing?.English)),
        ]);
    }

    /// <summary>A row for each target.</summary>
    public static Table Of(StudyVerdicts verdicts)
    {
        TargetVerdict[] all = [.. verdicts.Verdicts];
        return Table.FromColumns(
        [
            ("target", Texts(all, own => own.Target.Id)),
            ("zh", Texts(all, own => own.Name.Chinese)),
            ("en", Texts(all, own => own.Name.English)),
            ("indicator", Texts(all, own => own.Target.Indicator)),
            ("wave", Texts(all, own => own.Wave)),
            ("rule", Texts(all, own => own.Target.Rule.ToText(Language.English))),
            ("published", Texts(all, own => EvaluationJson.Word(own.Verdict.Published))),
            ("confidence", Texts(all, own => EvaluationJson.Word(own.Verdict.Confidence))),
            ("label", Texts(all, own => own.Verdict.LabelText(Language.English))),
            ("labelZh", Texts(all, own => own.Verdict.LabelText(Language.Chinese))),
            ("pMet", Numbers(all, own => own.Verdict.PMet)),
            ("pNotMet", Numbers(all, own => own.Verdict.PNotMet)),
            ("text", Texts(all, own => own.Verdict.ToText(Language.English))),
            ("textZh", Texts(all, own => own.Verdict.ToText(Language.Chinese))),
            ("notes", Texts(all, own => own.Verdict.Notes(Language.English) is { Count: > 0 } notes ? string.Join(" ", notes) : null)),
            ("notesZh", (Column)Texts(all, own => own.Verdict.Notes(Language.Chinese) is { Count: > 0 } notes ? string.Join("", notes) : null)),
        ]);
    }

    private static CategoryColumn Texts<T>(T[] all, Func<T, string?> of) => new([.. all.Select(of)]);

    private static NumberColumn Numbers<T>(T[] all, Func<T, double?> of) => new([.. all.Select(own => of(own) is { } value && double.IsFinite(value) ? value : double.NaN)]);
}
