using Survey.Monitoring;
using Survey.Reporting.Charts.Layout;
using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Content;

namespace Survey.Reporting.Charts;

/// <summary>Charts as SVG, without script.</summary>
internal static class SvgChart
{
    /// <summary>A chart as an element of a page. Its colours are custom properties, so that the page decides between light and dark.</summary>
    /// <param name="chart">What is drawn.</param>
    /// <param name="id">Unique in the page.</param>
    /// <param name="language">Of its words.</param>
    public static string Of(Chart chart, string id, Language language)
    {
        Drawing drawing = DrawingOf(chart, language);
        return new SvgWriter(id).Element(drawing, ChartWords.Title(chart, language), chart.Description);
    }

    /// <summary>The colours as custom properties of a style sheet: on a light ground, on a dark one.</summary>
    public static (string Light, string Dark) Colours => (string.Concat(Ink.All.Select(ink => $"--{ink.Name}: {ink.Light};")), string.Concat(Ink.All.Select(ink => $"--{ink.Name}: {ink.Dark};")));

    /// <summary>A chart laid out.</summary>
    internal static Drawing DrawingOf(Chart chart, Language language) =>
        chart switch
        {
            SeriesChart { Form: ChartForm.Lines } lines => LinePlot.Of(lines, language),
            SeriesChart rows => LevelRows.Of(rows, language),
            ChangeChart changes => ChangeRows.Of(changes, language),
            StripChart strips => Strips.Of(strips, language),
            _ => throw new InvalidOperationException($"There is no chart {chart.GetType().Name}."),
        };
}
