using Survey.Files.Workbooks.Writing;
using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Excel;

/// <summary>Rows and cells that all sheets of a report share.</summary>
internal static class SheetParts
{
    private const int MostDecimals = 6;

    /// <summary>The notice of simulated data and the caption, over all columns.</summary>
    public static IEnumerable<SheetRow> Head(Report report, string caption, int columns)
    {
        if (report.Notice is { } notice)
            yield return Across(notice, CellStyle.Note, columns);
        yield return Across(caption, CellStyle.Part, columns);
    }

    /// <summary>How many rows <see cref="Head"/> has.</summary>
    public static int HeadRows(Report report) => report.Notice is null ? 1 : 2;

    /// <summary>A text over all columns.</summary>
    public static SheetRow Across(string text, CellStyle style, int columns) => new(SheetCell.Text(LegalText.Of(text), style).Over(columns));

    /// <summary>A number in the unit of its heading at full precision, or the sign that stands for it.</summary>
    public static SheetCell Of(ReportNumber number, Language language) =>
        number.IsShown ? SheetCell.Number(number.Written, StyleOf(number)) : SheetCell.Text(number.Digits(language), CellStyle.Centred);

    private static CellStyle StyleOf(ReportNumber number) =>
        number.Kind switch
        {
            NumberKind.PValue => CellStyle.PValue,
            NumberKind.Score => CellStyle.Number,
            _ => (number.IsMarked ? CellStyle.Marked0 : CellStyle.Fixed0) + Math.Min(number.Decimals, MostDecimals),
        };

    /// <summary>A text in a cell.</summary>
    public static SheetCell Text(string text, CellStyle style = CellStyle.Cell) => text.Length == 0 ? SheetCell.Blank(style) : SheetCell.Text(LegalText.Of(text), style);

    /// <summary>The page, lying where the table is wide.</summary>
    public static SheetPage Page(Report report, IReadOnlyList<double> widths, (int First, int Last)? repeated) =>
        new(Landscape: widths.Sum() > 95) { Repeated = repeated, Foot = LegalText.Of(report.Notice ?? "").Replace("&", "", StringComparison.Ordinal) };
}
