using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Indicators and verdicts as rows.</summary>
internal static class EvaluationTables
{
    /// <summary>A row for each indicator and wave.</summary>
    public static Table Of(StudyIndicators indicators)
    {
        double level = indicators.Data.Study.Evaluation.Judgement.Level;
        return new ResultTable<IndicatorFigure>(indicators.Figures)
            .Text("indicator", own => own.Indicator.Id)
            .Text("zh", own => own.Indicator.Name.Chinese)
            .Text("en", own => own.Indicator.Name.English)
            .Text("wave", own => own.Wave)
            .Text("source", own => own.Figure?.Source.ToString().ToLowerInvariant())
            .Number("value", own => own.Figure?.Value)
            .Number("standardError", own => own.Figure?.StandardError)
            .Number("degreesOfFreedom", own => own.Figure?.DegreesOfFreedom)
            .Number("low", own => own.Figure?.Interval(level).Low)
            .Number("high", own => own.Figure?.Interval(level).High)
            .Number("level", _ => level)
            .Number("respondents", own => own.Figure?.Respondents)
            .Number("missing", own => own.Estimate?.Missing)
            .Number("designEffect", own => own.Estimate?.DesignEffect)
            .Text("ages", own => own.Figure?.Basis.Ages?.ToString())
            .Text("instrument", own => own.Figure?.Basis.Instrument)
            .Text("notEstimated", own => own.Missing?.English)
            .ToTable();
    }

    /// <summary>A row for each target.</summary>
    public static Table Of(StudyVerdicts verdicts) => AddTargets(new ResultTable<JudgedRow>([.. JudgedRow.Of(verdicts)])).ToTable();

    /// <summary>A row for each part of a programme.</summary>
    public static Table Of(Scorecard card) => AddParts(AddTargets(new ResultTable<JudgedRow>([.. JudgedRow.Of(card)]))).ToTable();

    public static ResultTable<JudgedRow> AddTargets(ResultTable<JudgedRow> rows) =>
        rows
            .Text("target", own => own.Verdict?.Target.Id)
            .Text("zh", own => own.Verdict?.Name.Chinese)
            .Text("en", own => own.Verdict?.Name.English)
            .Text("indicator", own => own.Verdict?.Target.Indicator)
            .Text("wave", own => own.Verdict?.Wave)
            .Text("rule", own => own.Verdict?.Target.Rule.ToText(Language.English))
            .Text("published", own => own.Verdict is { } judged ? judged.Verdict.Published.Called() : null)
            .Text("confidence", own => own.Verdict is { } judged ? judged.Verdict.Confidence.Called() : null)
            .Text("label", own => own.Part?.LabelText(Language.English) ?? own.Verdict?.Verdict.LabelText(Language.English))
            .Text("labelZh", own => own.Part?.LabelText(Language.Chinese) ?? own.Verdict?.Verdict.LabelText(Language.Chinese))
            .Number("pMet", own => own.Verdict?.Verdict.PMet)
            .Number("pNotMet", own => own.Verdict?.Verdict.PNotMet)
            .Text("text", own => own.Verdict?.Verdict.ToText(Language.English))
            .Text("textZh", own => own.Verdict?.Verdict.ToText(Language.Chinese))
            .Text("notes", own => own.Verdict?.Verdict.Notes(Language.English) is { Count: > 0 } notes ? string.Join(" ", notes) : null)
            .Text("notesZh", own => own.Verdict?.Verdict.Notes(Language.Chinese) is { Count: > 0 } notes ? string.Join("", notes) : null);

    public static ResultTable<JudgedRow> AddParts(ResultTable<JudgedRow> rows) =>
        rows
            .Text("programme", own => own.Card?.Programme.Id)
            .Number("points", own => (double?)own.Part?.Part.Points)
            .Number("given", own => own.Part is { IsAwaiting: false } part ? (double)part.Given : null)
            .Text("units", own => own.Part is { } part ? ProgrammeWords.Units(own.Card!.Programme, part.Part, Language.English) : null)
            .Text("unitsZh", own => own.Part is { } part ? ProgrammeWords.Units(own.Card!.Programme, part.Part, Language.Chinese) : null)
            .Text("due", own => own.Part?.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Text("clause", own => own.Part?.Part.Quote)
            .Text("evidence", own => own.Part is { } part ? string.Join("; ", part.Evidence.Select(entry => $"{(entry.Town is null ? "" : $"{entry.Town}: ")}{entry.What.English}")) : null)
            .Text("files", own => own.Part is { } part ? string.Join("; ", part.Evidence.Select(entry => entry.File).OfType<string>()) : null);
}

/// <summary>A target that was judged, or a part of a programme.</summary>
/// <param name="Card">Of the programme; null of a study's own target.</param>
/// <param name="Part">Of the programme.</param>
/// <param name="Verdict">On it.</param>
internal sealed record JudgedRow(Scorecard? Card, PartVerdict? Part, TargetVerdict? Verdict)
{
    /// <summary>The study file, where there are several.</summary>
    public string? Study { get; init; }

    /// <summary>Why the study could not be judged; it has then this row alone.</summary>
    public string? Error { get; init; }

    public static IEnumerable<JudgedRow> Of(StudyVerdicts verdicts) => verdicts.Verdicts.Select(own => new JudgedRow(null, null, own));

    public static IEnumerable<JudgedRow> Of(Scorecard card) => card.Parts.Select(part => new JudgedRow(card, part, part.Judged));
}
