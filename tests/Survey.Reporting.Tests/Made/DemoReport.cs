using System.Runtime.CompilerServices;
using Survey.Monitoring;

namespace Survey.Reporting.Tests.Made;

/// <summary>The report of the demo county, made once for each kind and language.</summary>
internal static class DemoReport
{
    /// <summary>The study.</summary>
    public static string File { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "datasets", "demo-county", "study.yaml"));

    private static readonly Lazy<StudyVerdicts> Judged = new(() => Study.Read(File).Load().Estimate().Judge());
    private static readonly Dictionary<(Language, ReportKind), FinishedReport> Made = [];

    /// <summary>Its verdicts.</summary>
    public static StudyVerdicts Verdicts => Judged.Value;

    public static FinishedReport Of(Language language, ReportKind kind = ReportKind.Evaluation)
    {
        lock (Made)
            return Made.TryGetValue((language, kind), out FinishedReport? made) ? made : Made[(language, kind)] = Verdicts.Report(kind: kind, language: language, date: new DateOnly(2024, 11, 29));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
