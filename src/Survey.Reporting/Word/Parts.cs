using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;

namespace Survey.Reporting.Word;

/// <summary>The parts of a document and what ties them together; the same parts give the same bytes.</summary>
/// <remarks>They are written by hand: the SDK's own package puts the time of day on each part and gives ids by chance.</remarks>
internal sealed class Parts
{
    /// <summary>Where the kinds of relationships are named.</summary>
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The earliest time that a zip archive can give.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Name, string ContentType, byte[] Bytes)> _parts = [];
    private readonly SortedDictionary<string, List<(string Kind, string Target)>> _links = new(StringComparer.Ordinal);

    /// <summary>Adds a part as it stands.</summary>
    /// <param name="name">With its folder: word/document.xml.</param>
    /// <param name="contentType">What it is.</param>
    /// <param name="bytes">What is in it.</param>
    public void Add(string name, string contentType, byte[] bytes) => _parts.Add((name, contentType, bytes));

    /// <summary>Adds a part that several others show.</summary>
    public void AddOnce(string name, string contentType, byte[] bytes)
    {
        if (_parts.All(part => part.Name != name))
            Add(name, contentType, bytes);
    }

    /// <summary>Adds a part of markup.</summary>
    public void Add(string name, string contentType, OpenXmlElement root)
    {
        using var bytes = new MemoryStream();
        using (OpenXmlWriter xml = OpenXmlWriter.Create(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            xml.WriteStartDocument(true);
            xml.WriteElement(root);
        }
        Add(name, contentType, bytes.ToArray());
    }

    /// <summary>Ties a part to another one and gives the id by which its markup names it.</summary>
    /// <param name="from">The part whose markup names the other; empty for the document as a whole.</param>
    /// <param name="kind">The last word of the relationship's kind, or all of it.</param>
    /// <param name="target">The name of the other part.</param>
    public string Link(string from, string kind, string target)
    {
        if (!_links.TryGetValue(from, out List<(string, string)>? links))
            _links.Add(from, links = []);
        links.Add((kind.Contains(':', StringComparison.Ordinal) ? kind : $"{Relationships}/{kind}", "/" + target));
        return $"rId{links.Count}";
    }

    /// <summary>Writes all of them.</summary>
    /// <param name="stream">Where the document goes; it is not closed.</param>
    public void Write(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Write(archive, "[Content_Types].xml", Encoding.UTF8.GetBytes(ContentTypes()));
        foreach ((string from, List<(string, string)> links) in _links)
            Write(archive, RelationshipsOf(from), Encoding.UTF8.GetBytes(LinksText(links)));
        foreach ((string name, _, byte[] bytes) in _parts)
            Write(archive, name, bytes);
    }

    private string ContentTypes() =>
        $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{string.Concat(_parts.Select(part => $"<Override PartName=\"/{part.Name}\" ContentType=\"{part.ContentType}\"/>"))}</Types>""";

    private static string LinksText(List<(string Kind, string Target)> links) =>
        $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{PackageRelationships}">{string.Concat(links.Select((link, k) => $"<Relationship Id=\"rId{k + 1}\" Type=\"{link.Kind}\" Target=\"{link.Target}\"/>"))}</Relationships>""";

    private static string RelationshipsOf(string part)
    {
        int name = part.LastIndexOf('/') + 1;
        return $"{part[..name]}_rels/{part[name..]}.rels";
    }

    private static void Write(ZipArchive archive, string name, byte[] bytes)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name);
        entry.LastWriteTime = Always;
        using Stream part = entry.Open();
        part.Write(bytes);
    }
}
