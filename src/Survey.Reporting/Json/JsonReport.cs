using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Json;

/// <summary>
/// A report as data: every word, and every number at full precision.
/// A value is null where there is none and where it is suppressed, which it then says. Rates, points and relative changes are fractions; <c>text</c> is how they are written, <c>unit</c> what follows the digits there.
/// </summary>
internal static class JsonReport
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the report in UTF-8.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="stream">Stays open.</param>
    public static void Write(Report report, Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, Form))
        {
            var json = new JsonBlocks(report, writer);
            writer.WriteStartObject();
            writer.WriteNumber("schemaVersion", SchemaVersion);
            json.Text("language", report.Language == Language.Chinese ? "zh-CN" : "en");
            json.Text("title", report.Title);
            json.Text("subtitle", report.Subtitle);
            json.Text("notice", report.Notice);
            json.Array("cover", report.Cover, fact =>
            {
                json.Text("what", fact.What);
                json.Text("text", fact.Text);
            });
            WriteSections(report.Sections, "", json);
            writer.WriteEndObject();
        }
        stream.Write("\n"u8);
    }

    private static void WriteSections(IReadOnlyList<Section> sections, string above, JsonBlocks json) =>
        json.Array("sections", sections.Select((section, at) => (section, number: above + (at + 1).ToString(CultureInfo.InvariantCulture))), part =>
        {
            json.Text("number", part.number);
            json.Text("id", part.section.Id);
            json.Text("title", part.section.Title);
            json.Array("blocks", part.section.Blocks, json.Write);
            WriteSections(part.section.Sections, part.number + ".", json);
        });
}
