using System.Text;
using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>Writes summaries of fieldwork, one a wave; a file has one without a wave.</summary>
internal static class FieldworkReport
{
    public static void Write(IReadOnlyList<(string? Wave, FieldworkSummary Summary)> waves, Format format, TextWriter output)
    {
        switch (format)
        {
            case Format.Json when waves is [(null, var only)]:
                Json.Write(output, json => WriteSummary(json, null, only));
                break;
            case Format.Json:
                Json.Write(output, json => WriteWaves(json, waves));
                break;
            case Format.Csv:
                Output.WriteCsv(TableOf(waves), output);
                break;
            default:
                output.Write(TextOf(waves));
                break;
        }
    }

    private static string TextOf(IReadOnlyList<(string? Wave, FieldworkSummary Summary)> waves)
    {
        var text = new StringBuilder();
        foreach ((string? wave, FieldworkSummary summary) in waves)
            text.Append(text.Length > 0 ? "\n" : "").Append(wave is null ? "" : $"{wave}\n\n").Append(summary);
        return text.ToString();
    }

    private static Table TableOf(IReadOnlyList<(string? Wave, FieldworkSummary Summary)> waves)
    {
        Table[] tables = [.. waves.Select(wave => wave.Summary.ToTable() is var table && wave.Wave is null ? table : WithWave(table, wave.Wave!))];
        return tables.Length == 0 ? throw new SurveyDataException("No wave of the study could be read; survey check says why.") : tables[0].Concat(tables[1..]);
    }

    private static Table WithWave(Table table, string wave) =>
        table.With("wave", new CategoryColumn([.. Enumerable.Repeat((string?)wave, table.RowCount)])).Select(["wave", .. table.Columns]);

    private static void WriteWaves(Utf8JsonWriter json, IReadOnlyList<(string? Wave, FieldworkSummary Summary)> waves)
    {
        json.WriteStartObject();
        json.WriteStartArray("waves");
        foreach ((string? wave, FieldworkSummary summary) in waves)
            WriteSummary(json, wave, summary);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, string? wave, FieldworkSummary summary)
    {
        json.WriteStartObject();
        if (wave is not null)
            json.WriteString("wave", wave);
        json.WriteNumber("withoutDisposition", summary.WithoutDisposition);
        json.WriteNumber("withoutInterviewer", summary.WithoutInterviewer);
        json.WritePropertyName("all");
        WritePlace(json, summary.Options, summary.All);
        WriteArray(json, "places", summary.Places, place => WritePlace(json, summary.Options, place));
        WriteArray(json, "interviewers", summary.Interviewers, interviewer => WriteInterviewer(json, interviewer));
        WriteArray(json, "items", summary.Items, item => WriteItem(json, item));
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, FieldworkOptions options, FieldworkPlace place)
    {
        json.WriteStartObject();
        if (place.Place is { } level)
            json.WriteString(options.By, level.Level);
        WriteRates(json, place.Rates);
        json.WriteFinite("target", place.Target);
        json.WriteNumber("completes", place.Completes);
        json.WriteFinite("replacements", place.Replacements);
        json.WriteFinite("replacementShare", place.ReplacementShare);
        json.WriteNumber("replacementNotKnown", place.ReplacementNotKnown);
        WriteFlags(json, place.Flags);
        json.WriteEndObject();
    }

    private static void WriteRates(Utf8JsonWriter json, ResponseRates? rates)
    {
        if (rates is null)
            return;
        json.WriteStartObject("response");
        json.WriteNumber("drawn", rates.Drawn);
        json.WriteNumber("responded", rates.Responded);
        json.WriteNumber("refused", rates.Refused);
        json.WriteNumber("notFound", rates.NotFound);
        json.WriteNumber("ineligible", rates.Ineligible);
        json.WriteNumber("unknown", rates.Unknown);
        json.WriteFinite("eligibleShare", rates.EligibleShare);
        json.WriteFinite("RR1", rates.Minimum);
        json.WriteFinite("RR3", rates.Estimated);
        json.WriteFinite("RR5", rates.Maximum);
        json.WriteFinite("COOP1", rates.Cooperation);
        json.WriteFinite("REF1", rates.Refusal);
        json.WriteFinite("CON1", rates.Contact);
        json.WriteEndObject();
    }

    private static void WriteInterviewer(Utf8JsonWriter json, FieldworkInterviewer interviewer)
    {
        json.WriteStartObject();
        json.WriteString("interviewer", interviewer.Interviewer.Level);
        json.WriteNumber("interviews", interviewer.Interviews);
        json.WriteFinite("refusalShare", interviewer.RefusalShare);
        WriteRates(json, interviewer.Rates);
        WriteArray(json, "means", interviewer.Means, mean =>
        {
            json.WriteStartObject();
            json.WriteString("item", mean.Item);
            json.WriteNumber("answers", mean.Answers);
            json.WriteNumber("missing", mean.Missing);
            json.WriteFinite("mean", mean.Mean);
            json.WriteFinite("expected", mean.Expected);
            json.WriteFinite("z", mean.ZScore);
            json.WriteEndObject();
        });
        WriteFlags(json, interviewer.Flags);
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, InterviewerVariation item)
    {
        json.WriteStartObject();
        json.WriteString("item", item.Item);
        json.WriteNumber("answers", item.Answers);
        json.WriteNumber("missing", item.Missing);
        json.WriteNumber("interviewers", item.Interviewers);
        json.WriteBoolean("withinPlaces", item.WithinPlaces);
        json.WriteFinite("f", item.FRatio);
        json.WriteNumber("betweenDegrees", item.BetweenDegrees);
        json.WriteNumber("withinDegrees", item.WithinDegrees);
        json.WriteFinite("p", item.PValue);
        json.WriteFinite("intraclassCorrelation", item.IntraclassCorrelation);
        json.WriteFinite("meanWorkload", item.MeanWorkload);
        json.WriteFinite("effectOnVariance", item.EffectOnVariance);
        json.WriteEndObject();
    }

    private static void WriteFlags(Utf8JsonWriter json, IReadOnlyList<string> flags) => WriteArray(json, "flags", flags, json.WriteStringValue);

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
            write(item);
        json.WriteEndArray();
    }
}
