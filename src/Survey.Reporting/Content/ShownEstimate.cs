namespace Survey.Reporting.Content;

/// <summary>An estimate as a report shows it: suppressed where it is too unreliable, marked where it needs care.</summary>
/// <remarks>Proportions are held against <see cref="PresentationStandards.Nchs"/>; few degrees of freedom, which concern every figure of a study alike, are said once among the limitations and mark nothing.</remarks>
/// <param name="Estimate">At full precision.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The lower limit of its interval.</param>
/// <param name="High">The upper limit.</param>
internal sealed record ShownEstimate(Estimate Estimate, ReportNumber Value, ReportNumber Low, ReportNumber High)
{
    /// <summary>Whether it is too unreliable to be shown.</summary>
    public bool IsSuppressed => Value.IsSuppressed;

    /// <summary>In a chart.</summary>
    public ChartPoint? Point => double.IsFinite(Estimate.Value) ? new ChartPoint(Value, Low, High) : null;

    /// <summary>Its limits in a table.</summary>
    public Cell Limits => Cell.Interval(Low, High);

    /// <param name="estimate">A proportion, or another one.</param>
    /// <param name="level">Of its interval.</param>
    /// <param name="decimals">Of rates in per cent and of means.</param>
    public static ShownEstimate Of(Estimate estimate, double level, int decimals)
    {
        Presentation presentation = PresentationStandards.Nchs(estimate);
        bool isSuppressed = presentation.Status == PresentationStatus.Suppress;
        Interval interval = estimate.Interval(level);
        ReportNumber Number(double value) => new(value, estimate.IsProportion ? NumberKind.Rate : NumberKind.Number) { Decimals = decimals, IsSuppressed = isSuppressed };
        return new ShownEstimate(estimate, Number(estimate.Value) with { IsMarked = presentation.ComplementUnreliable }, Number(interval.Low), Number(interval.High));
    }
}
