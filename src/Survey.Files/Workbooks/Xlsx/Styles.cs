using System.Globalization;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>The cell styles of a workbook, as far as they say what numbers mean.</summary>
internal static class Styles
{
    /// <summary>The most styles of cells; Excel stops at 65,490.</summary>
    public const int MostStyles = 1 << 20;

    /// <summary>What numbers mean, by the number of the cell's style.</summary>
    /// <param name="package">The file.</param>
    /// <param name="path">The part of styles; null where the workbook has none.</param>
    public static NumberKind[] Read(Package package, string? path)
    {
        if (path is null || package.Part(path) is not { } part)
            return [NumberKind.Number];
        var formats = new Dictionary<string, NumberKind>(StringComparer.Ordinal);
        var styles = new List<string>();
        using var xml = new XmlPart(part, package.File);
        while (xml.ReadChild())
            if (xml.Name == "cellXfs")
                while (xml.ReadChild(1))
                    AddStyle(xml, styles);
            else if (xml.Name == "numFmts")
                while (xml.ReadChild(1))
                    if (xml.Name == "numFmt" && xml.Attribute("numFmtId") is { } id && xml.Attribute("formatCode") is { } format)
                        formats.TryAdd(id, NumberFormat.Of(format));
        return [.. styles.Select(id => formats.TryGetValue(id, out NumberKind kind) ? kind : OfBuiltIn(id))];
    }

    private static void AddStyle(XmlPart xml, List<string> styles)
    {
        if (xml.Name == "xf")
            styles.Add(xml.Attribute("numFmtId") ?? "0");
        if (styles.Count > MostStyles)
            throw xml.TooMany("styles of cells", MostStyles);
    }

    private static NumberKind OfBuiltIn(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? NumberFormat.OfBuiltIn(number) : NumberKind.Number;
}
