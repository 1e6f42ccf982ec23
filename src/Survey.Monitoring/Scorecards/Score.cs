namespace Survey.Monitoring;

/// <summary>Points, or conditions where a notice gives no points, by what became of them.</summary>
/// <param name="Parts">How many parts were scored.</param>
/// <param name="Total">What they can give.</param>
/// <param name="Met">What they give as the document counts, reviewers' own points included.</param>
/// <param name="Confirmed">Of these, what the evidence confirms.</param>
/// <param name="Awaiting">What waits for evidence.</param>
public sealed record Score(int Parts, decimal Total, decimal Met, decimal Confirmed, decimal Awaiting)
{
    /// <summary>Of what is met, what the evidence does not confirm.</summary>
    public decimal NotConfirmed => Met - Confirmed;

    /// <summary>What was assessed and not reached.</summary>
    public decimal NotMet => Total - Met - Awaiting;

    internal static Score Of(Programme programme, IEnumerable<PartVerdict> parts)
    {
        PartVerdict[] all = [.. parts];
        return new Score(
            all.Length,
            all.Sum(own => programme.WorthOf(own.Part)),
            all.Sum(own => own.Given),
            all.Where(own => own.IsConfirmed).Sum(own => own.Given),
            all.Where(own => own.IsAwaiting).Sum(own => programme.WorthOf(own.Part)));
    }
}
