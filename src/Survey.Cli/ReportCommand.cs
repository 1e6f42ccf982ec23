using Survey.Monitoring;
using Survey.Reporting;

namespace Survey.Cli;

/// <summary>survey report: the report that a county hands in.</summary>
internal static class ReportCommand
{
    private static readonly string[] Formats = ["html", "docx", "xlsx", "json"], Usual = ["html", "docx", "xlsx"];

    private const int MostFindings = 10;

    private const string Lesson = """
        Makes a study into its report, finished: a web page that needs nothing else (html), a Word document with captions,
        three-line tables and charts that can be edited (docx), and a workbook with a sheet a table (xlsx). All say the
        same; json has everything in it at full precision. The languages are zh and en.

        A baseline report says where the area stands and what its targets ask of it; an evaluation says what changed and
        which targets are met, with the scorecard of the programme; a self-assessment has the targets and the scorecard
        alone. What has no data is left out and listed at the end.

        Background, organisation, quality control and recommendations are yours: write them in Markdown files and name
        them in the study under report.texts; a missing one leaves a mark. The report never writes into these files, and a
        report that somebody edited by hand is kept beside the new one, so it can be made again without losing a word.

        What is unresolved or may be wrong in the data is said on standard error; survey check has all of it.

        Exit code 0: written; 3: written, but some waves or figures could not be used; 2: nothing could be reported.

        Examples
          survey report study.yaml --out report
          survey report study.yaml --out report --kind baseline --lang en --format docx

        """;

    public static readonly Command Command = new(
        "report",
        "the finished report of a study: web page, Word document and workbook, in Chinese or English",
        "STUDY --out FOLDER [--kind KIND] [--lang LANGUAGE] [--format FORMATS]",
        () =>
        [
            new("--out", ["FOLDER"], "where the files go; made if it is not there", "Results"),
            new("--kind", ["KIND"], "baseline, evaluation or self-assessment; by default the study's, else an evaluation where there are two waves", "What"),
            new("--programme", ["NAME[,NAME]"], "the programme that judges, in the place of those that the study names", "What", Repeats: true),
            new("--lang", ["LANGUAGE"], "zh or en; by default the study's", "Results"),
            new("--format", ["FORMATS"], "any of html, docx, xlsx and json with commas between; html,docx,xlsx by default", "Results"),
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        string folder = arguments["--out"] ?? throw new ArgumentException("--out says where the report goes; add --out FOLDER.");
        string[] formats = FormatsOf(arguments["--format"]);
        ReportKind? kind = arguments["--kind"] is { } word ? Words.OneOf("--kind", word, ("baseline", ReportKind.Baseline), ("evaluation", ReportKind.Evaluation), ("self-assessment", ReportKind.SelfAssessment)) : null;
        Language? language = CheckCommand.LanguageOf(arguments);
        Programme[] programmes = [.. arguments.All("--programme").SelectMany(words => Words.List("--programme", words)).Distinct().Select(id => Programme.Library[id])];
        Study study = StudyFile.Of(arguments);
        var progress = new ReportProgress(messages);
        progress.Say("reading the data");
        StudyData data = study.Load();
        progress.Say("estimating and judging");
        StudyVerdicts verdicts = data.Estimate().Judge();
        SayFindings(EvaluationDisplay.FindingsOf(verdicts.Indicators), messages);
        progress.Say("making the report");
        FinishedReport report = verdicts.Report(programmes.Length > 0 ? [.. programmes.Select(verdicts.Indicators.Judge)] : null, kind, language);
        ReportFolder.Write(report, folder, formats, output, messages);
        if (report.Gaps.Count > 0)
            messages.WriteLine($"survey: note: {report.Gaps.Count} texts are yet to be written and are marked in the report: {string.Join(", ", report.Gaps)}; name their files in the study under report.texts.");
        return StudyFile.ExitCode(CheckCommand.DoneOf(verdicts));
    }

    /// <summary>What the report rests on that is not settled, the unresolved first; the report itself has it not, and exit code 3 has its reason here.</summary>
    private static void SayFindings(IReadOnlyList<Finding> findings, TextWriter messages)
    {
        foreach (Finding finding in findings.OrderBy(own => own.Severity).Take(MostFindings))
            messages.WriteLine($"survey: {(finding.Severity == Severity.Unresolved ? "unresolved" : "to be looked at")}: {CommandVoice.Of(finding.Message)}");
        if (findings.Count > MostFindings)
            messages.WriteLine($"survey: and {findings.Count - MostFindings} more; survey check lists all.");
    }

    private static string[] FormatsOf(string? words) =>
        words is null ? Usual : [.. Words.List("--format", words).Select(word => Words.OneOf("--format", word, [.. Formats.Select(format => (format, format))])).Distinct()];
}
