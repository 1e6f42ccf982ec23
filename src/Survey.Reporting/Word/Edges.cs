using Survey.Reporting.Content;
using Survey.Reporting.Word.Styles;

namespace Survey.Reporting.Word;

/// <summary>Headers and footers: title and notice above, number of the page below.</summary>
/// <param name="report">Of the document.</param>
/// <param name="styles">Of the document.</param>
internal sealed class Edges(Report report, StyleBook styles)
{
    /// <summary>What all parts of markup declare.</summary>
    public const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <summary>The header of all pages but the first.</summary>
    /// <param name="logo">What a template has at the head of its pages; or empty.</param>
    public string Header(string logo = "") => Part("hdr", logo + WordText.Paragraph(styles.Of(Role.Header), WordText.Run(report.Title)) + Notice());

    /// <summary>The header of the cover.</summary>
    public string FirstHeader(string logo = "") => Part("hdr", logo + (report.Notice is null ? WordText.Paragraph(styles.Of(Role.Header), "") : Notice()));

    /// <summary>The footer of all pages but the first.</summary>
    public string Footer()
    {
        (string before, string between, string after) = Labels.Of(report.Language).Pages;
        return Part("ftr", WordText.Paragraph(styles.Of(Role.Footer), WordText.Run(before) + WordText.Field("PAGE", "1") + WordText.Run(between) + WordText.Field("NUMPAGES", "1") + WordText.Run(after)));
    }

    /// <summary>The footer of the cover.</summary>
    public string FirstFooter() => Part("ftr", WordText.Paragraph(styles.Of(Role.Footer), ""));

    private string Notice() => report.Notice is { } notice ? WordText.Paragraph(styles.Of(Role.Header), WordText.Run(notice, WordText.Bold + "<w:color w:val=\"9C3A00\"/>")) : "";

    private static string Part(string name, string content) => $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:{name} {Names}>{content}</w:{name}>";
}
