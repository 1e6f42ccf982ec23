namespace Survey.Monitoring;

/// <summary>What the report of a study holds. Its files are named by paths that start where the study's own does; none of them is opened before the report needs it.</summary>
public sealed record StudyReport
{
    /// <summary>The language it is written in.</summary>
    public Language Language { get; init; } = Language.Chinese;

    /// <summary>What it is for; null where the study does not say.</summary>
    public ReportKind? Kind { get; init; }

    /// <summary>The columns or expressions that indicators are split by.</summary>
    public IReadOnlyList<Variable> By { get; init; } = [];

    /// <summary>Tables of further questions.</summary>
    public IReadOnlyList<StudyTable> ExtraTables { get; init; } = [];

    /// <summary>The file of facts about the area, which <see cref="Study.Overview"/> reads; or null.</summary>
    public string? Overview { get; init; }

    /// <summary>The files of chapters that people wrote, in Markdown; one that is named need not be there.</summary>
    public ReportTexts Texts { get; init; } = new(null, null, null, null);

    /// <summary>A regression; or null.</summary>
    public ReportModel? Model { get; init; }

    /// <summary>The document whose styles are used; or null.</summary>
    public string? Template { get; init; }

    /// <summary>The decimals of rates in per cent.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>Who made it; or null.</summary>
    public string? CompiledBy { get; init; }
}

/// <summary>What a report is for.</summary>
public enum ReportKind
{
    /// <summary>The survey at the start of a programme.</summary>
    Baseline,

    /// <summary>Whether a programme has reached its targets.</summary>
    Evaluation,

    /// <summary>The area's own scores before others assess it.</summary>
    SelfAssessment,
}

/// <summary>A table of a question.</summary>
/// <param name="Variable">What is counted.</param>
/// <param name="By">What it is split by; empty for everybody only.</param>
public sealed record StudyTable(Variable Variable, IReadOnlyList<Variable> By);

/// <summary>Files of chapters that people wrote; null where the study names none.</summary>
/// <param name="Background">Why the survey was done.</param>
/// <param name="Organisation">How it was organised.</param>
/// <param name="Quality">How its quality was controlled.</param>
/// <param name="Recommendations">What is recommended.</param>
public sealed record ReportTexts(string? Background, string? Organisation, string? Quality, string? Recommendations);

/// <summary>A regression.</summary>
/// <param name="Outcome">What is explained.</param>
/// <param name="Terms">What it is explained by; at least one.</param>
public sealed record ReportModel(Variable Outcome, IReadOnlyList<Variable> Terms);
