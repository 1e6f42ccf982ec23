using System.Security.Cryptography;
using System.Text;
using Survey.Files;
using Survey.Monitoring;
using Survey.Reporting.Charts;
using Survey.Reporting.Content;
using Survey.Reporting.Html;

namespace Survey.Reporting;

/// <summary>A chart of results as SVG, without script: readable in black and white, by colour-blind readers and aloud; light or dark as the reader's system is.</summary>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed class ResultChart : IHtml
{
    private readonly Chart _chart;
    private readonly Language _language;

    internal ResultChart(Chart chart, string title, IReadOnlyList<string> notes, Language language) => (_chart, Title, Notes, _language) = (chart, title, notes, language);

    /// <summary>What stands over it.</summary>
    public string Title { get; }

    /// <summary>What stands below it: what the intervals are, and who answered. A source is added with <see cref="WithNote"/>.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The chart with one more note, such as where its data come from.</summary>
    /// <param name="note">A line.</param>
    public ResultChart WithNote(string note)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(note);
        return new ResultChart(_chart, Title, [.. Notes, note], _language);
    }

    /// <summary>The chart as an SVG file.</summary>
    public string ToSvg()
    {
        string id = "chart-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\n{string.Join('\n', Notes)}\n{_chart.Description}")))[..10];
        return SvgFile.Of(SvgChart.DrawingOf(_chart, _language), id, Title, Notes, _chart.Description);
    }

    /// <summary>The chart as a fragment of HTML.</summary>
    public string ToHtml() => ToSvg();

    /// <summary>Writes it to a file, which appears whole or not at all; one of that name is replaced.</summary>
    /// <param name="path">Ends in .svg, or in .html for a page that needs nothing else.</param>
    /// <exception cref="ArgumentException">It ends in something else.</exception>
    /// <exception cref="SurveyDataException">A name in it looks like personal data (<see cref="PersonalData"/>), or the file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ResultFile.RefusePersonalData([("", [Title, .. Notes]), .. _chart is SeriesChart series ? [(series.CategoryTitle, series.Categories), ("", series.Series.Select(own => own.Name))] : ((string, IEnumerable<string>)[])[]]);
        string text = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".svg" => ToSvg(),
            ".html" or ".htm" => $"<!DOCTYPE html>\n<html lang=\"{(_language == Language.Chinese ? "zh-CN" : "en")}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{HtmlText.Escaped(Title)}</title><style>:root{{color-scheme:light dark}}body{{margin:1em}}svg{{max-width:100%;height:auto}}</style></head>\n<body>\n{ToSvg()}</body>\n</html>\n",
            var other => throw new ArgumentException($"A chart is written as .svg or .html, not as '{other}'; give {path} one of these endings.", nameof(path)),
        };
        OutputFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>What it shows, in words.</summary>
    public override string ToString() => $"{Title}\n{_chart.Description}\n";
}
