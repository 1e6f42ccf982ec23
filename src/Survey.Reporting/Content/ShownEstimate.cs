namespace Survey.Reporting.Content;

/// <summary>An estimate as a report shows it: suppressed where it is too unreliable, marked where it needs care.</summary>
/// <remarks>
/// Proportions are held against <see cref="PresentationStandards.Nchs"/>. Figures of fewer than 8 degrees of freedom, which it has reviewed, are marked; not so where the whole sample has no more, as then all
/// figures are alike and the limitations say so once.
/// </remarks>
/// <param name="Estimate">At full precision.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The lower limit of its interval.</param>
/// <param name="High">The upper limit.</param>
internal sealed record ShownEstimate(Estimate Estimate, ReportNumber Value, ReportNumber Low, ReportNumber High)
{
    private const double FewDegrees = 8;

    /// <summary>Whether it is too unreliable to be shown.</summary>
    public bool IsSuppressed => Value.IsSuppressed;

    /// <summary>In a chart.</summary>
    public ChartPoint? Point => double.IsFinite(Estimate.Value) ? new ChartPoint(Value, Low, High) : null;

    /// <summary>Its limits in a table.</summary>
    public Cell Limits => Cell.Interval(Low, High);

    /// <summary>Whether it rests on so few sampling units that its interval is itself unsure.</summary>
    public bool HasFewDegrees { get; private init; }

    /// <param name="estimate">A proportion, or another one.</param>
    /// <param name="voice">Of the report.</param>
    /// <param name="ofDesign">Degrees of freedom of the whole sample.</param>
    public static ShownEstimate Of(Estimate estimate, Voice voice, double ofDesign)
    {
        Presentation presentation = PresentationStandards.Nchs(estimate);
        bool isSuppressed = presentation.Status == PresentationStatus.Suppress, hasFew = estimate.DegreesOfFreedom < FewDegrees && ofDesign >= FewDegrees;
        Interval interval = estimate.Interval(voice.Level);
        ReportNumber Number(double value) => new(value, estimate.IsProportion ? NumberKind.Rate : NumberKind.Number) { Decimals = voice.Decimals, IsSuppressed = isSuppressed };
        return new ShownEstimate(estimate, Number(estimate.Value) with { IsMarked = presentation.ComplementUnreliable || hasFew }, Number(interval.Low), Number(interval.High)) { HasFewDegrees = hasFew };
    }
}
