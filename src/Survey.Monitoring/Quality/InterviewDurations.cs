namespace Survey.Monitoring;

/// <summary>How long the valid interviews of a wave took, in minutes.</summary>
/// <param name="Interviews">Those with a duration.</param>
/// <param name="Missing">Valid interviews without one.</param>
/// <param name="LowerQuartile">A quarter took less; like the median NaN without interviews.</param>
/// <param name="Median">Half took less.</param>
/// <param name="UpperQuartile">Three quarters took less.</param>
/// <param name="Range">The shortest and the longest interview that is believed; or null.</param>
/// <param name="Below">Interviews that are shorter than that; 0 without a range.</param>
/// <param name="Above">Interviews that are longer; 0 without a range.</param>
/// <remarks>
/// Quantiles of the interviews as they are, without weights: the value at 1 + (n − 1)p in their order, between two in proportion.
/// Hyndman and Fan (1996), The American Statistician 50(4), 361–365, definition 7; R: quantile.
/// </remarks>
public sealed record InterviewDurations(
    long Interviews, long Missing, double LowerQuartile, double Median, double UpperQuartile, (double Least, double Most)? Range, long Below, long Above)
{
    internal static InterviewDurations Of(IEnumerable<double> minutes, (double Least, double Most)? range)
    {
        double[] all = [.. minutes], known = [.. all.Where(own => !double.IsNaN(own)).Order()];
        return new InterviewDurations(
            known.Length, all.Length - known.Length, Quantile(known, 0.25), Quantile(known, 0.5), Quantile(known, 0.75), range,
            known.Count(own => own < range?.Least), known.Count(own => own > range?.Most));
    }

    private static double Quantile(double[] ordered, double share)
    {
        if (ordered.Length == 0)
            return double.NaN;
        double place = (ordered.Length - 1) * share;
        int below = (int)place, above = Math.Min(below + 1, ordered.Length - 1);
        return ordered[below] + ((place - below) * (ordered[above] - ordered[below]));
    }
}
