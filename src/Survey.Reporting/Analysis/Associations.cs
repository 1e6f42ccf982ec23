using Survey.Monitoring;

namespace Survey.Reporting.Analysis;

/// <summary>Tests whether groups differ in an indicator.</summary>
internal static class Associations
{
    /// <summary>Rao's and Scott's second-order F of a condition against a group variable; null of ratios and standardized rates, of places, and where the data bear no test.</summary>
    public static Association? Of(ReportStudy study, Indicator indicator, GroupVariable group)
    {
        if (indicator is not { Event: { } condition, Standard: null } || group.IsPlace)
            return null;
        try
        {
            return study.DesignOf(indicator).Association(group.Variable, ((Variable)Expr.Parse(condition)).As(indicator.Id));
        }
        catch (SurveyDataException)
        {
            return null; // one group, or one answer: there is nothing to test
        }
    }
}
