using Survey.Monitoring;
using Survey.Monitoring.Evaluating;
using Survey.Reporting.Content;

namespace Survey.Reporting.Analysis;

/// <summary>What rates would be if everyone who answered counted the same.</summary>
internal static class Unweighted
{
    private const string One = "everyone counts the same";

    /// <summary>The share among those who answered; null of what is no share of people.</summary>
    public static ReportNumber? Of(ReportStudy study, Indicator indicator)
    {
        if (!indicator.IsProportion || indicator.Standard is not null)
            return null;
        Table people = study.Table.With(One, new NumberColumn([.. Enumerable.Repeat(1.0, study.Table.RowCount)]));
        Design design = new SurveyDesign(people, weights: One);
        if (IndicatorEstimator.ConditionOf(indicator) is { } condition)
            design = design.Where(condition);
        return study.Voice.Rate(design.Estimate(IndicatorEstimator.StatisticOf(study.Study, indicator))[0].Value);
    }
}
