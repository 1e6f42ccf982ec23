using System.Text;
using Survey.Reporting.Content;
using Survey.Reporting.Word.Styles;

namespace Survey.Reporting.Word;

/// <summary>What stands between the first and the last page of a document.</summary>
/// <param name="report">What it says.</param>
/// <param name="styles">Of the document.</param>
/// <param name="numbering">Of the document.</param>
/// <param name="anchors">Of the document.</param>
/// <param name="figures">Of the document.</param>
/// <param name="page">Upright.</param>
/// <param name="edges">References to headers and footers, as each section has them.</param>
internal sealed class DocumentBody(Report report, StyleBook styles, ListNumbering numbering, Anchors anchors, WordFigure figures, PageSize page, string edges)
{
    /// <summary>Lines of the summary stand closer, so that with one programme it is one page; what the paper says of it is no smaller.</summary>
    private const string Close = "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"288\" w:lineRule=\"auto\"/>";

    private readonly StringBuilder _body = new();
    private int _headings;

    /// <summary>The whole body.</summary>
    public string Markup()
    {
        Cover();
        _body.Append(new Contents(report, styles).Markup());
        _body.Append(Break(page, isCover: true));
        foreach (Section section in report.Sections)
            Write(section, 0);
        _body.Append(Properties(page, isCover: false));
        return _body.ToString();
    }

    private void Cover()
    {
        if (report.Notice is { } notice)
            Add(Role.Notice, WordText.Run(notice));
        Add(Role.Title, WordText.Run(report.Title));
        Add(Role.Subtitle, WordText.Run(report.Subtitle));
        foreach ((string what, string text) in report.Cover)
            _body.Append(WordText.Paragraph(styles.Of(Role.CoverFact), WordText.Run($"{what}{Labels.Of(report.Language).Colon}{text}"), "<w:jc w:val=\"center\"/>"));
        _body.Append(WordText.Paragraph(styles.Of(Role.Normal), "<w:r><w:br w:type=\"page\"/></w:r>"));
    }

    private void Write(Section section, int level)
    {
        string heading = WordText.Bookmarked(Contents.BookmarkOf(_headings), anchors.Count + 1 + _headings, WordText.Run(section.Title));
        _headings++;
        Add(Role.Heading1 + Math.Min(level, 3), heading);
        string spacing = section.Id == "summary" ? Close : "";
        foreach (Block block in section.Blocks)
            Write(block, spacing);
        foreach (Section part in section.Sections)
            Write(part, level + 1);
    }

    private void Write(Block block, string spacing)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Add(paragraph.Kind switch { ParagraphKind.Note => Role.Note, ParagraphKind.Callout => Role.Callout, ParagraphKind.Gap => Role.Gap, _ => Role.Body }, anchors.Runs(paragraph.Words), spacing);
                break;
            case ItemList list:
                string numbers = list.IsNumbered ? $"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{numbering.NewList()}\"/></w:numPr>" : "";
                foreach (Words item in list.Items)
                    _body.Append(WordText.Paragraph(styles.Of(list.IsNumbered ? Role.Numbered : Role.Bullet), anchors.Runs(item), numbers + spacing));
                break;
            case Subheading heading:
                Add(Role.Subheading, WordText.Run(heading.Text));
                break;
            case ReportTable table:
                Write(table);
                break;
            case ReportFigure figure:
                _body.Append(figures.Markup(figure, page.TextWidth));
                break;
            default:
                throw new InvalidOperationException($"There is no block {block.GetType().Name}.");
        }
    }

    /// <summary>A table too wide for an upright page stands on lying ones.</summary>
    private void Write(ReportTable table)
    {
        var markup = new WordTable(report, table, styles, anchors);
        if (!markup.IsWide(page.TextWidth))
        {
            _body.Append(markup.Markup(page.TextWidth));
            return;
        }
        _body.Append(Break(page, isCover: false)).Append(markup.Markup(page.Turned.TextWidth)).Append(Break(page.Turned, isCover: false));
    }

    private void Add(Role role, string runs, string spacing = "") => _body.Append(WordText.Paragraph(styles.Of(role), runs, spacing));

    /// <summary>An empty paragraph that ends a part of the document.</summary>
    private string Break(PageSize size, bool isCover) => $"<w:p><w:pPr><w:pStyle w:val=\"{WordText.Escaped(styles.Of(Role.Note))}\"/>{Properties(size, isCover)}</w:pPr></w:p>";

    private string Properties(PageSize size, bool isCover) => $"<w:sectPr>{edges}<w:type w:val=\"nextPage\"/>{size.Text()}{(isCover ? "<w:titlePg/>" : "")}</w:sectPr>";
}
