using System.Text.Json;

namespace Survey;

/// <summary>One stage of a plan in a record.</summary>
internal static class DrawRecordStage
{
    public static void Write(Utf8JsonWriter json, SamplingStage stage)
    {
        json.WriteStartObject();
        json.WriteString("unit", stage.Unit);
        json.WriteString("drawn", stage.Allocation.ToString());
        WriteTexts(json, "strata", stage.Strata.All);
        json.WriteString("method", stage.Method.ToString());
        if (stage.MeasureOfSize is { } size)
            json.WriteString("size", size);
        json.WriteBoolean("sizeIsRows", stage.SizeIsRows);
        WriteTexts(json, "order", stage.Order.All);
        json.WriteBoolean("serpentine", stage.Serpentine);
        json.WriteBoolean("takeAllIfFewer", stage.TakeAllIfFewer);
        if (stage.Kept is { } kept)
            WriteKept(json, stage, kept);
        json.WriteEndObject();
    }

    public static SamplingStage Read(JsonElement stage)
    {
        string[] strata = TextsOf(stage.GetProperty("strata"));
        string unit = TextOf(stage.GetProperty("unit"));
        return new SamplingStage(unit, Allocation.Parse(TextOf(stage.GetProperty("drawn"))))
        {
            Strata = Names.Of(strata),
            Method = Enum.Parse<SelectionMethod>(TextOf(stage.GetProperty("method"))),
            MeasureOfSize = stage.TryGetProperty("size", out JsonElement size) ? TextOf(size) : null,
            SizeIsRows = stage.GetProperty("sizeIsRows").GetBoolean(),
            Order = Names.Of(TextsOf(stage.GetProperty("order"))),
            Serpentine = stage.GetProperty("serpentine").GetBoolean(),
            TakeAllIfFewer = stage.GetProperty("takeAllIfFewer").GetBoolean(),
            Kept = stage.TryGetProperty("kept", out JsonElement kept) ? KeptOf(kept, [.. strata, unit]) : null,
        };
    }

    private static void WriteKept(Utf8JsonWriter json, SamplingStage stage, KeptShare kept)
    {
        json.WriteStartObject("kept");
        json.WriteNumber("share", kept.Share);
        json.WriteStartObject("last");
        foreach (string name in (string[])[.. stage.Strata.All, stage.Unit])
            WriteTexts(json, name, [.. Enumerable.Range(0, kept.Last.RowCount).Select(row => kept.Last[name].TextAt(row) ?? "")]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static KeptShare KeptOf(JsonElement kept, string[] names) =>
        new(kept.GetProperty("share").GetDouble(), Table.FromColumns(names.Select(name => (name, (Column)new CategoryColumn(TextsOf(kept.GetProperty("last").GetProperty(name)))))));

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string[] TextsOf(JsonElement array) => [.. array.EnumerateArray().Select(TextOf)];

    private static string TextOf(JsonElement text) => text.GetString() ?? throw new FormatException("A text is missing.");
}
