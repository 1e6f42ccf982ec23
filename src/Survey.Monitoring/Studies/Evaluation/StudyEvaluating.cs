using Survey.Monitoring.Evaluating;

namespace Survey.Monitoring;

/// <summary>Estimates the indicators of a study and judges its targets.</summary>
public static class StudyEvaluating
{
    /// <summary>Scores the questionnaire, makes the weights, and estimates every indicator in every wave.</summary>
    /// <param name="data">What the study's files hold.</param>
    /// <returns>The figures with their covariances within and between waves. What keeps a figure from being made is a finding, and the others go on.</returns>
    public static StudyIndicators Estimate(this StudyData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new IndicatorEstimator(data).Estimated();
    }

    /// <summary>Judges every target of the study.</summary>
    /// <param name="indicators">The figures.</param>
    /// <returns>A verdict for each; one that cannot be assessed says why and does not stop the others.</returns>
    /// <exception cref="SurveyDataException">A file of scores cannot be read, or a reference contradicts itself.</exception>
    public static StudyVerdicts Judge(this StudyIndicators indicators)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        return new TargetJudge(indicators).Judged();
    }
}
