namespace Survey.Monitoring;

/// <summary>Compares interviewers by the answers they brought.</summary>
internal static class InterviewerComparison
{
    /// <summary>The mean of an interviewer, beside that of the places.</summary>
    /// <param name="item">Its name.</param>
    /// <param name="missing">Interviews of the interviewer without an answer.</param>
    /// <param name="interviewer">By its number.</param>
    /// <param name="places">All answers.</param>
    public static InterviewerMean MeanOf(string item, int missing, int interviewer, IReadOnlyList<AnswerPlace> places)
    {
        int answers = 0;
        double sum = 0, expected = 0, variance = 0;
        foreach (AnswerPlace place in places)
            if (place.Cells.FirstOrDefault(cell => cell.Interviewer == interviewer) is { } own)
            {
                answers += own.Count;
                sum += own.Count * own.Mean;
                expected += own.Count * place.Mean;
                if (place.Cells.Count > 1)
                    variance += own.Count * (1 - (own.Count / (double)place.Count)) * place.Variance;
            }
        return answers == 0
            ? new InterviewerMean(item, 0, missing, double.NaN, double.NaN, double.NaN)
            : new InterviewerMean(item, answers, missing, sum / answers, expected / answers, variance > 0 ? (sum - expected) / Math.Sqrt(variance) : double.NaN);
    }

    /// <summary>The analysis of variance of an item.</summary>
    /// <param name="item">Its name.</param>
    /// <param name="missing">Interviews without an answer.</param>
    /// <param name="places">All answers.</param>
    /// <param name="whole">All answers as those of one place.</param>
    public static InterviewerVariation VariationOf(string item, int missing, IReadOnlyList<AnswerPlace> places, IReadOnlyList<AnswerPlace> whole)
    {
        bool isShared = places.Any(place => place.Cells.Count > 1);
        IReadOnlyList<AnswerPlace> compared = isShared ? places : whole;
        int between = compared.Sum(place => place.Cells.Count - 1), within = compared.Sum(place => place.Count - place.Cells.Count);
        double meanBetween = compared.Sum(place => place.Between) / between, meanWithin = compared.Sum(place => place.Within) / within;
        double size = compared.Sum(place => place.Spread) / between, ratio = meanBetween / meanWithin;
        return new InterviewerVariation(item, whole.Sum(place => place.Count), missing, whole.Sum(place => place.Cells.Count), isShared, ratio, between, within,
            FDistribution.UpperTail(ratio, between, within), (meanBetween - meanWithin) / (meanBetween + ((size - 1) * meanWithin)));
    }
}
