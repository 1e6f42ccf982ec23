using System.Globalization;
using System.Text;

namespace Survey.Monitoring.Instruments;

/// <summary>Reads questionnaires, and holds items against the structure that they complete.</summary>
internal static class InstrumentReader
{
    private const string Extension = ".yaml";

    private static readonly (string Word, ItemType Type)[] _types = [("true-false", ItemType.TrueFalse), ("single", ItemType.OneOption), ("multiple", ItemType.SeveralOptions)];

    /// <summary>Names of structures that come with the project.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [.. typeof(InstrumentReader).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("instruments/", StringComparison.Ordinal)).Select(name => name["instruments/".Length..^Extension.Length])];

    public static Instrument Read(string structure, string items, string? version)
    {
        (MapNode root, string file) = Structure(structure);
        var read = new KeyFile(items, root, file);
        IReadOnlyList<InstrumentItem> all = read.Items();
        Scale total = new("total", ScaleKind.Total, new LocalText("总分", "Total"), all.Count, all.Sum(item => item.Points), Percent(root));
        Scale[] scales = [total, .. Parts(root, "aspects", ScaleKind.Aspect, all), .. Parts(root, "issues", ScaleKind.Issue, all)];
        CheckCounts(root, all, items);
        Check(total, root.Map("total"), items);
        foreach (Scale scale in scales[1..])
            Check(scale, root.Maps(scale.Kind == ScaleKind.Aspect ? "aspects" : "issues").First(part => part.Map.Text("id") == scale.Id).Map, items);
        return new Instrument { Id = root.Text("id")!, Version = version, Title = root.LocalText("title")!, Items = all, Scales = new Sequence<Scale>(scales) };
    }

    private static (MapNode Root, string File) Structure(string structure)
    {
        bool isFile = structure.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || structure.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        string text = isFile ? YamlFile.Text(structure) : Shipped(structure), file = isFile ? structure : structure + Extension;
        var errors = new StudyErrors();
        StudyNode root = YamlTree.Read(text, file);
        new ShapeChecker(errors, "questionnaire").Check(root, InstrumentShapes.Root, "");
        errors.ThrowIfAny();
        CheckIds((MapNode)root, errors);
        CheckSums((MapNode)root, errors);
        errors.ThrowIfAny();
        return ((MapNode)root, file);
    }

    private static string Shipped(string name)
    {
        using Stream stream = typeof(InstrumentReader).Assembly.GetManifestResourceStream($"instruments/{name}{Extension}")
            ?? throw new SurveyDataException($"There is no questionnaire '{Excerpt.Of(name)}'{Nearest.Hint(name, Known, $"; there is {string.Join(", ", Known)}, or name a file of your own, such as my.yaml")}{(Nearest.Of(name, Known) is null ? "." : "")}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static void CheckIds(MapNode root, StudyErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((MapNode map, string where) in root.Maps("aspects").Concat(root.Maps("issues")))
            if (!map.Text("id")!.All(char.IsAsciiLetter))
                errors.Add(map["id"]!.Place, $"{where}.id '{Excerpt.Of(map.Text("id")!)}' cannot be part of a column's name; write letters a to z only, such as knowledge");
            else if (!seen.Add(map.Text("id")!))
                errors.Add(map["id"]!.Place, $"{where}.id '{Excerpt.Of(map.Text("id")!)}' stands twice; give each aspect and issue an id of its own");
    }

    /// <summary>What a structure says of its parts adds up to what it says of the whole; else no file of items could fit it.</summary>
    private static void CheckSums(MapNode root, StudyErrors errors)
    {
        foreach (string key in (string[])["aspects", "issues"])
            foreach (string what in (string[])["items", "points"])
            {
                int?[] parts = [.. root.Maps(key).Select(part => part.Map.Whole(what))];
                if (root.Map("total")?.Whole(what) is { } whole && parts.Length > 0 && !parts.Contains(null) && parts.Sum() is var sum && sum != whole)
                    errors.Add(root[key]!.Place, $"the {what} of {key} add up to {sum}, and total.{what} is {whole}; correct what is wrong");
            }
        foreach (MapNode part in root.Maps("aspects").Concat(root.Maps("issues")).Select(part => part.Map).Prepend(root.Map("total")).OfType<MapNode>())
            if (part.Whole("cut") is { } cut && part.Whole("points") is { } points && new Scale("", ScaleKind.Total, new LocalText("", null), 0, points, Percent(root)).Cut is var least && cut != least)
                errors.Add(part["cut"]!.Place, $"the cut is {cut}, and {Percent(root).ToString(CultureInfo.InvariantCulture)} % of {points} points, rounded up, is {least}; correct what is wrong");
    }

    private static decimal Percent(MapNode root) => root.Text("literate") is { } text ? NodeValues.NumberOrPercent(text).Value : 80;

    private static IEnumerable<Scale> Parts(MapNode root, string key, ScaleKind kind, IReadOnlyList<InstrumentItem> items) =>
        root.Maps(key).Select(part =>
        {
            string id = part.Map.Text("id")!;
            var scale = new Scale(id, kind, new LocalText(part.Map.Text("zh") ?? id, part.Map.Text("en") ?? id), 0, 0, Percent(root));
            return scale with { ItemCount = items.Count(scale.Has), Points = items.Where(scale.Has).Sum(item => item.Points) };
        });

    private static void CheckCounts(MapNode root, IReadOnlyList<InstrumentItem> items, string file)
    {
        foreach ((string word, ItemType type) in _types)
            if (root.Map("items")?.Whole(word) is { } wanted && items.Count(item => item.Type == type) is var count && count != wanted)
                throw new SurveyDataException($"{file} has {count} items of type {word}, and {root.Text("id")} has {wanted}; correct the types, or use a structure of your own.");
    }

    private static void Check(Scale scale, MapNode? wanted, string file)
    {
        foreach ((string key, int got) in (ReadOnlySpan<(string, int)>)[("items", scale.ItemCount), ("points", scale.Points), ("cut", scale.Cut)])
            if (wanted?.Whole(key) is { } value && value != got)
                throw new SurveyDataException($"{file}: the items of {(scale.Kind == ScaleKind.Total ? "all scales together" : $"'{scale.Name.Chinese}' ({scale.Id})")} add up to {got} {Of(key)}, and {value.ToString(CultureInfo.InvariantCulture)} {(key == "cut" ? "is" : "are")} wanted; correct the {(key == "items" ? "aspects and issues of the items" : "points of the items")}.");
    }

    private static string Of(string key) => key == "cut" ? "points as the least score of the literate" : key;
}
