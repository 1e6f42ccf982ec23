using System.Globalization;
using Survey.Reporting.Content;
using Survey.Reporting.Word.Styles;

namespace Survey.Reporting.Word;

/// <summary>The table of contents: a field that Word makes anew, filled with what it will show.</summary>
/// <param name="report">Of the document.</param>
/// <param name="styles">Of the document.</param>
internal sealed class Contents(Report report, StyleBook styles)
{
    private const int Levels = 2;

    /// <summary>The bookmark of the k-th heading.</summary>
    public static string BookmarkOf(int k) => $"_Toc{k:D6}";

    /// <summary>The heading and the list.</summary>
    public string Markup()
    {
        (int Level, string Text, int Index)[] entries = [.. Entries(report.Sections, 1, "").Select((entry, k) => (entry.Level, entry.Text, k)).Where(entry => entry.Level <= Levels)];
        string heading = WordText.Paragraph(styles.Of(Role.ContentsHeading), WordText.Run(Labels.Of(report.Language).Contents));
        string begin = $"<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-{Levels}\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        string list = string.Concat(entries.Select((entry, k) => Entry(entry, k == 0 ? begin : "")));
        return heading + (entries.Length == 0 ? "" : list + WordText.Paragraph(styles.Of(Role.Note), "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
    }

    private string Entry((int Level, string Text, int Index) entry, string before)
    {
        string anchor = BookmarkOf(entry.Index);
        return WordText.Paragraph(styles.Of(Role.Contents1 + entry.Level - 1), $"{before}<w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">{WordText.Run(entry.Text)}<w:r><w:tab/></w:r>{WordText.Field($"PAGEREF {anchor} \\h", "")}</w:hyperlink>");
    }

    private static IEnumerable<(int Level, string Text)> Entries(IReadOnlyList<Section> sections, int level, string above) =>
        sections.SelectMany((section, k) =>
        {
            string number = above + (k + 1).ToString(CultureInfo.InvariantCulture);
            return ((int, string)[])[(level, $"{number} {section.Title}"), .. Entries(section.Sections, level + 1, number + ".")];
        });
}
