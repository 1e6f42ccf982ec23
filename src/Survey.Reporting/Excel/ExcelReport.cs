using Survey.Files.Workbooks.Writing;
using Survey.Reporting.Content;

namespace Survey.Reporting.Excel;

/// <summary>A report as a workbook: contents, a sheet a table and a figure, and the methods.</summary>
internal static class ExcelReport
{
    /// <summary>Writes the workbook; the same report gives the same bytes.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="stream">Where it goes; it is not closed.</param>
    public static void Write(Report report, Stream stream) => WorkbookWriter.Write(SheetsOf(report), stream);

    private static List<Sheet> SheetsOf(Report report)
    {
        List<Sheet> sheets = [.. report.Blocks.Select(block => SheetOf(report, block)).OfType<Sheet>()];
        if (MethodsSheet.Of(report) is { } methods)
            sheets.Add(methods);
        return [ContentsSheet.Of(report, sheets), .. sheets];
    }

    private static Sheet? SheetOf(Report report, Block block) =>
        block switch { ReportTable table => new TableOnSheet(report, table).Sheet(), ReportFigure figure => new FigureOnSheet(report, figure).Sheet(), _ => null };
}
