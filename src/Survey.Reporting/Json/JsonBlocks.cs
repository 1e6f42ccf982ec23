using System.Text.Json;
using Survey.Reporting.Content;

namespace Survey.Reporting.Json;

/// <summary>The pieces of a report as data; each method writes properties of the object that is open.</summary>
/// <param name="report">Whose pieces they are.</param>
/// <param name="writer">Where they go.</param>
internal sealed class JsonBlocks(Report report, Utf8JsonWriter writer)
{
    private readonly JsonNumbers _numbers = new(report.Language, writer);

    public void Text(string name, string? text) => writer.WriteString(name, text is null ? null : LegalText.Of(text));

    /// <summary>An array of objects.</summary>
    public void Array<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public void Write(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Text("type", "paragraph");
                Text("kind", NameOf(paragraph.Kind));
                Write(paragraph.Words);
                break;
            case ItemList list:
                Text("type", "list");
                writer.WriteBoolean("isNumbered", list.IsNumbered);
                Array("items", list.Items, Write);
                break;
            case Subheading heading:
                Text("type", "subheading");
                Text("text", heading.Text);
                break;
            case ReportTable table:
                Text("type", "table");
                Write(table);
                break;
            case ReportFigure figure:
                Text("type", "figure");
                Write(figure);
                break;
            default:
                throw new InvalidOperationException($"There is no block {block.GetType().Name}.");
        }
    }

    private void Write(Words words)
    {
        Text("text", report.TextOf(words));
        Array("numbers", words.Spans.OfType<NumberSpan>(), _numbers.Write);
    }

    private void Write(ReportTable table)
    {
        WriteCaption(table.Id, table.Caption);
        Array("columns", table.Columns, column =>
        {
            Text("heading", column.Heading);
            Text("group", column.Group);
            Text("kind", NameOf(column.Kind));
        });
        Array("rows", table.Rows, row =>
        {
            Text("kind", NameOf(row.Kind));
            Array("cells", row.Cells, Write);
        });
        Array("notes", table.Notes, Write);
    }

    private void Write(Cell cell)
    {
        switch (cell)
        {
            case TextCell text:
                Write(text.Words);
                break;
            case NumberCell number:
                _numbers.Write(new NumberSpan(number.Number, WithUnit: false));
                break;
            case IntervalCell limits:
                Text("text", limits.Text(report.Language));
                _numbers.WriteKind(limits.Low);
                _numbers.WriteLimits(limits.Low, limits.High);
                break;
            default:
                throw new InvalidOperationException($"There is no cell {cell.GetType().Name}.");
        }
    }

    private void Write(ReportFigure figure)
    {
        WriteCaption(figure.Id, figure.Caption);
        Text("description", figure.Chart.Description);
        new JsonCharts(this, _numbers, writer).Write(figure.Chart);
        Array("notes", figure.Notes, Write);
    }

    private void WriteCaption(string id, string caption)
    {
        Text("id", id);
        Text("number", report.NumberOf(id));
        Text("caption", caption);
    }

    /// <summary>camelCase of a name in the code.</summary>
    public static string NameOf<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
