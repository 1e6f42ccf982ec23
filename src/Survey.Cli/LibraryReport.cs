using System.Text;
using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>The indicators that are known by name.</summary>
internal static class LibraryReport
{
    public static string Text(IndicatorLibrary library)
    {
        var table = new TextTable(TextTable.Left("use"), TextTable.Left("中文"), TextTable.Left("English"), TextTable.Left("ages"), TextTable.Left("better"), TextTable.Left("counts"), TextTable.Left("needs"));
        foreach (Indicator own in library.All)
            table.Add(own.Id, own.Name.Chinese ?? "", own.Name.English ?? "", own.Ages?.ToString() ?? "", own.Better.ToString().ToLowerInvariant(), own.Event ?? "", NeedsOf(own));
        var text = new StringBuilder(table.ToString());
        text.Append($"\nGroups: {string.Join("; ", library.Groups.Select(group => $"{group} ({library.Find(group).Count} indicators)"))}\n");
        return text.ToString();
    }

    public static Table Table(IndicatorLibrary library)
    {
        IReadOnlyList<Indicator> all = library.All;
        return Survey.Table.FromColumns(
        [
            ("use", Texts(own => own.Id)),
            ("zh", Texts(own => own.Name.Chinese)),
            ("en", Texts(own => own.Name.English)),
            ("ages", Texts(own => own.Ages?.ToString())),
            ("better", Texts(own => own.Better.ToString().ToLowerInvariant())),
            ("event", Texts(own => own.Event)),
            ("needs", Texts(NeedsOf)),
            ("definitionZh", Texts(own => own.Definition?.Chinese)),
            ("definition", (Column)Texts(own => own.Definition?.English)),
        ]);

        CategoryColumn Texts(Func<Indicator, string?> of) => new([.. all.Select(of)]);
    }

    public static void WriteJson(Utf8JsonWriter json, IndicatorLibrary library)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteStartArray("indicators");
        foreach (Indicator own in library.All)
        {
            json.WriteStartObject();
            json.WriteString("use", own.Id);
            json.WriteString("zh", own.Name.Chinese);
            json.WriteString("en", own.Name.English);
            json.WriteString("ages", own.Ages?.ToString());
            json.WriteString("better", own.Better.ToString().ToLowerInvariant());
            json.WriteString("event", own.Event);
            json.WriteString("needs", NeedsOf(own));
            json.WriteString("definitionZh", own.Definition?.Chinese);
            json.WriteString("definition", own.Definition?.English);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string NeedsOf(Indicator own) =>
        own.NeedsInstrument ? "the questionnaire (instrument)" : string.Join(", ", own.Needs.Select(need => need.Levels.Count == 0 ? need.Column : $"{need.Column} ({string.Join(", ", need.Levels)})"));
}
