using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>A study that was checked, or why it could not be.</summary>
/// <param name="File">The study file.</param>
/// <param name="Verdicts">Its own targets, judged; null where it could not be read or judged.</param>
/// <param name="Scorecards">By programmes.</param>
/// <param name="Error">Why it could not be; null where it was.</param>
internal sealed record CheckedStudy(string File, StudyVerdicts? Verdicts, IReadOnlyList<Scorecard> Scorecards, string? Error);

/// <summary>Studies that were checked: one in full, several in a line each.</summary>
/// <param name="studies">In the order given.</param>
/// <param name="asked">The language of a table; null for that of each study's title.</param>
internal sealed class CheckReport(IReadOnlyList<CheckedStudy> studies, Language? asked) : IReport
{
    public override string ToString() => studies is [{ Verdicts: { } verdicts } one] ? Whole(one, verdicts) : Lines();

    private string Whole(CheckedStudy study, StudyVerdicts verdicts)
    {
        Language language = LanguageOf(verdicts);
        if (study.Scorecards.Count == 0)
            return verdicts.ToText(language);
        Display display = new Display().Add(StudyDisplay.TitleOf(verdicts.Indicators.Data.Study, language));
        foreach (Scorecard card in study.Scorecards)
            display.Add("\n").Add(new ScorecardDisplay(card, language).Of());
        if (verdicts.Verdicts.Count > 0)
            display.Add("\n").Add(EvaluationDisplay.Targets(verdicts, language));
        return display.AddDoubts(EvaluationDisplay.FindingsOf(verdicts.Indicators), language).ToString();
    }

    /// <summary>A line a study and programme; what else there is to see is shown for a study alone.</summary>
    private string Lines()
    {
        var table = new TextTable(
            TextTable.Left(Of("研究", "study")), TextTable.Left(Of("方案", "programme")), TextTable.Right(Of("可计", "of")), TextTable.Right(Of("达到", "met")), TextTable.Right(Of("把握充分", "confirmed")), TextTable.Right(Of("把握有限", "not confirmed")),
            TextTable.Right(Of("待补佐证", "waiting")), TextTable.Right(Of("未达到", "not met")), TextTable.Left(Of("健康素养", "literacy")), TextTable.Left(Of("吸烟", "smoking")), TextTable.Left(Of("状态", "state")));
        foreach (CheckedStudy study in studies)
            if (study.Verdicts is null)
                table.Add([study.File, .. Enumerable.Repeat("-", 9), Of("无法评定", "could not be checked")]);
            else
                foreach (string[] row in LinesOf(study, study.Verdicts))
                    table.Add(row);
        int broken = studies.Count(own => own.Verdicts is null);
        return $"{table}{Of($"共{studies.Count}个研究，{broken}个无法评定；survey check STUDY 显示单个研究的全部结果", $"{studies.Count} studies, {broken} of which could not be checked; survey check STUDY shows one in full")}\n";
    }

    private IEnumerable<string[]> LinesOf(CheckedStudy study, StudyVerdicts verdicts)
    {
        Language language = LanguageOf(verdicts);
        foreach (Scorecard card in study.Scorecards)
            yield return
            [
                study.File, card.Programme.Id, Plain(card.Score.Total), Plain(card.Score.Met), Plain(card.Score.Confirmed), Plain(card.Score.NotConfirmed), Plain(card.Score.Awaiting), Plain(card.Score.NotMet),
                LabelOf(card.Parts.Select(own => own.Judged), "literacy", language), LabelOf(card.Parts.Select(own => own.Judged), "smoking-current", language), StateOf(verdicts),
            ];
        if (study.Scorecards.Count == 0)
            yield return
            [
                study.File, Of("自定目标", "targets"), Plain(verdicts.Verdicts.Count), Plain(verdicts.Verdicts.Count(own => own.Verdict.Published == PublishedVerdict.Met)), Plain(verdicts.Verdicts.Count(own => own.Verdict is { Published: PublishedVerdict.Met, Confidence: ConfidenceVerdict.ConfirmedMet })),
                Plain(verdicts.Verdicts.Count(own => own.Verdict is { Published: PublishedVerdict.Met, Confidence: not ConfidenceVerdict.ConfirmedMet })), Plain(verdicts.Verdicts.Count(own => own.Verdict.Published == PublishedVerdict.NotAssessed)), Plain(verdicts.Verdicts.Count(own => own.Verdict.Published == PublishedVerdict.NotMet)),
                LabelOf(verdicts.Verdicts, "literacy", language), LabelOf(verdicts.Verdicts, "smoking-current", language), StateOf(verdicts),
            ];
    }

    private string StateOf(StudyVerdicts verdicts) =>
        EvaluationDisplay.FindingsOf(verdicts.Indicators).Count(finding => finding.Severity == Severity.Unresolved) is > 0 and var unresolved ? Of($"{unresolved}项未解决", $"{unresolved} unresolved") : "";

    private static string LabelOf(IEnumerable<TargetVerdict> verdicts, string indicator, Language language) =>
        string.Join("; ", verdicts.Where(own => own.Target.Indicator == indicator).Select(own => own.Verdict.LabelText(language)).Distinct()) is { Length: > 0 } label ? label : "-";

    public void WriteJson(Utf8JsonWriter json)
    {
        if (studies is [{ Verdicts: { } verdicts } one])
        {
            EvaluationJson.Write(json, verdicts, one.Scorecards);
            return;
        }
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteStartArray("studies");
        foreach (CheckedStudy study in studies)
            if (study.Verdicts is { } own)
                EvaluationJson.Write(json, own, study.Scorecards);
            else
                WriteError(json, study);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, CheckedStudy study)
    {
        json.WriteStartObject();
        json.WriteString("file", study.File);
        json.WriteString("error", study.Error);
        json.WriteEndObject();
    }

    /// <summary>A row for each part of each programme, and for each target of each study; a study that could not be checked has a row that says why.</summary>
    public Table Table()
    {
        JudgedRow[] all = [.. studies.SelectMany(RowsOf)];
        var rows = new ResultTable<JudgedRow>(all);
        if (studies.Count > 1)
            rows.Text("study", own => own.Study);
        EvaluationTables.AddTargets(rows);
        if (studies.Any(own => own.Scorecards.Count > 0))
            EvaluationTables.AddParts(rows);
        if (studies.Count > 1)
            rows.Text("error", own => own.Error);
        return rows.ToTable();
    }

    private static IEnumerable<JudgedRow> RowsOf(CheckedStudy study)
    {
        IEnumerable<JudgedRow> rows = study.Verdicts is null ? [new JudgedRow(null, null, null)] : [.. study.Scorecards.SelectMany(JudgedRow.Of), .. JudgedRow.Of(study.Verdicts)];
        return rows.Select(row => row with { Study = study.File, Error = study.Error });
    }

    private Language LanguageOf(StudyVerdicts verdicts) => asked ?? verdicts.OwnLanguage;

    private string Of(string zh, string en) => asked == Language.Chinese ? zh : en;

    private static string Plain(decimal value) => ProgrammeWords.Plain(value);
}
