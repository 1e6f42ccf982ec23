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

    /// <summary>Judges the study by a programme.</summary>
    /// <param name="indicators">The figures.</param>
    /// <param name="programme">One of the study's own, or another: evidence that the study gives without a programme's name is for its own programmes only.</param>
    /// <returns>Every part met, not met or waiting for evidence.</returns>
    /// <exception cref="SurveyDataException">An entry cannot be what it says, or a file of scores cannot be read.</exception>
    /// <exception cref="StudyErrorsException">Several entries cannot.</exception>
    public static Scorecard Judge(this StudyIndicators indicators, Programme programme)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentNullException.ThrowIfNull(programme);
        return new ProgrammeJudge(indicators, programme).Judged();
    }
}
