namespace Survey;

/// <summary>Degrees of freedom of samples whose PSUs and strata are known.</summary>
internal static class SampleDegrees
{
    /// <param name="sample">With the PSUs and strata.</param>
    /// <param name="rule">Which of them count.</param>
    /// <param name="totals">That tell where rows are.</param>
    /// <param name="domain">Of the estimate.</param>
    /// <param name="group">Of its terms.</param>
    public static double Of(Sample sample, DegreesOfFreedomRule rule, UnitTotals totals, int domain, int group)
    {
        if (rule == DegreesOfFreedomRule.Design)
            return sample.DegreesOfFreedom;
        bool answered = rule == DegreesOfFreedomRule.Answered;
        bool[] buffer = Buffers.Rent<bool>(sample.UnitCount);
        Span<bool> units = buffer.AsSpan(0, sample.UnitCount);
        totals.FindPresent(domain, answered ? totals.Request.FirstSlot[group] : 0, units);
        double degrees = sample.RowsAreUnits
            ? (answered ? totals.Tally.Respondents(domain, group) : totals.Tally.WeightedRows(domain)) - units.Count(true)
            : Presence.PsusMinusStrata(sample, units);
        Buffers.Return(buffer);
        return degrees;
    }
}
