using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using Survey.Monitoring;
using Survey.Reporting.Content;
using Survey.Reporting.Excel;
using Survey.Reporting.Html;
using Survey.Reporting.Tests.Made;

namespace Survey.Reporting.Tests;

/// <summary>Names and labels that people wrote are text in every format, whatever is in them.</summary>
public class InjectionTests
{
    private static readonly string[] Hostile =
    [
        SampleReport.Hostile, "</style><script>alert(1)</script>", "</script>", "]]>", "<!--", "&lt;b&gt;", "\" onmouseover=\"alert(1)", "=HYPERLINK(\"http://x\",\"y\")", "+1+cmd", "@SUM(A1)", "-2+3", "{=1}", "<w:p/>", "\u0001\u0007", "\ud800", "\u202Eabc", "\\\\x\\y", "%s%n", "{0}", "*/ }", "_x0041_",
    ];

    private static Report Of(string text)
    {
        using var study = new SmallStudy { Title = text.Replace('\ud800', '?').Replace("\u0001\u0007", "\u00a0x"), TownName = k => k == 1 ? "第1镇" : $"{text.Replace('\ud800', '?').Replace("\u0001\u0007", "")}{k}" };
        Report report = study.Report(Language.Chinese).Content;
        return report with { Title = text, Notice = text, Cover = [(text, text)] };
    }

    [TestCaseSource(nameof(Hostile))]
    public void A_page_has_it_as_text(string text)
    {
        Report report = SampleReport.Of(Language.Chinese) with { Title = text, Notice = text, Cover = [(text, text)] };
        using var writer = new StringWriter();
        HtmlReport.Write(report, writer);
        AngleSharp.Html.Dom.IHtmlDocument page = new HtmlParser().ParseDocument(writer.ToString());
        Assert.That(page.QuerySelectorAll("script"), Has.Length.EqualTo(1));
        Assert.That(page.QuerySelectorAll("style"), Has.Length.EqualTo(1));
        Assert.That(page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Where(name => name.StartsWith("on", StringComparison.Ordinal)), Is.Empty);
        Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo(LegalText.Of(text)));
        Assert.That(page.QuerySelector(".notice")!.TextContent, Is.EqualTo(LegalText.Of(text)));
    }

    [TestCaseSource(nameof(Hostile))]
    public void A_document_has_it_as_text(string text)
    {
        Report report = SampleReport.Of(Language.Chinese) with { Title = text, Notice = text, Cover = [(text, text)] };
        byte[] written = Word.WordReportTests.Written(report);
        Assert.That(Word.WordReportTests.Faults(written), Is.Empty);
        using var stream = new MemoryStream(written);
        using WordprocessingDocument document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.That(document.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(Said), Has.Some.EqualTo(LegalText.Of(text)));
        Assert.That(document.MainDocumentPart.ExternalRelationships, Is.Empty);
    }

    // a minus sign is a hyphen that does not break, an element of its own
    private static string Said(DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph) =>
        string.Concat(paragraph.Descendants().Select(own => own switch { DocumentFormat.OpenXml.Wordprocessing.Text text => text.Text, DocumentFormat.OpenXml.Wordprocessing.NoBreakHyphen => "-", _ => "" }));

    [TestCaseSource(nameof(Hostile))]
    public void A_workbook_has_it_as_text_and_no_formula(string text)
    {
        Report report = SampleReport.Of(Language.Chinese) with { Title = text, Notice = text, Cover = [(text, text)] };
        using var stream = new MemoryStream();
        ExcelReport.Write(report, stream);
        using SpreadsheetDocument book = SpreadsheetDocument.Open(stream, isEditable: false);
        foreach (WorksheetPart sheet in book.WorkbookPart!.WorksheetParts)
            Assert.That(sheet.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>(), Is.Empty);
    }

    [Test]
    public void Names_of_a_study_reach_all_formats_as_text([Values(0, 1, 7, 12)] int index)
    {
        Report report = Of(Hostile[index]);
        Assert.That(Word.WordReportTests.Faults(Word.WordReportTests.Written(report)), Is.Empty);
        using var writer = new StringWriter();
        HtmlReport.Write(report, writer);
        Assert.That(new HtmlParser().ParseDocument(writer.ToString()).QuerySelectorAll("script"), Has.Length.EqualTo(1));
        using var stream = new MemoryStream();
        ExcelReport.Write(report, stream);
        Assert.That(stream.Length, Is.GreaterThan(5000));
    }
}
