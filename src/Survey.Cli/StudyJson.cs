using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>What a study's files hold, as JSON.</summary>
internal static class StudyJson
{
    public static void Write(Utf8JsonWriter json, StudyData data)
    {
        json.WriteStartObject();
        json.WriteString("study", data.Study.Title.ToString());
        json.WriteBoolean("simulated", data.Study.Simulated);
        json.WriteStartArray("waves");
        foreach (WaveData wave in data.Waves)
            WriteWave(json, wave);
        json.WriteEndArray();
        WriteFindings(json, data.Findings);
        json.WriteEndObject();
    }

    public static void WriteFindings(Utf8JsonWriter json, IEnumerable<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (Finding finding in findings)
            WriteFinding(json, finding);
        json.WriteEndArray();
    }

    private static void WriteWave(Utf8JsonWriter json, WaveData wave)
    {
        json.WriteStartObject();
        json.WriteString("wave", wave.Wave.Id);
        json.WriteBoolean("isResolved", wave.IsResolved);
        json.WriteStartArray("files");
        foreach ((string file, long rows) in wave.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteNumber("rows", rows);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteResponse(json, wave);
        json.WriteEndObject();
    }

    public static void WriteResponse(Utf8JsonWriter json, WaveData wave)
    {
        json.WriteStartArray("response");
        for (int row = 0; wave.Response is { } response && row < response.RowCount; row++)
            WriteRow(json, response, row);
        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, Table table, int row)
    {
        json.WriteStartObject();
        foreach (string name in table.Columns)
            if (table[name] is NumberColumn numbers)
                json.WriteFinite(name, numbers.Values[row]);
            else
                json.WriteString(name, table[name].TextAt(row));
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("wave", finding.Wave);
        json.WriteString("file", finding.File);
        if (finding.Row is { } row)
            json.WriteNumber("row", row);
        else
            json.WriteNull("row");
        json.WriteString("column", finding.Column);
        json.WriteNumber("rows", finding.Rows);
        json.WriteString("message", finding.Message);
        json.WriteEndObject();
    }
}
