using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Survey.Reporting.Word;

/// <summary>What is taken from a document of one's own: styles, theme, page, and the pictures at the head of its pages. Its text, links and macros are not.</summary>
internal sealed class WordTemplate
{
    private byte[]? _theme;
    private string _logo = "";
    private (string Type, byte[] Bytes)[] _pictures = [];

    private WordTemplate()
    {
    }

    /// <summary>Nothing.</summary>
    public static WordTemplate None { get; } = new();

    /// <summary>Its styles; or null.</summary>
    public W.Styles? Styles { get; private init; }

    /// <summary>Its numbering, to which its styles refer; or null.</summary>
    public W.Numbering? Numbering { get; private init; }

    /// <summary>Its page, else A4.</summary>
    public PageSize Page { get; private init; } = PageSize.A4;

    /// <summary>Reads a document.</summary>
    /// <param name="file">As the study names it.</param>
    /// <exception cref="SurveyDataException">There is none, or it is no Word document.</exception>
    public static WordTemplate Read(string file)
    {
        if (!File.Exists(file))
            throw new SurveyDataException($"{file} is not there, which the study names as the template of its report; put it there, or leave report.template out.");
        try
        {
            using var stream = new MemoryStream(File.ReadAllBytes(file));
            using WordprocessingDocument document = WordprocessingDocument.Open(stream, isEditable: false);
            return document.DocumentType == WordprocessingDocumentType.Document && document.MainDocumentPart is { Document: not null } main ? Of(main)
                : throw new SurveyDataException($"{file} is no plain Word document (.docx); save the template as one, without macros.");
        }
        catch (Exception odd) when (odd is IOException or InvalidDataException or OpenXmlPackageException or System.Xml.XmlException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new SurveyDataException($"{file} cannot be read as a Word document (.docx), which the study names as the template of its report; save it again as one.", odd);
        }
    }

    private static WordTemplate Of(MainDocumentPart main)
    {
        var template = new WordTemplate
        {
            Styles = main.StyleDefinitionsPart?.Styles,
            Numbering = main.NumberingDefinitionsPart?.Numbering,
            Page = PageOf(main.Document!.Body?.Descendants<W.SectionProperties>().LastOrDefault()),
        };
        if (main.ThemePart is { } theme)
            template._theme = BytesOf(theme);
        template.TakeLogo(main);
        return template;
    }

    /// <summary>The pictures of the first header that has any.</summary>
    private void TakeLogo(MainDocumentPart main)
    {
        foreach (HeaderPart header in main.HeaderParts.OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal))
        {
            W.Paragraph[] drawn = [.. header.Header?.Descendants<W.Drawing>().Select(drawing => drawing.Ancestors<W.Paragraph>().First()).Distinct() ?? []];
            DocumentFormat.OpenXml.Drawing.Blip[] blips = [.. drawn.SelectMany(paragraph => paragraph.Descendants<DocumentFormat.OpenXml.Drawing.Blip>())];
            if (blips.Length == 0 || !blips.All(blip => blip.Embed?.Value is { } id && header.GetPartById(id) is ImagePart))
                continue;
            _pictures = [.. blips.Select(blip => (ImagePart)header.GetPartById(blip.Embed!.Value!)).Select(picture => (picture.ContentType, BytesOf(picture)))];
            // pictures are tied anew to each header that shows them
            W.Paragraph[] copies = [.. drawn.Select(paragraph => (W.Paragraph)paragraph.CloneNode(true))];
            int k = 0;
            foreach (DocumentFormat.OpenXml.Drawing.Blip blip in copies.SelectMany(paragraph => paragraph.Descendants<DocumentFormat.OpenXml.Drawing.Blip>()))
                blip.Embed = $"logo{k++}";
            foreach (OpenXmlElement linked in copies.SelectMany(paragraph => paragraph.Descendants<DocumentFormat.OpenXml.Drawing.HyperlinkOnClick>()).ToArray())
                linked.Remove();
            _logo = string.Concat(copies.Select(paragraph => paragraph.OuterXml));
            return;
        }
    }

    /// <summary>Adds the pictures of the header and gives its markup; empty where there are none.</summary>
    public string AddLogo(Parts parts, string header)
    {
        string logo = _logo;
        for (int k = 0; k < _pictures.Length; k++)
        {
            string name = $"word/media/logo{k + 1}{Ending(_pictures[k].Type)}";
            parts.AddOnce(name, _pictures[k].Type, _pictures[k].Bytes);
            logo = logo.Replace($"\"logo{k}\"", $"\"{parts.Link(header, "image", name)}\"", StringComparison.Ordinal);
        }
        return logo;
    }

    /// <summary>Adds its theme, whose fonts and colours its styles may name.</summary>
    public void AddTheme(Parts parts, string document)
    {
        if (_theme is null)
            return;
        const string name = "word/theme/theme1.xml";
        parts.Add(name, "application/vnd.openxmlformats-officedocument.theme+xml", _theme);
        parts.Link(document, "theme", name);
    }

    private static PageSize PageOf(W.SectionProperties? section)
    {
        W.PageSize? size = section?.GetFirstChild<W.PageSize>();
        W.PageMargin? margin = section?.GetFirstChild<W.PageMargin>();
        PageSize usual = PageSize.A4;
        PageSize page = new(
            (int?)size?.Width?.Value ?? usual.Width, (int?)size?.Height?.Value ?? usual.Height, margin?.Top?.Value ?? usual.Top, (int?)margin?.Right?.Value ?? usual.Right, margin?.Bottom?.Value ?? usual.Bottom,
            (int?)margin?.Left?.Value ?? usual.Left, (int?)margin?.Header?.Value ?? usual.Header, (int?)margin?.Footer?.Value ?? usual.Footer);
        return page.TextWidth < 4000 || page.TextHeight < 4000 || page.Top < 0 || page.Bottom < 0 ? usual : page;
    }

    private static string Ending(string type) => type switch { "image/jpeg" => ".jpeg", "image/gif" => ".gif", "image/bmp" => ".bmp", "image/tiff" => ".tiff", "image/x-emf" => ".emf", "image/x-wmf" => ".wmf", _ => ".png" };

    private static byte[] BytesOf(OpenXmlPart part)
    {
        using Stream stream = part.GetStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
