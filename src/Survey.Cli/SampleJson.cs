using System.Text.Json;

namespace Survey.Cli;

/// <summary>What was drawn, stratum by stratum, for programs.</summary>
internal static class SampleJson
{
    public static void Write(Utf8JsonWriter json, DrawnSample sample)
    {
        json.WriteStartObject();
        json.WriteNumber("seed", sample.Plan.Seed);
        json.WriteNumber("frameRows", sample.FrameRows);
        json.WriteNumber("drawn", sample.Units.RowCount);
        json.WriteStartArray("strata");
        foreach (DrawnStratum stratum in sample.Strata)
            Write(json, stratum);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (string note in sample.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DrawnStratum stratum)
    {
        json.WriteStartObject();
        json.WriteNumber("stage", stratum.Stage);
        json.WriteString("unit", stratum.Unit);
        json.WriteStartObject("stratum");
        foreach ((string column, string text) in stratum.Stratum)
            json.WriteString(column, text);
        json.WriteEndObject();
        json.WriteNumber("units", stratum.Units);
        json.WriteNumber("size", stratum.Size);
        json.WriteNumber("drawn", stratum.Drawn);
        json.WriteNumber("certain", stratum.Certain);
        json.WriteFinite("lowestProbability", stratum.LowestProbability);
        json.WriteFinite("highestProbability", stratum.HighestProbability);
        json.WriteEndObject();
    }
}
