using System.Text;
using System.Text.Json;
using Survey.Monitoring;
using Survey.Monitoring.Intake;

namespace Survey.Cli;

/// <summary>Who answered in each wave of a study, and what its columns hold.</summary>
/// <param name="Waves">Those whose files could be read.</param>
internal sealed record StudyDescription(IReadOnlyList<(WaveData Wave, TableDescription Columns)> Waves) : IReport
{
    public static StudyDescription Of(StudyData data) =>
        new([.. from wave in data.Waves where wave.Table is not null select (wave, Described(wave.Wave, wave.Table!, data.Study.PersonalData.Harmless))]);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach ((WaveData wave, TableDescription columns) in Waves)
            text.Append($"{wave.Wave.Id}\n\n{StudyDisplay.ResponseOf(wave.Response!)}\n{columns}\n");
        return text.ToString();
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("waves");
        foreach ((WaveData wave, TableDescription columns) in Waves)
        {
            json.WriteStartObject();
            json.WriteString("wave", wave.Wave.Id);
            json.WriteBoolean("isResolved", wave.IsResolved);
            StudyJson.WriteResponse(json, wave);
            json.WritePropertyName("valid");
            DescriptionJson.Write(json, columns);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A column of a wave a row.</summary>
    public Table Table()
    {
        Table[] tables = [.. Waves.Select(pair => pair.Columns.ToTable().With("wave", new CategoryColumn([.. Enumerable.Repeat((string?)pair.Wave.Wave.Id, pair.Columns.Columns.Count)])))];
        return tables.Length == 0 ? throw new SurveyDataException("No wave of the study could be read; survey check says why.") : tables[0].Concat(tables[1..]);
    }

    private static TableDescription Described(StudyWave wave, Table table, IReadOnlyList<string> harmless) =>
        table.Describe([.. PersonalColumns.Find(wave, table, table.Columns.Except(harmless)).Select(column => column.Column)]);
}
