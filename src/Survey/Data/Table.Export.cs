using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Survey;

public sealed partial class Table
{
    private static readonly JsonWriterOptions JsonOptions = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The columns as arrays, as data frames take them.</summary>
    /// <returns>Numbers as <see cref="double"/>[] (missing: NaN), flags as <see cref="bool"/>?[], dates as <see cref="DateOnly"/>?[], categories as <see cref="string"/>?[] of their levels; <see cref="FromColumns(IEnumerable{ValueTuple{string, System.Collections.IEnumerable}})"/> reads them back.</returns>
    public IReadOnlyList<(string Name, Array Values)> ToColumns() => [.. _names.Select(name => (name, this[name].ToArray()))];

    /// <summary>The rows as a data reader, as bulk copies and other programs of ADO.NET take them.</summary>
    /// <returns>Numbers as <see cref="double"/>, flags as <see cref="bool"/>, dates as <see cref="DateTime"/>, categories as <see cref="string"/>; missing is <see cref="DBNull"/>.</returns>
    public DbDataReader ToDataReader() => new TableReader(this);

    /// <summary>The rows as a JSON array of objects, one a row, at full precision; missing is null.</summary>
    /// <remarks>pandas: <c>DataFrame(json.loads(text))</c>. R: <c>jsonlite::fromJSON</c>.</remarks>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartArray();
            for (int row = 0; row < RowCount; row++)
                WriteRow(json, row);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private void WriteRow(Utf8JsonWriter json, int row)
    {
        json.WriteStartObject();
        foreach (string name in _names)
        {
            Column column = this[name];
            json.WritePropertyName(name);
            if (column is NumberColumn numbers && double.IsFinite(numbers.Values[row]))
                json.WriteNumberValue(numbers.Values[row]);
            else if (column is FlagColumn flags && !flags.IsMissing(row))
                json.WriteBooleanValue(flags.Values[row] == 1);
            else
                json.WriteStringValue(column is NumberColumn ? null : column.TextAt(row));
        }
        json.WriteEndObject();
    }
}
