using Survey.Files.Workbooks.Writing;
using Survey.Reporting.Content;

namespace Survey.Reporting.Excel;

/// <summary>What a figure draws, as a sheet: a row a point.</summary>
/// <param name="report">Of the figure.</param>
/// <param name="figure">The figure.</param>
internal sealed class FigureOnSheet(Report report, ReportFigure figure)
{
    private readonly bool _zh = report.Language == Monitoring.Language.Chinese;

    public Sheet Sheet()
    {
        (string[] headings, SheetRow[] rows) = Content();
        double[] widths = [30, 24, .. Enumerable.Repeat(12.0, Math.Max(0, headings.Length - 2))];
        int head = SheetParts.HeadRows(report);
        return new Sheet($"{report.NumberOf(figure.Id)} {figure.Caption}",
            [.. SheetParts.Head(report, $"{report.NumberOf(figure.Id)} {figure.Caption}", headings.Length), new SheetRow([.. headings.Select(text => SheetParts.Text(text, CellStyle.Heading))]), .. rows, .. figure.Notes.Select(note => SheetParts.Across(report.TextOf(note), CellStyle.Note, headings.Length))],
            widths)
        { FrozenRows = head + 1, Page = SheetParts.Page(report, widths, (head + 1, head + 1)) };
    }

    private (string[] Headings, SheetRow[] Rows) Content() =>
        figure.Chart switch
        {
            SeriesChart chart => ([In("系列", "Series"), Named(chart.CategoryTitle, In("类别", "Category")), chart.Unit, In("下限", "Low"), In("上限", "High")], [.. SeriesRows(chart)]),
            ChangeChart chart => ([In("指标", "Indicator"), In("结论", "Verdict"), chart.Unit, In("下限", "Low"), In("上限", "High"), In("目标", "Target")], [.. chart.Rows.Select(ChangeRow)]),
            StripChart chart => ([In("维度", "Dimension"), In("编号", "No."), In("状态", "State"), In("分值", "Points")], [.. chart.Rows.SelectMany(StripRows)]),
            _ => throw new InvalidOperationException($"There is no chart {figure.Chart.GetType().Name}."),
        };

    private IEnumerable<SheetRow> SeriesRows(SeriesChart chart) =>
    [
        .. from series in chart.Series
           from point in series.Points.Zip(chart.Categories)
           where point.First is not null
           select new SheetRow([SheetParts.Text(series.Name), SheetParts.Text(point.Second), .. Of(point.First)]),
        .. chart.References.Select(line => new SheetRow([SheetParts.Text(line.Name), SheetCell.Blank(CellStyle.Cell), SheetParts.Of(line.Value, report.Language), SheetCell.Blank(CellStyle.Cell), SheetCell.Blank(CellStyle.Cell)])),
    ];

    private SheetRow ChangeRow(ChangeRow row) => new([SheetParts.Text(row.Name), SheetParts.Text(row.Label), .. Of(row.Change), SheetParts.Of(row.Target, report.Language)]);

    private IEnumerable<SheetRow> StripRows(StripRow row) =>
        row.Cells.Select(cell => new SheetRow([SheetParts.Text(row.Name), SheetParts.Text(cell.Id, CellStyle.Code), SheetParts.Text(Charts.Layout.ChartWords.State(cell.State, report.Language)), SheetParts.Of(cell.Points, report.Language)]));

    private IEnumerable<SheetCell> Of(ChartPoint point) => [SheetParts.Of(point.Value, report.Language), Limit(point, point.Low), Limit(point, point.High)];

    /// <summary>The limits of what is suppressed are hidden with it.</summary>
    private SheetCell Limit(ChartPoint point, ReportNumber? limit) =>
        limit is not { } own ? SheetCell.Blank(CellStyle.Cell) : SheetParts.Of(own with { IsSuppressed = own.IsSuppressed || point.Value.IsSuppressed }, report.Language);

    private static string Named(string name, string other) => name.Length > 0 ? name : other;

    private string In(string chinese, string english) => _zh ? chinese : english;
}
