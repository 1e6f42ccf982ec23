namespace Survey.Files.Workbooks.Xlsx;

/// <summary>Which parts belong to a part of an Office file.</summary>
internal sealed class Relationships
{
    private readonly List<(string Id, string Kind, string Path)> _all = [];

    /// <summary>Those of a part; none where the package has no list of them.</summary>
    /// <param name="package">The file.</param>
    /// <param name="part">Such as xl/workbook.xml; "" is the file as a whole.</param>
    public Relationships(Package package, string part)
    {
        string folder = part[..(part.LastIndexOf('/') + 1)];
        if (package.Part($"{folder}_rels/{part[folder.Length..]}.rels") is not { } stream)
            return;
        using var xml = new XmlPart(stream, package.File);
        while (xml.ReadTo("Relationship"))
            if (xml.Attribute("TargetMode") != "External" && xml.Attribute("Id") is { } id && xml.Attribute("Type") is { } type && xml.Attribute("Target") is { } target)
                _all.Add((id, type[(type.LastIndexOf('/') + 1)..], PathOf(target.Replace('\\', '/'), folder)));
    }

    /// <summary>The path of the first part of a kind, such as "styles", or null.</summary>
    public string? OfKind(string kind) => _all.FirstOrDefault(one => one.Kind == kind).Path;

    /// <summary>The kind and the path of the part that an id stands for.</summary>
    public (string Kind, string Path)? OfId(string id) => _all.FindIndex(one => one.Id == id) is >= 0 and int at ? (_all[at].Kind, _all[at].Path) : null;

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
