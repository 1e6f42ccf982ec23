using System.Text;
using Survey.Reporting.Content;
using Survey.Reporting.Word.Styles;

namespace Survey.Reporting.Word;

/// <summary>A report as a Word document: real styles and numbered headings, three-line tables, charts that can be edited, contents and numbers of pages.</summary>
internal static class WordReport
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.", Document = "word/document.xml";

    private const string Names = Edges.Names + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"";

    /// <summary>Writes the document; the same report gives the same bytes.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="stream">Where it goes; it is not closed.</param>
    /// <param name="template">A document whose styles, page, header and logo are taken; or null.</param>
    /// <exception cref="SurveyDataException">The template is no Word document.</exception>
    public static void Write(Report report, Stream stream, string? template = null)
    {
        WordTemplate own = template is null ? WordTemplate.None : WordTemplate.Read(template);
        var parts = new Parts();
        var numbering = new ListNumbering(report.Language, own.Numbering);
        var styles = new StyleBook(report.Language, own.Page, own.Styles, numbering);
        var anchors = new Anchors(report);
        string edges = AddEdges(new Edges(report, styles), own, parts);
        string body = new DocumentBody(report, styles, numbering, anchors, new WordFigure(report, styles, anchors, parts), own.Page, edges).Markup();
        Add(parts, Document, "document.main+xml", $"<w:document {Names}><w:body>{body}</w:body></w:document>");
        parts.Link("", "officeDocument", Document);
        parts.Add("word/styles.xml", Main + "styles+xml", styles.Markup);
        parts.Add("word/numbering.xml", Main + "numbering+xml", numbering.Markup(styles.Of));
        Add(parts, "word/settings.xml", "settings+xml", $"<w:settings {Edges.Names}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>");
        foreach ((string kind, string name) in new[] { ("styles", "styles"), ("numbering", "numbering"), ("settings", "settings") })
            parts.Link(Document, kind, $"word/{name}.xml");
        own.AddTheme(parts, Document);
        AddProperties(report, parts);
        parts.Write(stream);
    }

    /// <summary>Headers and footers, and how sections refer to them.</summary>
    private static string AddEdges(Edges edges, WordTemplate template, Parts parts)
    {
        var references = new StringBuilder();
        foreach ((string kind, string type, string name, Func<string, string> content) in new (string, string, string, Func<string, string>)[]
        {
            ("header", "default", "header1", edges.Header), ("header", "first", "header2", edges.FirstHeader), ("footer", "default", "footer1", _ => edges.Footer()), ("footer", "first", "footer2", _ => edges.FirstFooter()),
        })
        {
            string part = $"word/{name}.xml", logo = kind == "header" ? template.AddLogo(parts, part) : "";
            parts.Add(part, $"{Main}{kind}+xml", Encoding.UTF8.GetBytes(content(logo)));
            references.Append($"<w:{kind}Reference w:type=\"{type}\" r:id=\"{parts.Link(Document, kind, part)}\"/>");
        }
        return references.ToString();
    }

    private static void Add(Parts parts, string name, string type, string markup) => parts.Add(name, Main + type, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + markup));

    private static void AddProperties(Report report, Parts parts)
    {
        const string core = "docProps/core.xml";
        string language = report.Language == Monitoring.Language.Chinese ? "zh-CN" : "en-US";
        parts.Add(core, "application/vnd.openxmlformats-package.core-properties+xml", Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{WordText.Escaped(report.Title)}</dc:title><dc:subject>{WordText.Escaped(report.Subtitle)}</dc:subject><dc:language>{language}</dc:language></cp:coreProperties>"));
        parts.Link("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", core);
    }
}
