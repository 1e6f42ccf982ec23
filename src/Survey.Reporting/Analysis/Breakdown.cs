using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Analysis;

/// <summary>An indicator by a group variable.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Group">By which.</param>
/// <param name="Rows">One a level that people were asked of, in order.</param>
internal sealed record Breakdown(Indicator Indicator, GroupVariable Group, IReadOnlyList<BreakdownRow> Rows)
{
    /// <summary>Whether the groups differ; null where there are not two of them, or it cannot be tested.</summary>
    public Association? Test { get; init; }
}

/// <summary>An indicator in a group.</summary>
/// <param name="Level">As the data have it.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Shown">The estimate.</param>
/// <param name="Difference">Against the first group that is shown, whose own is null; null also where it is itself not shown.</param>
internal sealed record BreakdownRow(string Level, string Label, ShownEstimate Shown, Contrast? Difference);
