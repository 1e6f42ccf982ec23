namespace Survey;

/// <summary>A function of estimates, such as a difference, with its uncertainty.</summary>
/// <remarks>Its standard error is that of its linearized scores, so covariances between the estimates are in it. R: <c>svycontrast</c>.</remarks>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record Contrast : IResult
{
    /// <summary>What it is: the name it was given, or its expression.</summary>
    public required string Name { get; init; }

    /// <summary>Where estimates were split by domains and the contrast is taken in each: the levels. Empty otherwise.</summary>
    public IReadOnlyList<DomainLevel> Domain { get; init; } = [];

    /// <summary>Its value; NaN where it is undefined or an estimate in it is.</summary>
    public required double Value { get; init; }

    /// <summary>Square root of its estimated variance.</summary>
    public required double StandardError { get; init; }

    /// <summary>Within one sample the fewest of the estimates in it, likewise over samples that share PSUs; over samples that share none those of Welch and Satterthwaite.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>How people read it.</summary>
    internal ContrastUnit Unit { get; init; }

    /// <summary>Value / standard error, for the hypothesis that it is 0. NaN where the standard error is 0.</summary>
    public double TStatistic => StandardError > 0 ? Value / StandardError : double.NaN;

    /// <summary>The two-sided p value of that hypothesis, by Student's t.</summary>
    public double PValue => double.IsNaN(TStatistic) ? double.NaN : 2 * StudentT.UpperTail(Math.Abs(TStatistic), DegreesOfFreedom);

    /// <summary>value ± t · se.</summary>
    /// <param name="level">Coverage, strictly between 0 and 1.</param>
    /// <returns>NaN limits where there are no degrees of freedom.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1.</exception>
    public Interval Interval(double level = 0.95)
    {
        Intervals.CheckLevel(level);
        return double.IsNaN(Value)
            ? Intervals.None(level, IntervalMethod.Wald, "undefined: an estimate in it is missing, or it divides by 0, or takes the logarithm or root of a number below its range")
            : Intervals.Wald(Value, StandardError, DegreesOfFreedom, level);
    }

    /// <summary>The contrast in one line.</summary>
    public override string ToString()
    {
        Interval interval = Interval();
        string title = string.Join(", ", Domain.Select(level => $"{level.Variable} = {level.Label}").Prepend(Name));
        return $"{title}: {ContrastFigures.Value(this, Value)}{ContrastFigures.UnitAfter(this)}, standard error {ContrastFigures.Value(this, StandardError)}, 95 % interval {ContrastFigures.Range(this, interval)}";
    }

    /// <inheritdoc/>
    public Table ToTable() => ContrastFigures.Rows([this], 0.95);

    Display IResult.Display() => new Display().Add(ToString());
}

/// <summary>The unit of a contrast.</summary>
internal enum ContrastUnit
{
    /// <summary>That of the estimates, or none.</summary>
    Number,

    /// <summary>A weighted average of proportions: per cent.</summary>
    Percent,

    /// <summary>Another sum of proportions, such as their difference: percentage points.</summary>
    Points,
}
