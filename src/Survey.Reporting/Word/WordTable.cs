using Survey.Reporting.Content;
using Survey.Reporting.Word.Styles;

namespace Survey.Reporting.Word;

/// <summary>A three-line table with its caption and notes.</summary>
/// <param name="report">Of the table.</param>
/// <param name="table">The table.</param>
/// <param name="styles">Of the document.</param>
/// <param name="anchors">Of the document.</param>
internal sealed class WordTable(Report report, ReportTable table, StyleBook styles, Anchors anchors)
{
    /// <summary>A table of so many rows stays on one page.</summary>
    private const int ShortRows = 14;

    /// <summary>What half a Chinese character and the edges of a cell take, in twentieths of a point.</summary>
    private const int Character = 108, SmallCharacter = 93, Edges = 150;

    private const int WidestText = 26, NarrowestText = 6, LeastText = 12;

    private readonly int[] _natural = [.. table.Columns.Select((column, k) => NaturalWidth(report, table, column, k))];

    private bool HasTwoHeadings => table.Columns.Any(column => column.Group is not null);

    /// <summary>The room that it needs where texts go over lines of so many half characters, in twentieths of a point.</summary>
    private int Needed(int character, int text) => _natural.Select((width, k) => ((table.Columns[k].Kind == ColumnKind.Text ? Math.Min(width, text) : width) * character) + Edges).Sum();

    /// <summary>Whether it needs a page on its long side.</summary>
    public bool IsWide(int textWidth) => Needed(SmallCharacter, LeastText) > textWidth;

    /// <summary>Caption, table and notes.</summary>
    /// <param name="textWidth">Of the page, in twentieths of a point.</param>
    public string Markup(int textWidth)
    {
        bool isSmall = Needed(Character, WidestText) > textWidth;
        string style = styles.Of(isSmall ? Role.SmallTableText : Role.TableText);
        int[] widths = Widths(textWidth, isSmall ? SmallCharacter : Character);
        string caption = WordText.Paragraph(styles.Of(Role.Caption), anchors.Caption(table.Id, table.Caption), "<w:keepNext/>");
        string rows = string.Concat(Headings(style, widths)) + string.Concat(table.Rows.Select((row, k) => Row(row, k, style, widths)));
        string notes = table.Notes.Count == 0 ? WordText.Paragraph(styles.Of(Role.Note), "") : string.Concat(table.Notes.Select(note => WordText.Paragraph(styles.Of(Role.Note), anchors.Runs(note))));
        return $"{caption}<w:tbl><w:tblPr><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"000000\"/><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"000000\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar><w:tblCaption w:val=\"{WordText.Escaped(table.Caption)}\"/></w:tblPr><w:tblGrid>{string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))}</w:tblGrid>{rows}</w:tbl>{notes}";
    }

    /// <summary>Numbers have the room that they need, and texts share the rest by what they hold; where all fits, the whole width is shared so.</summary>
    private int[] Widths(int textWidth, int character)
    {
        double[] wanted = [.. _natural.Select(width => (double)(width * character) + Edges)];
        double texts = wanted.Where((_, k) => table.Columns[k].Kind == ColumnKind.Text).Sum(), numbers = wanted.Sum() - texts;
        bool isTight = wanted.Sum() > textWidth && texts > 0 && numbers < textWidth;
        return [.. wanted.Select((width, k) => (int)(!isTight ? textWidth * width / wanted.Sum() : table.Columns[k].Kind == ColumnKind.Text ? (textWidth - numbers) * width / texts : width))];
    }

    /// <summary>The widest that a column has, in half Chinese characters; long texts go over several lines.</summary>
    private static int NaturalWidth(Report report, ReportTable table, ReportColumn column, int index)
    {
        int widest = table.Rows.Where(row => row.Kind != RowKind.Heading).Select(row => TextTable.Width(TextOf(report, row.Cells[index]))).Append(NarrowestText).Max();
        int heading = TextTable.Width(column.Heading), word = column.Heading.Split(' ').Max(own => own.All(char.IsAscii) ? own.Length + 1 : 0);
        return column.Kind == ColumnKind.Text ? Math.Clamp(Math.Max(widest, Math.Min(heading, 12)), NarrowestText, WidestText) : Math.Max(widest, Math.Max(word, Math.Min(heading, 8)));
    }

