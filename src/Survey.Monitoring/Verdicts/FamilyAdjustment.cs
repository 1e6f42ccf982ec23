namespace Survey.Monitoring;

/// <summary>How p values of several targets are adjusted, so that among many some are not confirmed by luck.</summary>
public enum FamilyAdjustment
{
    /// <summary>The chance that any confirmation is false is at most α. Holm (1979).</summary>
    Holm,

    /// <summary>The share of confirmations that are false is at most α on average. Benjamini and Hochberg (1995).</summary>
    BenjaminiHochberg,
}

/// <summary>Adjusts verdicts over a family of targets.</summary>
public static class VerdictFamily
{
    /// <summary>Adjusts the p values of "confirmed met", and those of "confirmed not met", over all verdicts that have one; labels follow. What was published does not change.</summary>
    /// <param name="verdicts">Of targets that are judged together.</param>
    /// <param name="adjustment">By which method. R: <c>p.adjust</c>.</param>
    /// <exception cref="ArgumentException">The verdicts are of different levels.</exception>
    public static IReadOnlyList<Verdict> Adjust(IReadOnlyList<Verdict> verdicts, FamilyAdjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        if (verdicts.Select(verdict => verdict.Level).Distinct().Count() > 1)
            throw new ArgumentException("The verdicts of a family have one level; judge them by the same.", nameof(verdicts));
        int[] judged = [.. Enumerable.Range(0, verdicts.Count).Where(k => !double.IsNaN(verdicts[k].PMet))];
        double[] met = Adjusted([.. judged.Select(k => verdicts[k].PMet)], adjustment), notMet = Adjusted([.. judged.Select(k => verdicts[k].PNotMet)], adjustment);
        Verdict[] adjusted = [.. verdicts];
        for (int place = 0; place < judged.Length; place++)
        {
            Verdict own = verdicts[judged[place]];
            double alpha = (1 - own.Level) / 2;
            adjusted[judged[place]] = own with
            {
                PMet = met[place],
                PNotMet = notMet[place],
                Family = judged.Length,
                Unadjusted = own,
                Confidence = met[place] < alpha ? ConfidenceVerdict.ConfirmedMet : notMet[place] < alpha ? ConfidenceVerdict.ConfirmedNotMet : ConfidenceVerdict.Undetermined,
            };
        }
        return adjusted;
    }

    /// <summary>p values adjusted, in their order.</summary>
    internal static double[] Adjusted(double[] p, FamilyAdjustment adjustment)
    {
        int n = p.Length;
        int[] order = [.. Enumerable.Range(0, n).OrderBy(k => p[k])];
        double[] adjusted = new double[n];
        if (adjustment == FamilyAdjustment.Holm)
            for (int rank = 0; rank < n; rank++)
                adjusted[order[rank]] = Math.Min(1, Math.Max(rank == 0 ? 0 : adjusted[order[rank - 1]], (n - rank) * p[order[rank]]));
        else
            for (int rank = n - 1; rank >= 0; rank--)
                adjusted[order[rank]] = Math.Min(rank == n - 1 ? 1 : adjusted[order[rank + 1]], n * p[order[rank]] / (rank + 1));
        return adjusted;
    }
}
