using System.Text.Json;

namespace Survey.Cli;

/// <summary>Contrasts as JSON.</summary>
internal static class ContrastsJson
{
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Contrast> contrasts, double level)
    {
        json.WriteStartArray(name);
        foreach (Contrast contrast in contrasts)
        {
            json.WriteStartObject();
            json.WriteString("contrast", contrast.Name);
            json.WriteDomain(contrast.Domain);
            WriteFigures(json, contrast, level);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>As a property of another object.</summary>
    public static void Write(Utf8JsonWriter json, string name, Contrast contrast, double level)
    {
        json.WriteStartObject(name);
        WriteFigures(json, contrast, level);
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, Contrast contrast, double level)
    {
        json.WriteFinite("value", contrast.Value);
        json.WriteFinite("standardError", contrast.StandardError);
        json.WriteFinite("degreesOfFreedom", contrast.DegreesOfFreedom);
        json.WriteInterval("interval", contrast.Interval(level));
        json.WriteFinite("t", contrast.TStatistic);
        json.WriteFinite("p", contrast.PValue);
    }
}
