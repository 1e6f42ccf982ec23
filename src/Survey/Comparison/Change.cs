namespace Survey;

/// <summary>How much something changed between two waves: two estimates of one thing, and their covariance.</summary>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record Change : IResult
{
    /// <summary>A base whose relative standard error is above this is marked.</summary>
    private const double ImpreciseFrom = 0.30;

    /// <summary>The two waves, and which PSUs they share.</summary>
    public required WaveOverlap Overlap { get; init; }

    /// <summary>Name of the earlier wave.</summary>
    public string From => Overlap.First;

    /// <summary>Name of the later wave.</summary>
    public string To => Overlap.Second;

    /// <summary>The estimate of the earlier wave; its variance and degrees of freedom are those of its own design.</summary>
    public required Estimate Before { get; init; }

    /// <summary>The estimate of the later wave.</summary>
    public required Estimate After { get; init; }

    /// <summary>Of the two estimates: Σ of products of contributions over the PSUs in both waves, exactly 0 where there are none.</summary>
    public required double Covariance { get; init; }

    /// <summary>After - before, with variance V1 + V2 - 2C. Of proportions a difference of 0.01 is one percentage point.</summary>
    public required Contrast Difference { get; init; }

    /// <summary>log(after / before), with variance V1/p1² + V2/p2² - 2C/(p1 p2). NaN unless both are above 0.</summary>
    public required Contrast LogRatio { get; init; }

    /// <summary>The correlation of the two estimates; NaN where one has no standard error.</summary>
    public double Correlation => Covariance / (Before.StandardError * After.StandardError);

    /// <summary>Of the change: the smaller of the two waves' where they share a PSU, else Welch and Satterthwaite's.</summary>
    public double DegreesOfFreedom => Difference.DegreesOfFreedom;

    /// <summary>after / before - 1, as a fraction. NaN where before is 0.</summary>
    public double Relative => Before.Value == 0 ? double.NaN : After.Value / Before.Value - 1;

    /// <summary>Whether the base has a relative standard error above 30 %, so that a relative change of it says little.</summary>
    public bool BaseIsImprecise => Before.Value != 0 && Before.StandardError > ImpreciseFrom * Math.Abs(Before.Value);

    /// <summary>The confidence set of the ratio after / before by Fieller's theorem; cut to 0 and above for proportions.</summary>
    /// <param name="level">Coverage, strictly between 0 and 1.</param>
    /// <returns>Everything, with g = NaN, where there are no degrees of freedom.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1.</exception>
    public FiellerSet Fieller(double level = 0.95)
    {
        Intervals.CheckLevel(level);
        double t = Intervals.T(level, DegreesOfFreedom);
        return FiellerSet.Of(Before.Value, After.Value, Square(Before.StandardError), Square(After.StandardError), Covariance, t, Before.IsProportion);
    }

    /// <summary>A confidence interval of the relative change, as fractions: -0.10 is a fall by 10 %.</summary>
    /// <param name="level">Coverage, strictly between 0 and 1.</param>
    /// <param name="method"><see cref="RelativeMethod.Fieller"/>, which inverts the test of after = c · before exactly, or <see cref="RelativeMethod.LogRatio"/>.</param>
    /// <returns>NaN limits, with a remark, where the base is 0 or not distinguishable from 0 (g ≥ 1) or there are no degrees of freedom.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1, or the method is none of the two.</exception>
    public RelativeInterval RelativeInterval(double level = 0.95, RelativeMethod method = RelativeMethod.Fieller)
    {
        Intervals.CheckLevel(level);
        if (method is not (RelativeMethod.Fieller or RelativeMethod.LogRatio))
            throw new ArgumentOutOfRangeException(nameof(method), method, "A relative change has an interval by Fieller or LogRatio.");
        FiellerSet set = Fieller(level);
        if ((NoRelative(set) ?? NoRelativeInterval) is { } reason)
            return new RelativeInterval(double.NaN, double.NaN, level, method, reason);
        if (method == RelativeMethod.Fieller)
            return new RelativeInterval(set.Low - 1, set.High - 1, level, method, Remark);
        Interval log = LogRatio.Interval(level);
        return double.IsNaN(log.Low)
            ? new RelativeInterval(double.NaN, double.NaN, level, method, "no log ratio: an estimate is not above 0")
            : new RelativeInterval(Math.Exp(log.Low) - 1, Math.Exp(log.High) - 1, level, method, Remark);
    }

    /// <summary>What a reader must know of the change, or null.</summary>
    public string? Remark =>
        Missing is { } missing ? missing
        : ShowsNoError(Before) || ShowsNoError(After) ? "an estimate of 0 or 1 shows no sampling error, so the intervals of its change are too narrow"
        : BaseIsImprecise ? FormattableString.Invariant($"the base is imprecise: its relative standard error is {100 * Before.StandardError / Math.Abs(Before.Value):0} %")
        : null;

    /// <summary>Why there is no relative change to speak of, or null.</summary>
    internal string? NoRelative(FiellerSet set) =>
        Missing is { } missing ? missing
        : Before.Value == 0 ? "no relative change: the base is 0"
        : set.G >= 1 ? FormattableString.Invariant($"no relative change: the base is not distinguishable from 0 (g = {set.G:0.00})")
        : null;

    private string? NoRelativeInterval =>
        !(DegreesOfFreedom > 0) ? "no interval: there are no degrees of freedom"
        : After.IsProportion && After.Value == 0 ? "no interval: an estimate of 0 shows no sampling error"
        : null;

    private string? Missing =>
        double.IsNaN(Before.Value) ? $"no change: nobody answered in {From}"
        : double.IsNaN(After.Value) ? $"no change: nobody answered in {To}"
        : null;

    /// <summary>The change in one line.</summary>
    public override string ToString()
    {
        Interval interval = Difference.Interval();
        return $"{After.Title}: from {Figures.Value(Before)} ({From}) to {Figures.Value(After)} ({To}), {ContrastFigures.Value(Difference, Difference.Value)}{ContrastFigures.UnitAfter(Difference)}, 95 % interval {ContrastFigures.Range(Difference, interval)}; {Overlap}";
    }

    /// <inheritdoc/>
    public Table ToTable() => ChangesTable.Of(this);

    Display IResult.Display() => new Display().Add(ToString());

    private static bool ShowsNoError(Estimate estimate) => estimate.IsProportion && estimate.Value is 0.0 or 1.0;

    private static double Square(double x) => x * x;
}
