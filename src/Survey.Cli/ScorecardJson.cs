using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>A scorecard as JSON, in both languages.</summary>
internal static class ScorecardJson
{
    /// <summary>Writes what stands in its object.</summary>
    public static void Write(Utf8JsonWriter json, Scorecard card)
    {
        Programme programme = card.Programme;
        json.WriteString("programme", programme.Id);
        EvaluationJson.WriteText(json, "name", programme.Name);
        json.WriteString("notice", programme.Notice.ToString());
        json.WriteString("counts", programme.HasPoints ? "points" : "conditions");
        WriteScore(json, "score", card.Score);
        ProgrammeJson.Array(json, "byDimension", card.ByDimension, own =>
        {
            json.WriteString("id", own.Dimension.Id);
            EvaluationJson.WriteText(json, "name", own.Dimension.Name);
            ProgrammeJson.WritePoints(json, "statedPoints", own.Dimension.StatedPoints);
            WriteScore(json, "score", own.Score);
        });
        ProgrammeJson.Array(json, "byUnit", card.ByUnit, own =>
        {
            json.WriteString("id", own.Unit?.Id);
            if (own.Unit is { } unit)
                EvaluationJson.WriteText(json, "name", unit.Name);
            WriteScore(json, "score", own.Score);
        });
        ProgrammeJson.Array(json, "byPhase", card.ByPhase, own =>
        {
            json.WriteString("id", own.Phase.Id);
            EvaluationJson.WriteText(json, "name", own.Phase.Name);
            WriteScore(json, "score", own.Score);
        });
        ProgrammeJson.Array(json, "choices", card.Choices, own =>
        {
            json.WriteString("id", own.Choice.Id);
            json.WriteString("made", own.Made);
            EvaluationJson.WriteText(json, "question", own.Choice.Question);
            json.WriteString("clause", own.Choice.Quote);
        });
        ProgrammeJson.Array(json, "timing", card.Timing, own => WriteTiming(json, own));
        ProgrammeJson.Array(json, "parts", card.Parts, own => WritePart(json, programme, own));
        json.WriteStartArray("priorities");
        foreach (PartVerdict own in card.Gaps)
            json.WriteStringValue(own.Part.Id);
        json.WriteEndArray();
        ProgrammeJson.Array(json, "ranking", card.Ranking, own => WriteRank(json, own));
        json.WriteString("rankingRounding", card.RankingChoices?.Rounding);
        json.WriteString("rankingTies", card.RankingChoices?.Ties);
        EvaluationJson.WriteTexts(json, "notes", card.NoRanking is { } why ? [.. card.Notes, why] : card.Notes);
    }

    public static void WriteScore(Utf8JsonWriter json, string name, Score score)
    {
        json.WriteStartObject(name);
        json.WriteNumber("parts", score.Parts);
        json.WriteNumber("total", score.Total);
        json.WriteNumber("met", score.Met);
        json.WriteNumber("confirmed", score.Confirmed);
        json.WriteNumber("notConfirmed", score.NotConfirmed);
        json.WriteNumber("awaiting", score.Awaiting);
        json.WriteNumber("notMet", score.NotMet);
        json.WriteEndObject();
    }

    private static void WriteTiming(Utf8JsonWriter json, PhaseTiming own)
    {
        json.WriteString("phase", own.Phase.Id);
        json.WriteString("survey", own.Phase.Wave);
        json.WriteString("wave", own.Wave);
        if (own.IsInPhase is { } isIn)
            json.WriteBoolean("isInPhase", isIn);
        else
            json.WriteNull("isInPhase");
        EvaluationJson.WriteText(json, "text", new LocalText(own.ToText(Language.Chinese), own.ToText(Language.English)));
    }

    private static void WritePart(Utf8JsonWriter json, Programme programme, PartVerdict own)
    {
        json.WriteString("id", own.Part.Id);
        EvaluationJson.WriteText(json, "name", own.Part.Name);
        json.WriteString("clause", own.Part.Quote);
        ProgrammeJson.WritePoints(json, "points", own.Part.Points);
        json.WriteNumber("given", own.Given);
        EvaluationJson.WriteText(json, "result", new LocalText(own.LabelText(Language.Chinese), own.LabelText(Language.English)));
        EvaluationJson.WriteText(json, "units", new LocalText(ProgrammeWords.Units(programme, own.Part, Language.Chinese), ProgrammeWords.Units(programme, own.Part, Language.English)));
        json.WriteString("due", ProgrammeJson.Day(own.Due));
        if (own.Override is { } review)
            json.WriteString("reviewersReason", review.Reason);
        ProgrammeJson.Array(json, "evidence", own.Evidence, entry =>
        {
            json.WriteString("id", entry.Id);
            json.WriteString("town", entry.Town);
            EvaluationJson.WriteText(json, "what", entry.What);
            json.WriteString("file", entry.File);
            json.WriteString("place", entry.Place);
        });
        json.WriteString("wave", own.Judged.Wave);
        EvaluationJson.WriteVerdict(json, own.Verdict, isWhole: true);
    }

    private static void WriteRank(Utf8JsonWriter json, RankedUnit own)
    {
        json.WriteString("unit", own.Unit);
        json.WriteNumber("score", own.Score);
        json.WriteNumber("place", own.Place);
        json.WriteBoolean("isTied", own.IsTied);
        json.WriteBoolean("hasGrade", own.HasGrade);
    }
}
