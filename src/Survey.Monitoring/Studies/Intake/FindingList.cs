using Survey.Files;

namespace Survey.Monitoring.Intake;

/// <summary>Collects findings, and writes paths as the study does.</summary>
/// <param name="study">Whose files are read.</param>
internal sealed class FindingList(Study study)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What was found, in order.</summary>
    public IReadOnlyList<Finding> All => _findings;

    public void Add(Severity severity, string? wave, string message, string? file = null, long? row = null, string? column = null, long rows = 0) =>
        _findings.Add(new Finding(severity, wave, file is null ? null : Relative(file), row, column is null ? null : PersonalData.Hidden(column), rows, PersonalData.Hidden(OneLine(message))));

    /// <summary>Whether something of a wave is unresolved.</summary>
    public bool IsUnresolved(string wave) => _findings.Exists(finding => finding.Severity == Severity.Unresolved && (finding.Wave is null || finding.Wave == wave));

    /// <summary>A path relative to the study's folder, with slashes.</summary>
    public string Relative(string file) => study.Relative(file);

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
