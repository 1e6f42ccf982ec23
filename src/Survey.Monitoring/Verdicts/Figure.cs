namespace Survey.Monitoring;

/// <summary>A figure that a verdict rests on: what it is, how sure, and of whom.</summary>
public sealed record Figure
{
    /// <summary>The id of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>Where it comes from.</summary>
    public required FigureSource Source { get; init; }

    /// <summary>The wave it is of, or of a reference the area.</summary>
    public required string Of { get; init; }

    /// <summary>A fraction where it is a proportion, else in its unit.</summary>
    public required double Value { get; init; }

    /// <summary>Of the estimate: NaN where it is not known, 0 where everybody was counted.</summary>
    public double StandardError { get; init; } = double.NaN;

    /// <summary>Of the standard error; ∞ where it is taken as known.</summary>
    public double DegreesOfFreedom { get; init; } = double.PositiveInfinity;

    /// <summary>People it rests on; null where that is not known or no sample was taken.</summary>
    public long? Respondents { get; init; }

    /// <summary>Whether it is a share of people or things, from 0 to 1.</summary>
    public bool IsProportion { get; init; } = true;

    /// <summary>Its unit, such as "m2"; or null.</summary>
    public string? Unit { get; init; }

    /// <summary>Numerator and denominator, where they were counted.</summary>
    public (decimal Numerator, decimal Denominator)? Counts { get; init; }

    /// <summary>The value as it was printed, where it was: it is judged by these digits. A fraction where it is a proportion.</summary>
    public decimal? Printed { get; init; }

    /// <summary>What a higher office confirmed in the place of this figure, or null. Where it judges, it judges as published; the sampling error is that of this figure.</summary>
    public ConfirmedFigure? Confirmed { get; init; }

    /// <summary>Of whom it is, by which questionnaire, and when.</summary>
    public Basis Basis { get; init; } = new();

    /// <summary>Who gave it or where it is printed; or null.</summary>
    public string? Document { get; init; }

    /// <summary>The interval that was printed with it; null where it follows from the standard error.</summary>
    public (double Low, double High)? PrintedInterval { get; init; }

    /// <summary>Whether a sample was taken, so that the value has an error: also an estimate of 0 or 1, which does not show it.</summary>
    public bool IsSampled => !(StandardError == 0) || (Source is FigureSource.Survey or FigureSource.Published && IsProportion && Value is 0 or 1);

    /// <summary>The figure of an estimate.</summary>
    /// <param name="indicator">Its id.</param>
    /// <param name="wave">Its name.</param>
    /// <param name="estimate">Of that wave.</param>
    public static Figure Estimated(string indicator, string wave, Estimate estimate) => new()
    {
        Indicator = indicator,
        Source = FigureSource.Survey,
        Of = wave,
        Value = estimate.Value,
        StandardError = estimate.StandardError,
        DegreesOfFreedom = estimate.DegreesOfFreedom,
        Respondents = estimate.Respondents,
        IsProportion = estimate.IsProportion,
    };

    /// <summary>The value that a rule is held against, before any rounding: counted or printed digits, else the estimate to 15 digits.</summary>
    internal Rational Exact => Counts is { } counts ? Rational.Of(counts.Numerator, counts.Denominator) : Printed is { } printed ? Rational.Of(printed) : Rational.Of(Value);

    /// <summary>A confidence interval: by the logit of a proportion, the exact binomial limit of 0 or 1, else value ± t · se.</summary>
    /// <param name="level">Such as 0.95.</param>
    /// <returns>NaN limits where there is none; [value, value] of what was counted.</returns>
    public (double Low, double High) Interval(double level = 0.95)
    {
        if (PrintedInterval is { } printed && level == 0.95)
            return printed;
        if (StandardError == 0 && Value is not (0 or 1))
            return (Value, Value);
        if (Source is FigureSource.Administrative || (Source is FigureSource.Reference && StandardError == 0))
            return (Value, Value);
        Interval interval = IsProportion
            ? ProportionIntervals.Of(AsEstimate(), level, IntervalMethod.Logit)
            : Intervals.Wald(Value, StandardError, DegreesOfFreedom, level);
        return (interval.Low, interval.High);
    }

    private Estimate AsEstimate() => new()
    {
        Statistic = "proportion",
        Variable = Indicator,
        Domain = [],
        Value = Value,
        StandardError = StandardError,
        DegreesOfFreedom = DegreesOfFreedom,
        Respondents = Respondents ?? 0,
        Missing = 0,
        SumOfWeights = double.NaN,
    };
}

/// <summary>Where a figure comes from.</summary>
public enum FigureSource
{
    /// <summary>Estimated from the study's data.</summary>
    Survey,

    /// <summary>Printed or confirmed before; the data are not at hand.</summary>
    Published,

    /// <summary>Of another area.</summary>
    Reference,

    /// <summary>From records of a department.</summary>
    Administrative,
}

/// <summary>A figure that a higher office confirmed.</summary>
/// <param name="Value">A fraction where it is a proportion.</param>
/// <param name="By">Which office.</param>
/// <param name="Document">Where it is printed.</param>
public sealed record ConfirmedFigure(decimal Value, string By, string Document);

/// <summary>Of whom a figure is and how it was measured: what two figures must have in common to be compared. What is null is not known.</summary>
public sealed record Basis
{
    /// <summary>The ages it is taken of.</summary>
    public AgeRange? Ages { get; init; }

    /// <summary>The edition of the questionnaire; null also where the indicator needs none.</summary>
    public string? Instrument { get; init; }

    /// <summary>Whether it rests on a questionnaire whose edition matters.</summary>
    public bool NeedsInstrument { get; init; }

    /// <summary>The year of the population that it is weighted to.</summary>
    public int? Standard { get; init; }

    /// <summary>The definition of the indicator: its condition or its name.</summary>
    public string? Definition { get; init; }

    /// <summary>The year it is of.</summary>
    public int? Year { get; init; }

    /// <summary>First and last day of interviewing.</summary>
    public (DateOnly First, DateOnly Last)? Fieldwork { get; init; }
}
