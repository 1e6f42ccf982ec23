namespace Survey.Reporting;

/// <summary>What a report is for.</summary>
public enum ReportKind
{
    /// <summary>基线调查报告: where the area stands before anything is done, and what its targets ask of it.</summary>
    Baseline,

    /// <summary>效果评估报告: what changed since the wave before, and which targets are met.</summary>
    Evaluation,

    /// <summary>自评报告: the targets and the scorecard, part by part.</summary>
    SelfAssessment,
}
