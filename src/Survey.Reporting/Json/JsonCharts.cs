using System.Text.Json;
using Survey.Reporting.Content;

namespace Survey.Reporting.Json;

/// <summary>What figures draw, as properties of the object that is open.</summary>
internal sealed class JsonCharts(JsonBlocks json, JsonNumbers numbers, Utf8JsonWriter writer)
{
    public void Write(Chart chart)
    {
        switch (chart)
        {
            case SeriesChart series:
                Write(series);
                break;
            case ChangeChart changes:
                Write(changes);
                break;
            case StripChart strips:
                Write(strips);
                break;
            default:
                throw new InvalidOperationException($"There is no chart {chart.GetType().Name}.");
        }
    }

    private void Write(SeriesChart chart)
    {
        json.Text("kind", JsonBlocks.NameOf(chart.Form));
        json.Text("unit", chart.Unit);
        json.Text("categoryTitle", chart.CategoryTitle);
        writer.WriteStartArray("categories");
        foreach (string category in chart.Categories)
            writer.WriteStringValue(LegalText.Of(category));
        writer.WriteEndArray();
        json.Array("series", chart.Series, Write);
        json.Array("references", chart.References, line =>
        {
            json.Text("name", line.Name);
            numbers.Write(new ChartPoint(line.Value, null, null));
        });
    }

    private void Write(ChartSeries series)
    {
        json.Text("name", series.Name);
        writer.WriteBoolean("isReference", series.IsReference);
        writer.WriteStartArray("points");
        foreach (ChartPoint? point in series.Points)
            if (point is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteStartObject();
                numbers.Write(point);
                writer.WriteEndObject();
            }
        writer.WriteEndArray();
    }

    private void Write(ChangeChart chart)
    {
        json.Text("kind", "changes");
        json.Text("unit", chart.Unit);
        json.Array("rows", chart.Rows, row =>
        {
            json.Text("name", row.Name);
            numbers.Write(row.Change);
            numbers.Write("target", row.Target, row.Target.IsShown);
            writer.WriteBoolean("isUpward", row.IsUpward);
            json.Text("label", row.Label);
        });
    }

    private void Write(StripChart chart)
    {
        json.Text("kind", "strips");
        json.Array("rows", chart.Rows, row =>
        {
            json.Text("name", row.Name);
            json.Array("cells", row.Cells, cell =>
            {
                json.Text("id", cell.Id);
                json.Text("state", JsonBlocks.NameOf(cell.State));
                numbers.Write("points", cell.Points, cell.Points.IsShown);
            });
        });
    }
}
