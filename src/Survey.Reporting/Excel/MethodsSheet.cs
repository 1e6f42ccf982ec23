using Survey.Files.Workbooks.Writing;
using Survey.Reporting.Content;

namespace Survey.Reporting.Excel;

/// <summary>How figures were made and what limits them, for whoever has only the workbook.</summary>
internal static class MethodsSheet
{
    private static readonly string[] Shown = ["methods", "limitations", "audit"];

    /// <summary>The sheet; null where the report has no such section.</summary>
    public static Sheet? Of(Report report)
    {
        Section[] sections = [.. Shown.Select(id => report.Sections.FirstOrDefault(section => section.Id == id)).OfType<Section>()];
        if (sections.Length == 0)
            return null;
        string name = report.Language == Monitoring.Language.Chinese ? "方法与说明" : "Methods";
        double[] widths = [110];
        SheetRow[] rows = [.. SheetParts.Head(report, name, 1), .. sections.SelectMany(section => RowsOf(report, section))];
        return new Sheet(name, rows, widths) { Page = SheetParts.Page(report, widths, null) };
    }

    private static IEnumerable<SheetRow> RowsOf(Report report, Section section) =>
        [SheetParts.Across(section.Title, CellStyle.Part, 1), .. section.Blocks.SelectMany(TextsOf).Select(words => SheetParts.Across(report.TextOf(words), CellStyle.Rule, 1))];

    private static IEnumerable<Words> TextsOf(Block block) => block switch { Paragraph paragraph => [paragraph.Words], ItemList list => list.Items, _ => [] };
}
