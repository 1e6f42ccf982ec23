using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Survey.Reporting.Content;
using Block = Survey.Reporting.Content.Block;
using PipeTable = Markdig.Extensions.Tables.Table;

namespace Survey.Reporting.Text;

/// <summary>Pipe tables as tables of the report. A column that is set to the right holds numbers, as they were written.</summary>
internal sealed class MarkdownTables(string id, string title, MarkdownInlines inlines)
{
    private static readonly string[] CaptionMarks = ["表：", "表:", "Table:"];

    private int _count;

    /// <summary>The last one above.</summary>
    public string Heading { get; set; } = "";

    /// <summary>The table, with its caption taken from the paragraph before it where that is one.</summary>
    public ReportTable Of(PipeTable table, List<Block> before)
    {
        string caption = TakeCaption(before) ?? (Heading.Length > 0 ? Heading : title);
        TableRow[] rows = [.. table.OfType<TableRow>()];
        int width = rows.Max(row => row.Count);
        ReportColumn[] columns = [.. Enumerable.Range(0, width).Select(at => new ReportColumn(HeadingOf(rows[0], at), IsRight(table, at) ? ColumnKind.Number : ColumnKind.Text))];
        ReportRow[] body = [.. rows.Skip(1).Select(row => new ReportRow([.. Enumerable.Range(0, width).Select(at => (Cell)WordsOf(row, at))]))];
        return new ReportTable($"{id}-{(++_count).ToString(CultureInfo.InvariantCulture)}", caption, columns, body, []);
    }

    private static string? TakeCaption(List<Block> before)
    {
        if (before is not [.., Paragraph { Words.Spans: [TextSpan line] }] || CaptionMarks.FirstOrDefault(mark => line.Text.StartsWith(mark, StringComparison.Ordinal)) is not { } found)
            return null;
        before.RemoveAt(before.Count - 1);
        return line.Text[found.Length..].Trim();
    }

    private static bool IsRight(PipeTable table, int column) => column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment == TableColumnAlign.Right;

    private string HeadingOf(TableRow row, int column) => string.Concat(WordsOf(row, column).Spans.Select(span => span is StrongSpan strong ? strong.Text : ((TextSpan)span).Text));

    private Words WordsOf(TableRow row, int column) =>
        column < row.Count ? Words.Join(((TableCell)row[column]).OfType<LeafBlock>().Select(part => inlines.WordsOf(part.Inline)), " ") : Words.Empty;
}
