using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Html;
using static Survey.Reporting.Charts.SvgWriter;

namespace Survey.Reporting.Charts;

/// <summary>A chart as a file of its own: a title over it, notes below, on its own ground, light or dark as the reader's system is.</summary>
internal static class SvgFile
{
    private const double Edge = 14, TitleSize = 16, TitleLine = 22;

    private const string Fonts = "&quot;Segoe UI&quot;,&quot;Helvetica Neue&quot;,Arial,&quot;Noto Sans CJK SC&quot;,&quot;Source Han Sans SC&quot;,&quot;PingFang SC&quot;,&quot;Microsoft YaHei&quot;,sans-serif";

    /// <param name="chart">Laid out.</param>
    /// <param name="id">Unique where it is put among others.</param>
    /// <param name="title">Over it.</param>
    /// <param name="notes">Below it.</param>
    /// <param name="description">For those who cannot see it.</param>
    public static string Of(Drawing chart, string id, string title, IReadOnlyList<string> notes, string description)
    {
        var frame = new Drawing();
        double top = frame.Add(TextLines.Of(title, TitleSize, Drawing.Width, 4), new(0, TitleSize), Anchor.Start, TitleSize, TitleLine, Ink.Words) + 14, bottom = top + chart.Height + 6;
        foreach (string note in notes)
            bottom = frame.Add(TextLines.Of(note, Drawing.Small, Drawing.Width, 4), new(0, bottom + Drawing.SmallLine), Anchor.Start, Drawing.Small, Drawing.SmallLine, Ink.Quiet);
        string width = Number(Drawing.Width + (2 * Edge)), height = Number(bottom + (2 * Edge)), edge = Number(Edge);
        (string light, string dark) = SvgChart.Colours;
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"><title>{HtmlText.Escaped(title)}</title><desc>{HtmlText.Escaped(description)}</desc>"
            + $"<style>:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}</style><rect width=\"{width}\" height=\"{height}\" style=\"fill:{Colour(Ink.Paper)}\"/>"
            + $"<g style=\"font-family:{Fonts}\" transform=\"translate({edge} {edge})\">{new SvgWriter($"{id}-frame").Content(frame)}<g transform=\"translate(0 {Number(top)})\">{new SvgWriter(id).Content(chart)}</g></g></svg>\n";
    }
}
