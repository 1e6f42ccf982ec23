using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Survey.Files.Columns;
using Survey.Files.Parquet.Metadata;

namespace Survey.Files.Parquet;

/// <summary>What a Parquet file keeps of categories beside their texts: the levels in their order, their labels, and whether the order has a meaning. It stands as JSON in the file's metadata.</summary>
internal static class StoredLevels
{
    private const int Version = 1;
    private const string Unread = $"has levels and labels in its metadata (key \"{FileFooter.LevelsKey}\") that cannot be read", WayOut = "write the file anew, or take the key out of it";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The levels of a category.</summary>
    /// <param name="Name">Of the column.</param>
    /// <param name="Levels">In order.</param>
    /// <param name="Labels">One for each level; null where they are the levels.</param>
    /// <param name="Ordered">Whether the order has a meaning.</param>
    public sealed record Column(string Name, Sequence<string> Levels, Sequence<string>? Labels, bool Ordered);

    /// <summary>What is kept of a category.</summary>
    /// <param name="name">Of the column.</param>
    /// <param name="levels">In order.</param>
    /// <param name="labels">One for each level.</param>
    /// <param name="ordered">Whether the order has a meaning.</param>
    public static Column Of(string name, IReadOnlyList<string> levels, IReadOnlyList<string> labels, bool ordered) =>
        new(name, new Sequence<string>([.. levels]), labels.SequenceEqual(levels, StringComparer.Ordinal) ? null : new Sequence<string>([.. labels]), ordered);

    /// <summary>The JSON.</summary>
    /// <exception cref="EncoderFallbackException">A text holds half of a character.</exception>
    public static string ToJson(IReadOnlyList<Column> columns)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("columns");
            foreach (Column column in columns)
                Write(json, column);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Reads the JSON, which somebody else may have written; what a later version has written is as good as nothing.</summary>
    /// <exception cref="SurveyDataException">It is not what it should be. The message goes on from the name of the file.</exception>
    public static IReadOnlyList<Column> Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return VersionOf(document.RootElement) == Version ? ColumnsOf(document.RootElement) : [];
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or ArgumentException) // the last two are of a text with half of a character
        {
            throw new SurveyDataException($"{Unread}, as they are no JSON of the right form; {WayOut}.", odd);
        }
    }

    private static int? VersionOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("version", out JsonElement version) && version.ValueKind == JsonValueKind.Number
            ? version.TryGetInt32(out int number) ? number : null
            : throw Broken("they have no version");

    private static List<Column> ColumnsOf(JsonElement root)
    {
        if (!root.TryGetProperty("columns", out JsonElement columns) || columns.ValueKind != JsonValueKind.Array)
            throw Broken("they have no list of columns");
        var read = new List<Column>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement element in columns.EnumerateArray())
        {
            Column column = ColumnOf(element);
            if (!names.Add(column.Name))
                throw Broken($"the column '{Texts.Name(column.Name)}' stands twice");
            read.Add(column);
        }
        return read;
    }

    private static Column ColumnOf(JsonElement column)
    {
        if (column.ValueKind != JsonValueKind.Object || !column.TryGetProperty("name", out JsonElement name) || name.ValueKind != JsonValueKind.String)
            throw Broken("a column has no name");
        string called = $"the column '{Texts.Name(name.GetString()!)}'";
        string[] levels = TextsOf(column, "levels", called) ?? throw Broken($"{called} has no levels");
        string[] labels = TextsOf(column, "labels", called) ?? levels;
        bool isOrdered = column.TryGetProperty("ordered", out JsonElement ordered) && ordered.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Broken($"\"ordered\" of {called} is neither true nor false"),
        };
        if (labels.Length != levels.Length)
            throw Broken($"{called} has {Invariant.Count(levels.Length)} levels and {Invariant.Count(labels.Length)} labels");
        var met = new HashSet<string>(levels.Length, StringComparer.Ordinal);
        if (Array.Find(levels, level => !met.Add(level)) is { } twice)
            throw Broken($"the level '{Texts.In(name.GetString()!, twice)}' of {called} stands twice");
        return Of(name.GetString()!, levels, labels, isOrdered);
    }

    private static string[]? TextsOf(JsonElement column, string property, string called) =>
        !column.TryGetProperty(property, out JsonElement texts) ? null
        : texts.ValueKind == JsonValueKind.Array ? [.. texts.EnumerateArray().Select(text => text.ValueKind == JsonValueKind.String ? text.GetString()! : throw Broken($"\"{property}\" of {called} holds what is no text"))]
        : throw Broken($"\"{property}\" of {called} is no list");

    private static void Write(Utf8JsonWriter json, Column column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        WriteTexts(json, "levels", column.Levels);
        if (column.Labels is not null)
            WriteTexts(json, "labels", column.Labels);
        if (column.Ordered)
            json.WriteBoolean("ordered", true);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string property, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(property);
        foreach (string text in texts)
            json.WriteStringValue(Strict.GetBytes(text)); // the writer itself would put another character in the place of half of one
        json.WriteEndArray();
    }

    private static SurveyDataException Broken(string how) => new($"{Unread}, as {how}; {WayOut}.");
}
