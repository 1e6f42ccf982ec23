using System.Globalization;
using Survey.Reporting.Content;
using static Survey.Reporting.Html.HtmlText;

namespace Survey.Reporting.Html;

/// <summary>The chapters and their contents, numbered 1, 1.1, ...</summary>
internal static class HtmlSections
{
    private const int Chapter = 2, Lowest = 6; // levels of headings; the title of the report has 1

    public static void Write(Report report, HtmlBlocks blocks, TextWriter page)
    {
        foreach ((string number, Section section) in Numbered(report.Sections, ""))
            Write(section, number, Chapter, blocks, page);
    }

    /// <summary>A nested list of links.</summary>
    public static string Contents(IReadOnlyList<Section> sections, string above = "")
    {
        if (sections.Count == 0)
            return "";
        IEnumerable<string> items = Numbered(sections, above).Select(part =>
            $"<li><a href=\"#{Escaped(HtmlWords.AnchorOf(part.Section))}\"><span class=\"number\">{part.Number}</span> {Escaped(part.Section.Title)}</a>{Contents(part.Section.Sections, part.Number + ".")}</li>\n");
        return $"<ol>\n{string.Concat(items)}</ol>\n";
    }

    private static void Write(Section section, string number, int level, HtmlBlocks blocks, TextWriter page)
    {
        string anchor = Escaped(HtmlWords.AnchorOf(section));
        page.Write($"<section aria-labelledby=\"{anchor}\">\n<h{level} id=\"{anchor}\"><span class=\"number\">{number}</span> {Escaped(section.Title)}</h{level}>\n");
        int next = Math.Min(level + 1, Lowest);
        foreach (Block block in section.Blocks)
            blocks.Write(block, next);
        foreach ((string partNumber, Section part) in Numbered(section.Sections, number + "."))
            Write(part, partNumber, next, blocks, page);
        page.Write("</section>\n");
    }

    private static IEnumerable<(string Number, Section Section)> Numbered(IReadOnlyList<Section> sections, string above) =>
        sections.Select((section, at) => (above + (at + 1).ToString(CultureInfo.InvariantCulture), section));
}
