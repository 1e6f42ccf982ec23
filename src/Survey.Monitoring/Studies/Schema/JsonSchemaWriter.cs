using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Survey.Monitoring;

/// <summary>Writes shapes as a JSON schema (draft 07), by which editors complete and check a study file while it is written.</summary>
internal static class JsonSchemaWriter
{
    // Chinese and quotes stay readable; every system gets the same bytes
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of a file.</summary>
    /// <param name="root">The shape of the whole file.</param>
    /// <param name="title">What the file is.</param>
    public static string Write(MapShape root, string title)
    {
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach ((string key, JsonNode? value) in Of(root))
            schema[key] = value?.DeepClone();
        if (NamedIn(root).ToArray() is { Length: > 0 } named)
            schema["definitions"] = new JsonObject(named.Select(own => KeyValuePair.Create(own.Name, (JsonNode?)Of(own.Of))));
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Of(Shape shape) =>
        shape switch
        {
            NamedShape named => new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{named.Name}" }) },
            MapShape map => Map(map),
            DictionaryShape dictionary => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(dictionary.Value), ["minProperties"] = 1 },
            ListShape list => List(list),
            ChoiceShape choice => new JsonObject { ["anyOf"] = new JsonArray([.. choice.Ways.Select(Of)]) },
            _ => Scalar((ScalarShape)shape),
        };

    /// <summary>Shapes that are written once, whatever holds them.</summary>
    private static IEnumerable<NamedShape> NamedIn(Shape shape) =>
        (shape switch
        {
            NamedShape named => [named],
            MapShape map => map.Keys.SelectMany(key => NamedIn(key.Shape)),
            DictionaryShape dictionary => NamedIn(dictionary.Value),
            ListShape list => NamedIn(list.Item),
            ChoiceShape choice => choice.Ways.SelectMany(NamedIn),
            _ => [],
        }).Distinct();

    private static JsonObject Map(MapShape map)
    {
        var properties = new JsonObject();
        foreach (KeyShape key in map.Keys)
        {
            JsonObject value = Of(key.Shape);
            value.Insert(0, "description", key.Doc);
            properties[key.Name] = value;
        }
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (map.Keys.Where(key => key.IsRequired).Select(key => key.Name).ToArray() is { Length: > 0 } required)
            schema["required"] = Texts(required);
        if (map.ExactlyOne.Length > 0)
            schema["oneOf"] = EachRequired(map.ExactlyOne);
        if (map.AtLeastOne.Length > 0)
            schema["anyOf"] = EachRequired(map.AtLeastOne);
        if (map.Needs.Length > 0)
            schema["dependencies"] = new JsonObject(map.Needs.Select(needs => KeyValuePair.Create(needs.Key, (JsonNode?)Texts(needs.Others))));
        return schema;
    }

    private static JsonObject List(ListShape list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) };
        if (list.Least > 0)
            schema["minItems"] = list.Least;
        if (list.Most is { } most)
            schema["maxItems"] = most;
        if (list.IsDistinct)
            schema["uniqueItems"] = true;
        return schema;
    }

    private static JsonObject Scalar(ScalarShape scalar)
    {
        var schema = new JsonObject { ["type"] = scalar.Types is [var only] ? only : Texts(scalar.Types) };
        if (scalar.Words.Length > 0)
            schema["enum"] = new JsonArray([.. scalar.Words.SelectMany(Forms)]);
        else if (scalar.Pattern is { } pattern)
            schema["pattern"] = pattern;
        else if (!scalar.MayBeEmpty)
            schema["minLength"] = 1;
        return schema;
    }

    // the YAML of an editor takes true and 1 for more than texts, unless they are quoted
    private static IEnumerable<JsonNode> Forms(string word)
    {
        if (bool.TryParse(word, out bool flag))
            yield return flag;
        else if (int.TryParse(word, out int number))
            yield return number;
        yield return word;
    }

    private static JsonArray EachRequired(string[] keys) => new([.. keys.Select(key => new JsonObject { ["required"] = Texts([key]) })]);

    private static JsonArray Texts(string[] texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
