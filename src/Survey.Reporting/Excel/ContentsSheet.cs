using Survey.Files.Workbooks.Writing;
using Survey.Reporting.Content;

namespace Survey.Reporting.Excel;

/// <summary>The first sheet: what the workbook is of, and what is on which sheet.</summary>
internal static class ContentsSheet
{
    public static Sheet Of(Report report, IReadOnlyList<Sheet> sheets)
    {
        bool zh = report.Language == Monitoring.Language.Chinese;
        string name = zh ? "目录" : "Contents";
        double[] widths = [8, 60, 34];
        // the names as the workbook will have them, of which this one's is the first
        IReadOnlyList<string> names = SheetNames.Of([name, .. sheets.Select(sheet => sheet.Name)]);
        SheetRow[] rows =
        [
            SheetParts.Across(report.Title, CellStyle.Title, 3), SheetParts.Across(report.Subtitle, CellStyle.Rule, 3),
            .. report.Notice is { } notice ? [SheetParts.Across(notice, CellStyle.Rule, 3)] : (SheetRow[])[],
            .. report.Cover.Select(fact => SheetParts.Across($"{fact.What}{(zh ? "：" : ": ")}{fact.Text}", CellStyle.Rule, 3)),
            new([SheetParts.Text(zh ? "序号" : "No.", CellStyle.Heading), SheetParts.Text(zh ? "内容" : "What", CellStyle.Heading), SheetParts.Text(zh ? "工作表" : "Sheet", CellStyle.Heading)]),
            .. sheets.Select((sheet, k) => new SheetRow([SheetCell.Number(k + 1, CellStyle.Fixed0), SheetParts.Text(sheet.Name), SheetParts.Text(names[k + 1])])),
        ];
        return new Sheet(name, rows, widths) { Page = SheetParts.Page(report, widths, null) };
    }
}
