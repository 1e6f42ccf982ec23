using System.Globalization;
using Survey.Monitoring;
using Survey.Reporting.Content;
using static Survey.Reporting.Html.HtmlText;

namespace Survey.Reporting.Html;

/// <summary>Running text of a report: numbers carry their full value, tables and figures are linked.</summary>
/// <param name="report">Whose words they are.</param>
internal sealed class HtmlWords(Report report)
{
    private readonly Dictionary<string, string> _anchors = report.Blocks.Select(AnchorOf).OfType<(string Id, string Anchor)>().ToDictionary(pair => pair.Id, pair => pair.Anchor);

    public static string AnchorOf(Section section) => $"section-{section.Id}";

    public static string AnchorOf(ReportTable table) => $"table-{table.Id}";

    public static string AnchorOf(ReportFigure figure) => $"figure-{figure.Id}";

    /// <summary>"表1" of a caption.</summary>
    public string NumberOf(string id) => $"<span class=\"number\">{Escaped(report.NumberOf(id))}</span>";

    public string Of(Words words) => string.Concat(words.Spans.Select(Of));

    public string Of(Cell cell) =>
        cell switch
        {
            TextCell text => Of(text.Words),
            NumberCell number => Of(number.Number, withUnit: false),
            IntervalCell { IsShown: true } limits => $"<span class=\"interval\">{Of(limits.Low, withUnit: false)}{IntervalCell.Between(report.Language)}{Of(limits.High, withUnit: false)}</span>",
            IntervalCell limits => Missing(limits.Text(report.Language)),
            _ => throw new InvalidOperationException($"There is no cell {cell.GetType().Name}."),
        };

    private string Of(Span span) =>
        span switch
        {
            TextSpan text => Escaped(text.Text),
            StrongSpan strong => $"<strong>{Escaped(strong.Text)}</strong>",
            NumberSpan number => Of(number.Number, number.WithUnit),
            ReferenceSpan reference => $"<a href=\"#{Escaped(_anchors[reference.Id])}\">{Escaped(report.NumberOf(reference.Id))}</a>",
            _ => throw new InvalidOperationException($"There is no span {span.GetType().Name}."),
        };

    private string Of(ReportNumber number, bool withUnit)
    {
        Language language = report.Language;
        string text = withUnit ? number.Text(language) : number.Digits(language);
        if (!number.IsShown)
            return Missing(text);
        // the mark hangs over the edge of its cell, so that the digits of a column stay under each other
        string shown = text.EndsWith(ReportNumber.Marked, StringComparison.Ordinal) ? $"{Escaped(text[..^ReportNumber.Marked.Length])}<span class=\"mark\">{ReportNumber.Marked}</span>" : Escaped(text);
        return $"<data value=\"{number.Value.ToString("R", CultureInfo.InvariantCulture)}\">{shown}</data>";
    }

    private static string Missing(string sign) => $"<span class=\"missing\">{Escaped(sign)}</span>";

    private static (string Id, string Anchor)? AnchorOf(Block block) =>
        block switch
        {
            ReportTable table => (table.Id, AnchorOf(table)),
            ReportFigure figure => (figure.Id, AnchorOf(figure)),
            _ => null,
        };
}
