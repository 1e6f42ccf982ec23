using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Survey.Cli;

/// <summary>JSON as this command writes it: indented, numbers at full precision, NaN as null, Chinese as it is.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        output.Write('\n');
    }

    public static void WriteFinite(this Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    /// <summary>The levels that make a domain; an empty object for everyone.</summary>
    public static void WriteDomain(this Utf8JsonWriter json, IReadOnlyList<DomainLevel> domain)
    {
        json.WriteStartObject("domain");
        foreach (DomainLevel level in domain)
            json.WriteString(level.Variable, level.Level);
        json.WriteEndObject();
    }

    public static void WriteInterval(this Utf8JsonWriter json, string name, Interval interval) =>
        json.WriteInterval(name, interval.Method.Called(), interval.Level, interval.Low, interval.High, interval.Remark);

    public static void WriteInterval(this Utf8JsonWriter json, string name, RelativeInterval interval) =>
        json.WriteInterval(name, interval.Method.Called(), interval.Level, interval.Low, interval.High, interval.Remark);

    private static void WriteInterval(this Utf8JsonWriter json, string name, string method, double level, double low, double high, string? remark)
    {
        json.WriteStartObject(name);
        json.WriteString("method", method);
        json.WriteNumber("level", level);
        json.WriteFinite("low", low);
        json.WriteFinite("high", high);
        if (remark is not null)
            json.WriteString("remark", remark);
        json.WriteEndObject();
    }
}
