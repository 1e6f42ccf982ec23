namespace Survey.Files.Workbooks.Xlsx;

/// <summary>Which parts belong to a part of an Office file.</summary>
internal sealed class Relationships
{
    private readonly Dictionary<string, (string Kind, string Path)> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byKind = new(StringComparer.Ordinal);

    /// <summary>Those of a part; none where the package has no list of them.</summary>
    /// <param name="package">The file.</param>
    /// <param name="part">Such as xl/workbook.xml; "" is the file as a whole.</param>
    public Relationships(Package package, string part)
    {
        string folder = part[..(part.LastIndexOf('/') + 1)];
        if (package.Part($"{folder}_rels/{part[folder.Length..]}.rels") is not { } stream)
            return;
        using var xml = new XmlPart(stream, package.File);
        while (xml.ReadChild())
            if (xml.Name == "Relationship" && xml.Attribute("TargetMode") != "External" && xml.Attribute("Id") is { } id && xml.Attribute("Type") is { } type && xml.Attribute("Target") is { } target)
                Add(id, type[(type.LastIndexOf('/') + 1)..], PathOf(target.Replace('\\', '/'), folder));
    }

    /// <summary>The path of the first part of a kind, such as "styles", or null.</summary>
    public string? OfKind(string kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>The kind and the path of the part that an id stands for.</summary>
    public (string Kind, string Path)? OfId(string id) => _byId.TryGetValue(id, out (string, string) part) ? part : null;

    private void Add(string id, string kind, string path)
    {
        _byId.TryAdd(id, (kind, path));
        _byKind.TryAdd(kind, path);
    }

    private static string PathOf(string target, string folder)
    {
        var steps = new List<string>();
        foreach (string step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == "..")
                steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            else if (step != ".")
                steps.Add(step);
        return string.Join('/', steps);
    }
}
