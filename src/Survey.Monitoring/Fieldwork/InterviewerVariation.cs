namespace Survey.Monitoring;

/// <summary>How much the answers to an item differ between interviewers, more than chance would have it.</summary>
/// <param name="Item">Its name.</param>
/// <param name="Answers">Interviews in which it was answered, with a known interviewer.</param>
/// <param name="Missing">Interviews in which it was not answered.</param>
/// <param name="Interviewers">How many asked it and have an answer.</param>
/// <param name="WithinPlaces">Whether interviewers are compared within places, which takes places that several worked in; else all are compared at once, and differences of places count as theirs.</param>
/// <param name="FRatio">Mean square between over mean square within; NaN without degrees of freedom or where all answers are the same.</param>
/// <param name="BetweenDegrees">Degrees of freedom between.</param>
/// <param name="WithinDegrees">Degrees of freedom within.</param>
/// <param name="PValue">Of the F test that interviewers do not differ.</param>
/// <param name="IntraclassCorrelation">By analysis of variance; it may be negative, where interviewers differ less than chance would have it.</param>
/// <remarks>
/// With cells of an interviewer in a place, n answers of mean c each, in places of N answers of mean m by k interviewers:
/// SSB = Σ n (c − m)², with Σ (k − 1) degrees of freedom; SSW = Σ (y − c)², with Σ (N − k); n0 = Σ (N − Σ n² / N) / Σ (k − 1), sums over places and cells;
/// the correlation is (MSB − MSW) / (MSB + (n0 − 1) MSW). With one place it is the one-way analysis of variance.
/// Searle, Casella and McCulloch (1992), Variance Components; Kish (1962), "Studies of interviewer variance for attitudinal variables", Journal of the American Statistical Association 57(297), 92-115.
/// R: anova(lm(y ~ place), lm(y ~ place:interviewer)), and summary(aov(y ~ interviewer)) where places are not told apart.
/// </remarks>
public sealed record InterviewerVariation(
    string Item, int Answers, int Missing, int Interviewers, bool WithinPlaces, double FRatio, int BetweenDegrees, int WithinDegrees, double PValue, double IntraclassCorrelation)
{
    /// <summary>Answers an interviewer has on average; NaN where there are none.</summary>
    public double MeanWorkload => Interviewers > 0 ? Answers / (double)Interviewers : double.NaN;

    /// <summary>By how much interviewers multiply the variance of a mean, 1 + (m − 1) icc with m the <see cref="MeanWorkload"/>; below 1, even below 0, where the correlation is negative and interviewers add nothing that can be seen.</summary>
    public double EffectOnVariance => 1 + ((MeanWorkload - 1) * IntraclassCorrelation);
}
