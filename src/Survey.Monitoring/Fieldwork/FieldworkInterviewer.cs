namespace Survey.Monitoring;

/// <summary>What an interviewer brought, beside what others brought from the same places.</summary>
/// <param name="Interviewer">The level.</param>
/// <param name="Rates">Of the units the interviewer was sent to; null where only interviews are in the data.</param>
/// <param name="Interviews">Interviews.</param>
/// <param name="Means">One an item, in their order.</param>
/// <param name="Flags">What is to be looked at, in words.</param>
public sealed record FieldworkInterviewer(DomainLevel Interviewer, ResponseRates? Rates, int Interviews, IReadOnlyList<InterviewerMean> Means, IReadOnlyList<string> Flags)
{
    /// <summary>The share of refusals among those met, R / (I + R); NaN where nobody was met, or only interviews are in the data.</summary>
    public double RefusalShare => Rates is null ? double.NaN : 1 - Rates.Cooperation;
}

/// <summary>The mean of an item over the interviews of an interviewer.</summary>
/// <param name="Item">Its name.</param>
/// <param name="Answers">Interviews in which it was answered.</param>
/// <param name="Missing">Interviews in which it was not.</param>
/// <param name="Mean">NaN where nobody answered.</param>
/// <param name="Expected">The mean that the places give in which the interviewer worked, each place counted as often as the interviewer has answers there.</param>
/// <param name="ZScore">How far the mean lies from the expected one; NaN where no place was shared with another interviewer, or all answers there are the same.</param>
/// <remarks>
/// Were the interviews of each place shared out among its interviewers by lot, the sum of an interviewer's answers would have the expectation Σ n_v m_v and the variance Σ n_v (1 − n_v / N_v) s_v²,
/// over the places v, with N_v answers of mean m_v and variance s_v² (divisor N_v − 1), of which n_v are the interviewer's: simple random samples without replacement.
/// z is the sum less its expectation, by the root of that variance. A place in which the interviewer was alone adds nothing to either.
/// </remarks>
public sealed record InterviewerMean(string Item, int Answers, int Missing, double Mean, double Expected, double ZScore);
