using Survey.Monitoring;
using Survey.Reporting.Charts;
using Survey.Reporting.Content;
using static Survey.Reporting.Html.HtmlText;

namespace Survey.Reporting.Html;

/// <summary>The pieces of a section, one after another.</summary>
/// <param name="language">Of the report.</param>
/// <param name="words">Of the report.</param>
/// <param name="page">Where they go.</param>
internal sealed class HtmlBlocks(Language language, HtmlWords words, TextWriter page)
{
    /// <summary>Writes a piece.</summary>
    /// <param name="block">Which.</param>
    /// <param name="level">Of a heading in the section: one below the section's own.</param>
    public void Write(Block block, int level)
    {
        switch (block)
        {
            case Paragraph paragraph:
                page.Write($"<p{ClassOf(paragraph.Kind)}>{words.Of(paragraph.Words)}</p>\n");
                break;
            case ItemList list:
                Write(list);
                break;
            case Subheading heading:
                page.Write($"<h{level}>{Escaped(heading.Text)}</h{level}>\n");
                break;
            case ReportTable table:
                HtmlTable.Write(table, words, page);
                break;
            case ReportFigure figure:
                Write(figure);
                break;
            default:
                throw new InvalidOperationException($"There is no block {block.GetType().Name}.");
        }
    }

    /// <summary>Small print under a table or a figure.</summary>
    public static void WriteNotes(IReadOnlyList<Words> notes, HtmlWords words, TextWriter page)
    {
        foreach (Words note in notes)
            page.Write($"<p class=\"note\">{words.Of(note)}</p>\n");
    }

    private void Write(ItemList list)
    {
        string tag = list.IsNumbered ? "ol" : "ul";
        page.Write($"<{tag}>\n{string.Concat(list.Items.Select(item => $"<li>{words.Of(item)}</li>\n"))}</{tag}>\n");
    }

    private void Write(ReportFigure figure)
    {
        string anchor = Escaped(HtmlWords.AnchorOf(figure));
        page.Write($"<figure id=\"{anchor}\">\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{anchor}-caption\">\n");
        page.Write(SvgChart.Of(figure.Chart, $"chart-{figure.Id}", language));
        page.Write($"\n</div>\n<figcaption><p id=\"{anchor}-caption\" class=\"caption\">{words.NumberOf(figure.Id)} {Escaped(figure.Caption)}</p>\n");
        WriteNotes(figure.Notes, words, page);
        page.Write("</figcaption>\n</figure>\n");
    }

    private static string ClassOf(ParagraphKind kind) =>
        kind switch
        {
            ParagraphKind.Body => "",
            ParagraphKind.Note => " class=\"note\"",
            ParagraphKind.Callout => " class=\"callout\"",
            ParagraphKind.Gap => " class=\"gap\"",
            _ => throw new InvalidOperationException($"There is no kind of paragraph {kind}."),
        };
}
