using System.Globalization;
using Survey.Reporting.Content;
using static Survey.Reporting.Html.HtmlText;

namespace Survey.Reporting.Html;

/// <summary>A three-line table.</summary>
internal static class HtmlTable
{
    private const int ShortRows = 16; // a table that stays on one printed page

    public static void Write(ReportTable table, HtmlWords words, TextWriter page)
    {
        string anchor = Escaped(HtmlWords.AnchorOf(table));
        string size = table.Rows.Count <= ShortRows ? "table short" : "table";
        page.Write($"<div class=\"{size}\">\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{anchor}-caption\">\n");
        page.Write($"<table id=\"{anchor}\"{(table.IsSortable ? " data-sortable" : "")}>\n");
        page.Write($"<caption id=\"{anchor}-caption\">{words.NumberOf(table.Id)} {Escaped(table.Caption)}</caption>\n");
        WriteColumns(table.Columns, page);
        WriteHead(table.Columns, page);
        WriteBody(table, words, page);
        page.Write("</table>\n</div>\n");
        HtmlBlocks.WriteNotes(table.Notes, words, page);
        page.Write("</div>\n");
    }

    /// <summary>Column groups, which the headings over several columns name, and the room each column wants.</summary>
    private static void WriteColumns(IReadOnlyList<ReportColumn> columns, TextWriter page)
    {
        double room = columns.Sum(column => column.Room);
        foreach (ReportColumn[] group in Groups(columns))
        {
            page.Write("<colgroup>");
            foreach (ReportColumn column in group)
                page.Write($"<col style=\"width:{(100 * column.Room / room).ToString("F1", CultureInfo.InvariantCulture)}%\">");
            page.Write("</colgroup>\n");
        }
    }

    private static void WriteHead(IReadOnlyList<ReportColumn> columns, TextWriter page)
    {
        bool isTwoRows = columns.Any(column => column.Group is not null);
        page.Write("<thead>\n<tr>");
        foreach (ReportColumn[] group in Groups(columns))
            if (group[0].Group is { } heading)
                page.Write($"<th scope=\"colgroup\" colspan=\"{group.Length}\" class=\"group\">{Escaped(heading)}</th>");
            else
                page.Write(HeadingOf(group[0], isTwoRows ? " rowspan=\"2\"" : ""));
        page.Write("</tr>\n");
        if (isTwoRows)
            page.Write($"<tr>{string.Concat(columns.Where(column => column.Group is not null).Select(column => HeadingOf(column, "")))}</tr>\n");
        page.Write("</thead>\n");
    }

    private static string HeadingOf(ReportColumn column, string rows) => $"<th scope=\"col\"{rows} class=\"{ClassOf(column)}\">{Escaped(column.Heading)}</th>";

    /// <summary>Rows under a heading row, and each total, are a part of their own, so that a heading is not read out with what does not belong to it.</summary>
    private static void WriteBody(ReportTable table, HtmlWords words, TextWriter page)
    {
        RowKind? before = null;
        bool isUnderHeading = false;
        foreach (ReportRow row in table.Rows)
        {
            if (before is null || row.Kind != RowKind.Body || before == RowKind.Total)
            {
                isUnderHeading = row.Kind == RowKind.Heading;
                page.Write($"{(before is null ? "" : "</tbody>\n")}<tbody{(isUnderHeading ? " class=\"headed\"" : "")}>\n");
            }
            WriteRow(row, table.Columns, words, page);
            before = row.Kind;
        }
        page.Write(before is null ? "<tbody></tbody>\n" : "</tbody>\n");
    }

    private static void WriteRow(ReportRow row, IReadOnlyList<ReportColumn> columns, HtmlWords words, TextWriter page)
    {
        if (row.Kind == RowKind.Heading)
        {
            page.Write($"<tr class=\"heading\"><th scope=\"rowgroup\" colspan=\"{columns.Count}\">{words.Of(row.Cells[0])}</th></tr>\n");
            return;
        }
        page.Write(row.Kind == RowKind.Total ? "<tr class=\"total\">" : "<tr>");
        for (int column = 0; column < columns.Count; column++)
        {
            bool isName = column == 0 && columns[0].Kind == ColumnKind.Text;
            page.Write($"{(isName ? "<th scope=\"row\"" : "<td")} class=\"{ClassOf(columns[column])}\">{words.Of(row.Cells[column])}{(isName ? "</th>" : "</td>")}");
        }
        page.Write("</tr>\n");
    }

    private static string ClassOf(ReportColumn column) =>
        column.Kind switch
        {
            ColumnKind.Text => "text",
            ColumnKind.Number => "digits",
            ColumnKind.Interval => "digits limits",
            _ => throw new InvalidOperationException($"There is no kind of column {column.Kind}."),
        };

    /// <summary>Neighbours with the same heading over them; a column without one is alone.</summary>
    private static IEnumerable<ReportColumn[]> Groups(IReadOnlyList<ReportColumn> columns)
    {
        for (int start = 0, next; start < columns.Count; start = next)
        {
            next = start + 1;
            while (next < columns.Count && columns[start].Group is { } heading && columns[next].Group == heading)
                next++;
            yield return [.. columns.Skip(start).Take(next - start)];
        }
    }
}
