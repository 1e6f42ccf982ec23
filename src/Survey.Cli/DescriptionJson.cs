using System.Text.Json;

namespace Survey.Cli;

/// <summary>Descriptions of tables as JSON.</summary>
internal static class DescriptionJson
{
    public static void Write(Utf8JsonWriter json, TableDescription description)
    {
        json.WriteStartObject();
        json.WriteNumber("rows", description.Rows);
        json.WriteStartArray("columns");
        foreach (ColumnDescription column in description.Columns)
            WriteColumn(json, column);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, ColumnDescription column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", TypeOf(column));
        json.WriteNumber("missing", column.Missing);
        if (column.IsWithheld)
            json.WriteString("withheld", ColumnDescription.Withheld);
        if (column.Minimum is not null)
        {
            json.WriteString("minimum", column.Minimum);
            json.WriteString("maximum", column.Maximum);
        }
        if (double.IsFinite(column.Mean))
            json.WriteNumber("mean", column.Mean);
        if (column.Levels.Count > 0)
        {
            json.WriteStartObject("levels");
            foreach ((string level, int rows) in column.Levels)
                json.WriteNumber(level, rows);
            json.WriteEndObject();
        }
        if (column.Remark is not null)
            json.WriteString("remark", column.Remark);
        json.WriteEndObject();
    }

    private static string TypeOf(ColumnDescription column) => column.Type.ToString().ToLowerInvariant();
}