    private static string TextOf(Report report, Cell cell) =>
        cell switch { TextCell text => report.TextOf(text.Words), NumberCell number => number.Number.Digits(report.Language), IntervalCell limits => limits.Text(report.Language), _ => "" };

    private IEnumerable<string> Headings(string style, int[] widths)
    {
        const string thin = "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:tcBorders>";
        if (!HasTwoHeadings)
        {
            yield return HeadingRow(string.Concat(table.Columns.Select((column, k) => HeadingCell(column.Heading, style, widths[k], 1, thin, column.Kind))));
            yield break;
        }
        string above = "", below = "";
        for (int start = 0, next; start < table.Columns.Count; start = next)
        {
            next = start + 1;
            ReportColumn first = table.Columns[start];
            while (next < table.Columns.Count && first.Group is { } group && table.Columns[next].Group == group)
                next++;
            int width = widths[start..next].Sum();
            above += first.Group is { } heading
                ? HeadingCell(heading, style, width, next - start, "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F7F7F\"/></w:tcBorders>", ColumnKind.Interval)
                : HeadingCell(first.Heading, style, width, 1, "<w:vMerge w:val=\"restart\"/>" + thin, first.Kind);
            for (int k = start; k < next; k++)
                below += first.Group is null ? HeadingCell("", style, widths[k], 1, "<w:vMerge/>" + thin, first.Kind) : HeadingCell(table.Columns[k].Heading, style, widths[k], 1, thin, table.Columns[k].Kind);
        }
        yield return HeadingRow(above);
        yield return HeadingRow(below);
    }

    private static string HeadingRow(string cells) => $"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>";

    private static string HeadingCell(string text, string style, int width, int span, string more, ColumnKind kind) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{(span > 1 ? $"<w:gridSpan w:val=\"{span}\"/>" : "")}{more}<w:vAlign w:val=\"bottom\"/></w:tcPr>{WordText.Paragraph(style, WordText.Run(text, WordText.Bold), "<w:keepNext/>" + (kind == ColumnKind.Text ? "" : "<w:jc w:val=\"center\"/>"))}</w:tc>";

    private string Row(ReportRow row, int index, string style, int[] widths)
    {
        bool isLast = index == table.Rows.Count - 1, isBold = row.Kind != RowKind.Body;
        string keep = !isLast && (table.Rows.Count <= ShortRows || row.Kind == RowKind.Heading || index < 1 || index == table.Rows.Count - 2) ? "<w:keepNext/>" : "";
        string border = row.Kind == RowKind.Total && index > 0 ? "<w:tcBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F7F7F\"/></w:tcBorders>" : "";
        string cells = row.Kind == RowKind.Heading
            ? $"<w:tc><w:tcPr><w:tcW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/>{(widths.Length > 1 ? $"<w:gridSpan w:val=\"{widths.Length}\"/>" : "")}</w:tcPr>{WordText.Paragraph(style, Runs(row.Cells[0], isBold: true), keep)}</w:tc>"
            : string.Concat(row.Cells.Select((cell, k) => $"<w:tc><w:tcPr><w:tcW w:w=\"{widths[k]}\" w:type=\"dxa\"/>{border}</w:tcPr>{WordText.Paragraph(style, Runs(cell, isBold), keep + (table.Columns[k].Kind == ColumnKind.Text ? "" : "<w:jc w:val=\"right\"/>"))}</w:tc>"));
        return $"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>";
    }

    private string Runs(Cell cell, bool isBold) =>
        cell is TextCell text ? anchors.Runs(text.Words, isBold ? WordText.Bold : "") : WordText.Run(TextOf(report, cell), isBold ? WordText.Bold : "");
}
