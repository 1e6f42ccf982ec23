using System.Text;
using Survey.Files;
using Survey.Monitoring;
using Survey.Reporting.Content;
using Survey.Reporting.Excel;
using Survey.Reporting.Html;
using Survey.Reporting.Json;
using Survey.Reporting.Word;

namespace Survey.Reporting;

/// <summary>A report of a judged study, ready to be written in any format; all formats say the same and have the same numbers.</summary>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed class FinishedReport : IHtml
{
    private readonly Report _content;
    private readonly string? _template;

    internal FinishedReport(Report content, string? template) => (_content, _template) = (content, template);

    /// <summary>What it says.</summary>
    internal Report Content => _content;

    /// <summary>What it is called.</summary>
    public string Title => _content.Title;

    /// <summary>What stands where people have yet to write.</summary>
    public IReadOnlyList<string> Gaps { get; internal init; } = [];

    /// <summary>What it is for.</summary>
    public required ReportKind Kind { get; init; }

    /// <summary>In which it is written.</summary>
    public Language Language => _content.Language;

    /// <summary>The name of its files without their ending: "evaluation-zh".</summary>
    public string FileName => $"{Kind switch { ReportKind.Baseline => "baseline", ReportKind.Evaluation => "evaluation", _ => "self-assessment" }}-{(Language == Language.Chinese ? "zh" : "en")}";

    /// <summary>Writes it to a file; a file that is there is replaced once the new one is whole.</summary>
    /// <param name="path">Ends in .html (a page that needs nothing else), .docx, .xlsx, or .json (everything in it at full precision).</param>
    /// <exception cref="ArgumentException">It ends in something else.</exception>
    /// <exception cref="SurveyDataException">The template of the study is no document.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Action<Stream> write = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".html" => WritePage,
            ".docx" => stream => WordReport.Write(_content, stream, _template),
            ".xlsx" => stream => ExcelReport.Write(_content, stream),
            ".json" => stream => JsonReport.Write(_content, stream),
            var other => throw new ArgumentException($"A report is written as .html, .docx, .xlsx or .json, not as '{other}'; give {path} one of these endings.", nameof(path)),
        };
        OutputFile.Write(path, write);
    }

    /// <summary>The page that <see cref="Save"/> writes as .html.</summary>
    public string ToHtml()
    {
        using var writer = new StringWriter();
        HtmlReport.Write(_content, writer);
        return writer.ToString();
    }

    /// <summary>What it is called, and what is in it.</summary>
    public override string ToString() => $"{Title}\n{string.Concat(_content.Sections.Select(section => $"  {section.Title}\n"))}";

    // in a notebook in a frame of its own, since it is a whole page
    string IHtml.ToHtml() => $"<iframe title=\"{HtmlText.Escaped(Title)}\" sandbox=\"\" style=\"width:100%;height:42em;border:1px solid\" srcdoc=\"{HtmlText.Escaped(ToHtml())}\"></iframe>\n";

    private void WritePage(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        HtmlReport.Write(_content, writer);
    }
}

/// <summary>Makes reports.</summary>
public static class StudyReporting
{
    /// <summary>The report of a study.</summary>
    /// <param name="verdicts">Its targets, judged.</param>
    /// <param name="scorecards">The programmes by which it is judged; null judges it by its own.</param>
    /// <param name="kind">What it is for; null takes the study's, else an evaluation where two waves can be compared, else a baseline.</param>
    /// <param name="language">In which it is written; null takes the study's.</param>
    /// <param name="date">On its cover; null is today.</param>
    /// <exception cref="SurveyDataException">No wave could be estimated, or a file that the report names cannot be read.</exception>
    public static FinishedReport Report(this StudyVerdicts verdicts, IReadOnlyList<Scorecard>? scorecards = null, ReportKind? kind = null, Language? language = null, DateOnly? date = null)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        Study study = verdicts.Indicators.Data.Study;
        return ReportMaker.Of(verdicts, scorecards ?? [.. study.Programme.Uses.Select(verdicts.Indicators.Judge)], kind, language, date ?? DateOnly.FromDateTime(DateTime.Today));
    }
}
