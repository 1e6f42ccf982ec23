using System.Text;

namespace Survey.Monitoring;

/// <summary>Indicators by name, and groups of them.</summary>
public sealed class IndicatorLibrary
{
    private static readonly Lazy<IndicatorLibrary> _shipped = new(() => Read(ShippedText(), "indicators.yaml"));

    private readonly Dictionary<string, Indicator> _byId;
    private readonly Dictionary<string, IReadOnlyList<string>> _groups;

    private IndicatorLibrary(IReadOnlyList<Indicator> all, Dictionary<string, IReadOnlyList<string>> groups) =>
        (All, _byId, _groups) = (all, all.ToDictionary(indicator => indicator.Id, StringComparer.Ordinal), groups);

    /// <summary>All indicators, in the order of the file.</summary>
    public IReadOnlyList<Indicator> All { get; }

    /// <summary>The names of groups.</summary>
    public IReadOnlyCollection<string> Groups => _groups.Keys;

    internal static IndicatorLibrary Shipped => _shipped.Value;

    /// <summary>The indicators that a name stands for: one, or those of a group; none where nobody knows it.</summary>
    /// <param name="name">Of an indicator or a group.</param>
    public IReadOnlyList<Indicator> Find(string name) =>
        _byId.TryGetValue(name, out Indicator? one) ? [one]
        : _groups.TryGetValue(name, out IReadOnlyList<string>? ids) ? [.. ids.Select(id => _byId[id])]
        : [];

    /// <summary>Reads a library of indicators (YAML in UTF-8).</summary>
    /// <param name="path">Its file.</param>
    /// <exception cref="SurveyDataException">The file cannot be read, is no YAML, or has an error; one sentence with its line and column.</exception>
    public static IndicatorLibrary Read(string path) => Read(YamlFile.Text(path), path);

    internal static IndicatorLibrary Read(string text, string file)
    {
        var errors = new StudyErrors();
        var root = YamlTree.Read(text, file);
        new ShapeChecker(errors, "library of indicators").Check(root, EvaluationShapes.Library, "");
        errors.ThrowIfAny();
        var all = new List<Indicator>();
        foreach ((MapNode map, string where) in ((MapNode)root).Maps("indicators"))
        {
            Indicator indicator = IndicatorReader.Shipped(map);
            if (all.Exists(other => other.Id == indicator.Id))
                errors.Add(map.Place, $"{where} has the id '{Excerpt.Of(indicator.Id)}', as another indicator has; give each an id of its own");
            else
                all.Add(indicator);
        }
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (MapEntry entry in ((MapNode)root).Map("groups")?.Entries ?? [])
        {
            foreach (TextNode id in ((MapNode)root).Map("groups")!.TextNodes(entry.Name).Where(id => !all.Exists(own => own.Id == id.Text)))
                errors.Add(id.Place, $"groups.{entry.Name} names '{Excerpt.Of(id.Text)}', which is no indicator{Nearest.Hint(id.Text, all.Select(own => own.Id), "; name one that stands above")}");
            groups[entry.Name] = ((MapNode)root).Map("groups")!.Texts(entry.Name);
        }
        errors.ThrowIfAny();
        return new IndicatorLibrary(new Sequence<Indicator>([.. all]), groups);
    }

    private static string ShippedText()
    {
        using Stream stream = typeof(IndicatorLibrary).Assembly.GetManifestResourceStream("indicators.yaml")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
