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

    /// <summary>A row for each target of each study, and for each part of each programme; a study that could not be checked has a row that says why.</summary>
    public static Table Of(IReadOnlyList<CheckedStudy> studies)
    {
        Row[] all = [.. studies.SelectMany(RowsOf)];
        (string, Column)[] columns =
        [
            ("target", Texts(all, own => own.Verdict?.Target.Id)),
            ("zh", Texts(all, own => own.Verdict?.Name.Chinese)),
            ("en", Texts(all, own => own.Verdict?.Name.English)),
            ("indicator", Texts(all, own => own.Verdict?.Target.Indicator)),
            ("wave", Texts(all, own => own.Verdict?.Wave)),
            ("rule", Texts(all, own => own.Verdict?.Target.Rule.ToText(Language.English))),
            ("published", Texts(all, own => own.Verdict is { } judged ? EvaluationJson.Word(judged.Verdict.Published) : null)),
            ("confidence", Texts(all, own => own.Verdict is { } judged ? EvaluationJson.Word(judged.Verdict.Confidence) : null)),
            ("label", Texts(all, own => own.Part?.LabelText(Language.English) ?? own.Verdict?.Verdict.LabelText(Language.English))),
            ("labelZh", Texts(all, own => own.Part?.LabelText(Language.Chinese) ?? own.Verdict?.Verdict.LabelText(Language.Chinese))),
            ("pMet", Numbers(all, own => own.Verdict?.Verdict.PMet)),
            ("pNotMet", Numbers(all, own => own.Verdict?.Verdict.PNotMet)),
            ("text", Texts(all, own => own.Verdict?.Verdict.ToText(Language.English))),
            ("textZh", Texts(all, own => own.Verdict?.Verdict.ToText(Language.Chinese))),
            ("notes", Texts(all, own => own.Verdict?.Verdict.Notes(Language.English) is { Count: > 0 } notes ? string.Join(" ", notes) : null)),
            ("notesZh", Texts(all, own => own.Verdict?.Verdict.Notes(Language.Chinese) is { Count: > 0 } notes ? string.Join("", notes) : null)),
        ];
        (string, Column)[] parts =
        [
            ("programme", Texts(all, own => own.Card?.Programme.Id)),
            ("points", Numbers(all, own => (double?)own.Part?.Part.Points)),
            ("given", Numbers(all, own => own.Part is { IsAwaiting: false } part ? (double)part.Given : null)),
            ("units", Texts(all, own => own.Part is { } part ? ProgrammeWords.Units(own.Card!.Programme, part.Part, Language.English) : null)),
            ("unitsZh", Texts(all, own => own.Part is { } part ? ProgrammeWords.Units(own.Card!.Programme, part.Part, Language.Chinese) : null)),
            ("due", Texts(all, own => ProgrammeJson.Day(own.Part?.Due))),
            ("clause", Texts(all, own => own.Part?.Part.Quote)),
            ("evidence", Texts(all, own => own.Part is { } part ? string.Join("; ", part.Evidence.Select(entry => $"{(entry.Town is null ? "" : $"{entry.Town}: ")}{entry.What.English}")) : null)),
            ("files", Texts(all, own => own.Part is { } part ? string.Join("; ", part.Evidence.Select(entry => entry.File).OfType<string>()) : null)),
        ];
        return Table.FromColumns(
        [
            .. studies.Count > 1 ? [("study", Texts(all, own => own.Study.File))] : ((string, Column)[])[],
            .. columns,
            .. studies.Any(own => own.Scorecards.Count > 0) ? parts : [],
            .. studies.Count > 1 ? [("error", Texts(all, own => own.Study.Error))] : ((string, Column)[])[],
        ]);
    }

    private static IEnumerable<Row> RowsOf(CheckedStudy study) =>
        study.Verdicts is null ? [new Row(study, null, null, null)]
        : [.. study.Scorecards.SelectMany(card => card.Parts.Select(part => new Row(study, card, part, part.Judged))), .. study.Verdicts.Verdicts.Select(own => new Row(study, null, null, own))];

    private sealed record Row(CheckedStudy Study, Scorecard? Card, PartVerdict? Part, TargetVerdict? Verdict);

    private static CategoryColumn Texts<T>(T[] all, Func<T, string?> of) => new([.. all.Select(own => of(own) is { Length: > 0 } text ? text : null)]);

    private static NumberColumn Numbers<T>(T[] all, Func<T, double?> of) => new([.. all.Select(own => of(own) is { } value && double.IsFinite(value) ? value : double.NaN)]);
}
