using System.Security.Cryptography;
using System.Text;
using Survey.Reporting.Charts;
using Survey.Reporting.Content;
using static Survey.Reporting.Html.HtmlText;

namespace Survey.Reporting.Html;

/// <summary>A report as a web page in one file. It asks nothing of any other file or place, is complete without its script, which only sorts tables, and prints on A4 with the notice of simulated data on each page.</summary>
internal static class HtmlReport
{
    private static readonly string Style = Resource("report.css"), Script = Resource("sort.js");

    /// <summary>Writes the page.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="writer">Of UTF-8, as the page says it is.</param>
    public static void Write(Report report, TextWriter writer)
    {
        HtmlFrame frame = HtmlFrame.In(report.Language);
        WriteHead(report, frame, writer);
        writer.Write($"<body>\n<a class=\"skip\" href=\"#content\">{frame.Skip}</a>\n");
        WriteCover(report, frame, writer);
        string contents = HtmlSections.Contents(report.Sections);
        writer.Write($"<div class=\"columns\">\n<nav class=\"side\" aria-label=\"{frame.Contents}\">\n<p class=\"title\">{frame.Contents}</p>\n{contents}</nav>\n");
        writer.Write($"<nav class=\"folded\" aria-label=\"{frame.Contents}\"><details><summary>{frame.Contents}</summary>\n{contents}</details></nav>\n");
        writer.Write("<main id=\"content\" tabindex=\"-1\">\n");
        var words = new HtmlWords(report);
        HtmlSections.Write(report, new HtmlBlocks(report.Language, words, writer), writer);
        writer.Write($"</main>\n</div>\n<script>{Script}</script>\n</body>\n</html>\n");
    }

    private static void WriteHead(Report report, HtmlFrame frame, TextWriter writer)
    {
        string title = Escaped(report.Title);
        writer.Write($"<!DOCTYPE html>\n<html lang=\"{frame.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n");
        writer.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{Hash(Script)}'; base-uri 'none'; form-action 'none'\">\n");
        writer.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n");
        writer.Write($"<style>\n{Style}{ChartColours}{Margins(report)}</style>\n</head>\n");
    }

    /// <summary>The colours of charts on the ground of the page; paper is light.</summary>
    private static string ChartColours => $":root {{ {SvgChart.Colours.Light} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {SvgChart.Colours.Dark} }} }}\n";

    /// <summary>What stands in the margins of a printed page: the title from the second page on, and the notice on each.</summary>
    private static string Margins(Report report)
    {
        string notice = report.Notice is { } text ? $"@page {{ @top-right {{ content: {Quoted(text)} }} }}\n" : "";
        return $"{notice}@page {{ @top-left {{ content: {Quoted(report.Title)} }} }}\n@page :first {{ @top-left {{ content: none }} }}\n";
    }

    private static void WriteCover(Report report, HtmlFrame frame, TextWriter writer)
    {
        if (report.Notice is { } notice)
            writer.Write($"<aside class=\"notice\" aria-label=\"{frame.Notice}\">{Escaped(notice)}</aside>\n");
        writer.Write($"<header class=\"cover\">\n<p class=\"subtitle\">{Escaped(report.Subtitle)}</p>\n<h1>{Escaped(report.Title)}</h1>\n");
        if (report.Cover.Count > 0)
            writer.Write($"<dl>\n{string.Concat(report.Cover.Select(fact => $"<div><dt>{Escaped(fact.What)}</dt><dd>{Escaped(fact.Text)}</dd></div>\n"))}</dl>\n");
        writer.Write("</header>\n");
    }

    private static string Hash(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    /// <summary>A file kept in the assembly, with the ends of line that a browser makes of any, since the hash of a script is that of what the browser has read.</summary>
    private static string Resource(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"html/{name}")!;
        return new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n");
    }
}
