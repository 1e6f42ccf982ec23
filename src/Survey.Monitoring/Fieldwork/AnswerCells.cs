namespace Survey.Monitoring;

/// <summary>The answers to an item by one interviewer in one place.</summary>
/// <param name="Interviewer">By its number.</param>
/// <param name="Count">How many.</param>
/// <param name="Mean">Of them.</param>
/// <param name="Squares">The sum of their squared distances from the mean.</param>
internal sealed record AnswerCell(int Interviewer, int Count, double Mean, double Squares)
{
    public static AnswerCell Of(int interviewer, double[] answers)
    {
        double mean = CompensatedSum.Sum(answers) / answers.Length;
        return new AnswerCell(interviewer, answers.Length, mean, CompensatedSum.Sum(Array.ConvertAll(answers, answer => (answer - mean) * (answer - mean))));
    }
}

/// <summary>The answers to an item in one place.</summary>
/// <param name="Cells">One an interviewer who has answers there.</param>
internal sealed record AnswerPlace(IReadOnlyList<AnswerCell> Cells)
{
    /// <summary>How many answers.</summary>
    public int Count { get; } = Cells.Sum(cell => cell.Count);

    /// <summary>Of all answers.</summary>
    public double Mean { get; } = Cells.Sum(cell => cell.Count * cell.Mean) / Cells.Sum(cell => cell.Count);

    /// <summary>The sum of squares between interviewers.</summary>
    public double Between => Cells.Sum(cell => cell.Count * (cell.Mean - Mean) * (cell.Mean - Mean));

    /// <summary>The sum of squares within interviewers.</summary>
    public double Within => Cells.Sum(cell => cell.Squares);

    /// <summary>Of all answers, with the divisor N − 1; NaN of one.</summary>
    public double Variance => (Between + Within) / (Count - 1);

    /// <summary>N − Σ n² / N.</summary>
    public double Spread => Count - (Cells.Sum(cell => (double)cell.Count * cell.Count) / Count);

    /// <summary>The places of an item, without the answers that are missing or of an unknown interviewer.</summary>
    /// <param name="answers">One an interview; NaN where missing.</param>
    /// <param name="places">The number of the place of each.</param>
    /// <param name="interviewers">The number of the interviewer of each; below 0 where unknown.</param>
    public static IReadOnlyList<AnswerPlace> Of(double[] answers, int[] places, int[] interviewers) =>
    [
        .. from k in Enumerable.Range(0, answers.Length)
           where !double.IsNaN(answers[k]) && interviewers[k] >= 0
           group k by places[k] into place
           orderby place.Key
           select new AnswerPlace([.. place.GroupBy(k => interviewers[k]).OrderBy(own => own.Key).Select(own => AnswerCell.Of(own.Key, [.. own.Select(k => answers[k])]))]),
    ];
}
