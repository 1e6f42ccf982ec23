using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Survey.Files.Columns;

namespace Survey.Files.Parquet;

/// <summary>What a Parquet file keeps of categories beside their texts: the levels in their order, their labels, and whether the order has a meaning. It stands as JSON in the file's metadata.</summary>
internal sealed class StoredLevels
{
    /// <summary>The key of the metadata.</summary>
    public const string Key = "survey";

    private const int Version = 1;
    private const string Unread = "has levels and labels in its metadata (key \"survey\") that cannot be read", WayOut = "write the file anew, or take the key out of it";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, StoredCategory> _columns = new(StringComparer.Ordinal);

    /// <param name="columns">Each of a name of its own.</param>
    public StoredLevels(IEnumerable<StoredCategory> columns)
    {
        foreach (StoredCategory column in columns)
            _columns.Add(column.Name, column);
    }

    /// <summary>How many columns there are.</summary>
    public int Count => _columns.Count;

    /// <summary>What is kept of a column, or null.</summary>
    public StoredCategory? this[string column] => _columns.GetValueOrDefault(column);

    /// <summary>The JSON.</summary>
    /// <exception cref="EncoderFallbackException">A text holds half of a character.</exception>
    public string ToJson()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("columns");
            foreach (StoredCategory column in _columns.Values)
                Write(json, column);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Reads the JSON, which somebody else may have written; what a later version has written is as good as nothing.</summary>
    /// <exception cref="SurveyDataException">It is not what it should be. The message goes on from the name of the file.</exception>
    public static StoredLevels Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return VersionOf(document.RootElement) == Version ? Of(document.RootElement) : new StoredLevels([]);
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

    private static StoredLevels Of(JsonElement root)
    {
        if (!root.TryGetProperty("columns", out JsonElement columns) || columns.ValueKind != JsonValueKind.Array)
            throw Broken("they have no list of columns");
        var read = new StoredLevels([]);
        foreach (JsonElement column in columns.EnumerateArray())
        {
            StoredCategory category = CategoryOf(column);
            if (!read._columns.TryAdd(category.Name, category))
                throw Broken($"the column '{Texts.Name(category.Name)}' stands twice");
        }
        return read;
    }

    private static StoredCategory CategoryOf(JsonElement column)
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
        return new StoredCategory(name.GetString()!, levels, labels, isOrdered);
    }

    private static string[]? TextsOf(JsonElement column, string property, string called) =>
        !column.TryGetProperty(property, out JsonElement texts) ? null
        : texts.ValueKind == JsonValueKind.Array ? [.. texts.EnumerateArray().Select(text => text.ValueKind == JsonValueKind.String ? text.GetString()! : throw Broken($"\"{property}\" of {called} holds what is no text"))]
        : throw Broken($"\"{property}\" of {called} is no list");

    private static void Write(Utf8JsonWriter json, StoredCategory column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        WriteTexts(json, "levels", column.Levels);
        if (!column.Labels.SequenceEqual(column.Levels, StringComparer.Ordinal))
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

/// <summary>The levels of a category.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Levels">In order.</param>
/// <param name="Labels">One for each level.</param>
/// <param name="Ordered">Whether the order has a meaning.</param>
internal sealed record StoredCategory(string Name, IReadOnlyList<string> Levels, IReadOnlyList<string> Labels, bool Ordered);
