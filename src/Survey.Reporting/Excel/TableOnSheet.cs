using Survey.Files.Workbooks.Writing;
using Survey.Reporting.Content;

namespace Survey.Reporting.Excel;

/// <summary>A table as a sheet: numbers stay numbers, limits of intervals have a column each.</summary>
/// <param name="report">Of the table.</param>
/// <param name="table">The table.</param>
internal sealed class TableOnSheet(Report report, ReportTable table)
{
    private const double WidestText = 44;

    private readonly bool _zh = report.Language == Monitoring.Language.Chinese;

    private bool HasTwoHeadings => table.Columns.Any(column => column.Group is not null || column.Kind == ColumnKind.Interval);

    private int ColumnCount => table.Columns.Sum(CountOf);

    public Sheet Sheet()
    {
        double[] widths = [.. table.Columns.SelectMany(WidthsOf)];
        int head = SheetParts.HeadRows(report), headings = HasTwoHeadings ? 2 : 1;
        return new Sheet(report.NumberOf(table.Id) + " " + table.Caption, Rows(), widths)
        {
            FrozenRows = head + headings,
            Page = SheetParts.Page(report, widths, (head + 1, head + headings)),
        };
    }

    private IEnumerable<SheetRow> Rows() =>
    [
        .. SheetParts.Head(report, $"{report.NumberOf(table.Id)} {table.Caption}", ColumnCount),
        .. Headings(),
        .. table.Rows.Select(RowOf),
        .. table.Notes.Select(note => SheetParts.Across(report.TextOf(note), CellStyle.Note, ColumnCount)),
    ];

    private IEnumerable<SheetRow> Headings()
    {
        if (!HasTwoHeadings)
        {
            yield return new SheetRow([.. table.Columns.Select(column => SheetParts.Text(column.Heading, CellStyle.Heading))]);
            yield break;
        }
        yield return new SheetRow([.. Groups().Select(group => Top(group))]);
        yield return new SheetRow([.. table.Columns.SelectMany(Below)]);
    }

    /// <summary>Neighbours with the same heading over them.</summary>
    private IEnumerable<ReportColumn[]> Groups()
    {
        for (int start = 0, next; start < table.Columns.Count; start = next)
        {
            next = start + 1;
            while (next < table.Columns.Count && table.Columns[start].Group is { } heading && table.Columns[next].Group == heading)
                next++;
            yield return [.. table.Columns.Skip(start).Take(next - start)];
        }
    }

    private static SheetCell Top(ReportColumn[] group)
    {
        SheetCell cell = SheetParts.Text(group[0].Group ?? group[0].Heading, CellStyle.Heading).Over(group.Sum(CountOf));
        return group[0].Group is null && group[0].Kind != ColumnKind.Interval ? cell.Down(2) : cell;
    }

    private IEnumerable<SheetCell> Below(ReportColumn column)
    {
        if (column.Kind == ColumnKind.Interval)
        {
            string own = column.Group is null ? "" : $"{column.Heading} ";
            return [SheetParts.Text(own + (_zh ? "下限" : "low"), CellStyle.Heading), SheetParts.Text(own + (_zh ? "上限" : "high"), CellStyle.Heading)];
        }
        return [column.Group is null ? SheetCell.Blank(CellStyle.Heading) : SheetParts.Text(column.Heading, CellStyle.Heading)];
    }

    private SheetRow RowOf(ReportRow row) =>
        row.Kind == RowKind.Heading
            ? new SheetRow(SheetParts.Text(TextOf(row.Cells[0]), CellStyle.Group).Over(ColumnCount))
            : new SheetRow([.. row.Cells.SelectMany((cell, k) => CellsOf(cell, k == 0 && row.Kind == RowKind.Total))]);

    private IEnumerable<SheetCell> CellsOf(Cell cell, bool isTotal) =>
        cell switch
        {
            NumberCell number => [SheetParts.Of(number.Number, report.Language)],
            IntervalCell { IsShown: true } limits => [SheetParts.Of(limits.Low, report.Language), SheetParts.Of(limits.High, report.Language)],
            IntervalCell limits => Enumerable.Repeat(SheetCell.Text(limits.Text(report.Language), CellStyle.Centred), 2),
            _ => [SheetParts.Text(TextOf(cell), isTotal ? CellStyle.Group : CellStyle.Cell)],
        };

    private string TextOf(Cell cell) => cell is TextCell text ? report.TextOf(text.Words) : "";

    private static int CountOf(ReportColumn column) => column.Kind == ColumnKind.Interval ? 2 : 1;

    private IEnumerable<double> WidthsOf(ReportColumn column, int index)
    {
        if (column.Kind == ColumnKind.Interval)
            return [10, 10];
        return column.Kind == ColumnKind.Number ? [11] : [TextRoom.Width([column.Heading, .. table.Rows.Where(row => row.Kind != RowKind.Heading).Select(row => TextOf(row.Cells[index]))], WidestText)];
    }
}
