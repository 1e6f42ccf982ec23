namespace Survey.Monitoring;

/// <summary>The figure of another area that an indicator is held against, such as a province's average.</summary>
/// <param name="Of">The area: "province", "city", "nation", "county".</param>
/// <param name="Value">As printed: a fraction where it is a proportion, so 0.3210 for 32.10 %.</param>
public sealed record Reference(string Of, decimal Value)
{
    /// <summary>The indicator; null stands for whichever it is given to.</summary>
    public string? Indicator { get; init; }

    /// <summary>Its standard error; 0, the default, takes it as a constant.</summary>
    public double StandardError { get; init; }

    /// <summary>Of its standard error; ∞ where they are not known.</summary>
    public double DegreesOfFreedom { get; init; } = double.PositiveInfinity;

    /// <summary>Of whom it is, by which questionnaire, and of which year.</summary>
    public Basis Basis { get; init; } = new();

    /// <summary>Where it is printed.</summary>
    public string? Source { get; init; }

    /// <summary>How much of it is the area that is judged; null where that is not said.</summary>
    public ReferenceShare? Contains { get; init; }

    /// <summary>The decimals of the per cent that it was printed with; or null.</summary>
    public int? Decimals { get; init; }

    /// <summary>Whether it is a number in a unit of its own rather than a share of something.</summary>
    internal bool IsNumber { get; init; }

    internal Figure Figure(string indicator, bool isProportion) => new()
    {
        Indicator = indicator,
        Source = FigureSource.Reference,
        Of = Of,
        Value = (double)Value,
        Printed = Value,
        StandardError = StandardError,
        DegreesOfFreedom = DegreesOfFreedom,
        IsProportion = isProportion,
        Basis = Basis,
        Document = Source,
    };
}

/// <summary>A reference that contains the area that is judged: p - P = (1 - w)(p - p of the rest).</summary>
/// <param name="Weight">w, the area's share of the reference's weights, from 0 to 1.</param>
/// <param name="SharesInterviews">Whether the area's interviews are among the reference's, so that Var(p - P) = (1 - 2w) V_p + V_P; where they are not it is V_p + V_P.</param>
public sealed record ReferenceShare(double Weight, bool SharesInterviews);
