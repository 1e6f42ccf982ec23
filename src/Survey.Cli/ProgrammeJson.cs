using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>A programme as JSON, in both languages.</summary>
internal static class ProgrammeJson
{
    public static void Write(Utf8JsonWriter json, Programme programme, IReadOnlyList<ProgrammePart> parts)
    {
        json.WriteStartObject();
        json.WriteString("id", programme.Id);
        EvaluationJson.WriteText(json, "name", programme.Name);
        json.WriteString("notice", programme.Notice.Title);
        json.WriteString("noticeNumber", programme.Notice.Number);
        json.WriteString("noticeDate", Day(programme.Notice.Date));
        WritePoints(json, "points", programme.HasPoints ? programme.Total : null);
        Array(json, "units", programme.Units, unit =>
        {
            json.WriteString("id", unit.Id);
            EvaluationJson.WriteText(json, "name", unit.Name);
        });
        Array(json, "dimensions", programme.Dimensions, dimension =>
        {
            json.WriteString("id", dimension.Id);
            EvaluationJson.WriteText(json, "name", dimension.Name);
            WritePoints(json, "statedPoints", dimension.StatedPoints);
            WritePoints(json, "points", programme.HasPoints ? programme.Parts.Where(part => part.Dimension == dimension.Id).Sum(part => part.Points ?? 0) : null);
        });
        Array(json, "calendar", programme.Calendar, phase =>
        {
            json.WriteString("id", phase.Id);
            EvaluationJson.WriteText(json, "name", phase.Name);
            json.WriteString("first", Day(phase.First));
            json.WriteString("last", Day(phase.Last));
            json.WriteString("survey", phase.Wave);
            json.WriteString("clause", phase.Quote);
        });
        Array(json, "duties", programme.Duties, duty =>
        {
            EvaluationJson.WriteText(json, "name", duty.Name);
            EvaluationJson.WriteText(json, "when", duty.When);
            Texts(json, "units", duty.Units);
            json.WriteString("clause", duty.Quote);
        });
        Array(json, "choices", programme.Choices, choice =>
        {
            json.WriteString("id", choice.Id);
            EvaluationJson.WriteText(json, "question", choice.Question);
            json.WriteString("clause", choice.Quote);
            Texts(json, "for", choice.For);
        });
        Array(json, "parts", parts, part => WritePart(json, part));
        Array(json, "missingItems", programme.Missing, missing =>
        {
            json.WriteString("number", missing.Number);
            json.WriteString("dimension", missing.Dimension);
            EvaluationJson.WriteText(json, "what", missing.What);
        });
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, ProgrammePart part)
    {
        json.WriteString("id", part.Id);
        json.WriteString("item", part.Item);
        json.WriteString("dimension", part.Dimension);
        EvaluationJson.WriteText(json, "name", part.Name);
        json.WriteString("clause", part.Quote);
        WritePoints(json, "points", part.Points);
        EvaluationJson.WriteText(json, "rule", new LocalText(part.Rule.ToText(Language.Chinese), part.Rule.ToText(Language.English)));
        json.WriteString("evidence", part.Source.ToString().ToLowerInvariant());
        json.WriteBoolean("isMeasurable", part.IsMeasurable);
        json.WriteBoolean("isByTown", part.IsByTown);
        json.WriteString("indicator", part.Indicator);
        json.WriteString("ages", part.Ages?.ToString() ?? part.AgesChoice);
        Array(json, "figures", part.Figures, figure =>
        {
            json.WriteString("id", figure.Id);
            EvaluationJson.WriteText(json, "name", figure.Name);
        });
        Texts(json, "units", part.Units);
        json.WriteString("phase", part.Phase);
        json.WriteString("by", Day(part.By));
        if (part.Note is { } note)
            EvaluationJson.WriteText(json, "note", note);
    }

    public static void WritePoints(Utf8JsonWriter json, string name, decimal? points)
    {
        if (points is { } own)
            json.WriteNumber(name, own);
        else
            json.WriteNull(name);
    }

    public static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T own in all)
        {
            json.WriteStartObject();
            write(own);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
