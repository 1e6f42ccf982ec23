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

    /// <summary>One row a stratum.</summary>
    public static Table Table(DrawnSample sample)
    {
        string[] names = [.. sample.Strata.SelectMany(stratum => stratum.Stratum.Select(part => part.Column)).Distinct()];
        NumberColumn Numbers(Func<DrawnStratum, double> number) => NumberColumn.Owning([.. sample.Strata.Select(number)]);
        return new Table(
        [
            ("stage", Numbers(stratum => stratum.Stage)),
            ("unit", new CategoryColumn([.. sample.Strata.Select(stratum => stratum.Unit)])),
            .. names.Select(name => (name, (Column)new CategoryColumn([.. sample.Strata.Select(stratum => stratum.Stratum.FirstOrDefault(part => part.Column == name).Text)]))),
            ("units", Numbers(stratum => stratum.Units)),
            ("size", Numbers(stratum => stratum.Size)),
            ("drawn", Numbers(stratum => stratum.Drawn)),
            ("certain", Numbers(stratum => stratum.Certain)),
            ("lowestProbability", Numbers(stratum => stratum.LowestProbability)),
            ("highestProbability", Numbers(stratum => stratum.HighestProbability)),
        ]);
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
