using System.Text;
using Survey.Reporting.Content;
using Survey.Reporting.Word.Charts;
using Survey.Reporting.Word.Styles;

namespace Survey.Reporting.Word;

/// <summary>Charts with their captions below.</summary>
/// <param name="report">Of the figures.</param>
/// <param name="styles">Of the document.</param>
/// <param name="anchors">Of the document.</param>
/// <param name="parts">To which charts and their workbooks are added.</param>
internal sealed class WordFigure(Report report, StyleBook styles, Anchors anchors, Parts parts)
{
    private const string Document = "word/document.xml", ChartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int Emu = 635; // of a twentieth of a point

    private int _count;

    /// <summary>The figure as paragraphs.</summary>
    /// <param name="figure">Which.</param>
    /// <param name="textWidth">Of the page, in twentieths of a point.</param>
    public string Markup(ReportFigure figure, int textWidth)
    {
        int number = ++_count;
        var chart = NativeChart.Of(figure.Chart, report.Language);
        var data = new ChartData(chart, report.Language);
        string name = $"word/charts/chart{number}.xml", book = $"word/embeddings/chart{number}.xlsx";
        parts.Add(name, ChartType, Encoding.UTF8.GetBytes(new ChartMarkup(chart, data, report.Language).Part()));
        parts.Add(book, WorkbookType, data.Workbook());
        parts.Link(name, "package", book);
        string id = parts.Link(Document, "chart", name);
        string drawing = $"<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{(long)textWidth * Emu}\" cy=\"{(long)Height(chart) * Emu}\"/><wp:docPr id=\"{number}\" name=\"{WordText.Escaped(report.NumberOf(figure.Id))}\" descr=\"{WordText.Escaped(figure.Chart.Description)}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"{id}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
        string keep = figure.Notes.Count > 0 ? "<w:keepNext/>" : "";
        return WordText.Paragraph(styles.Of(Role.Figure), drawing, "<w:keepNext/>")
            + WordText.Paragraph(styles.Of(Role.Caption), anchors.Caption(figure.Id, figure.Caption), keep)
            + string.Concat(figure.Notes.Select(note => WordText.Paragraph(styles.Of(Role.Note), anchors.Runs(note))));
    }

    /// <summary>In twentieths of a point: of lying bars as high as these need.</summary>
    private static int Height(NativeChart chart)
    {
        const int usual = 4400, most = 11500;
        if (!chart.IsLevel)
            return usual;
        int bars = chart.IsStacked ? 1 : chart.Series.Count;
        return Math.Clamp(1500 + (chart.Categories.Count * (160 + (200 * bars))), 3000, most);
    }
}
