using Survey.Monitoring;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Survey.Reporting.Word.Styles;

/// <summary>The styles of a document: those of a template where it has them, by id or by any of their names, and ours for the rest.</summary>
internal sealed class StyleBook
{
    private readonly Dictionary<Role, string> _ids = [];
    private readonly W.Styles _styles;

    /// <param name="language">Of the report.</param>
    /// <param name="page">By which tabs are set.</param>
    /// <param name="template">The styles of a template; or null.</param>
    /// <param name="numbering">To which headings and lists belong.</param>
    public StyleBook(Language language, PageSize page, W.Styles? template, ListNumbering numbering)
    {
        _styles = template is null ? Empty() : (W.Styles)template.CloneNode(true);
        foreach (StyleLook look in StyleLooks.Of(language, page))
            if (Found(look) is { } id)
                _ids[look.Role] = id;
            else
                Add(look, numbering);
    }

    /// <summary>The id by which paragraphs name the style of a role.</summary>
    public string Of(Role role) => _ids[role];

    /// <summary>The part.</summary>
    public W.Styles Markup => _styles;

    private string? Found(StyleLook look) =>
        _styles.Elements<W.Style>().Where(style => style.Type?.Value == W.StyleValues.Paragraph && style.StyleId is not null)
            .FirstOrDefault(style => style.StyleId == look.Id || (style.StyleName?.Val?.Value is { } name && (Same(name, look.Name) || look.Aliases.Any(alias => Same(name, alias)))))?.StyleId?.Value;

    private static bool Same(string name, string other) => name.Replace(" ", "", StringComparison.Ordinal).Equals(other.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private void Add(StyleLook look, ListNumbering numbering)
    {
        HashSet<string?> taken = [.. _styles.Elements<W.Style>().Select(style => style.StyleId?.Value)];
        string id = look.Id;
        for (int k = 2; taken.Contains(id); k++)
            id = look.Id + k;
        _ids[look.Role] = id;
        StyleLook own = look.Numbering is { } list ? look with { Numbering = (numbering.IdOf(list.Id), list.Level) } : look;
        _styles.Append(own.Markup(id, look.Role == Role.Normal ? null : _ids[Role.Normal]));
    }

    /// <summary>Fonts and language of a document that no template says anything of.</summary>
    private static W.Styles Empty() =>
        new(new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                Fonts.Text.Markup(),
                new W.FontSize { Val = "21" },
                new W.FontSizeComplexScript { Val = "21" },
                new W.Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" })),
            new W.ParagraphPropertiesDefault()));
}
