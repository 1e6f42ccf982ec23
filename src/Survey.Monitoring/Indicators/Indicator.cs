namespace Survey.Monitoring;

/// <summary>What is measured: of whom, what is counted, which way is better, and what the data must have.</summary>
public sealed record Indicator
{
    /// <summary>Its name in studies, such as "smoking-current".</summary>
    public required string Id { get; init; }

    /// <summary>What reports call it.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Which way is better.</summary>
    public required Better Better { get; init; }

    /// <summary>Where its figures come from.</summary>
    public IndicatorSource Source { get; init; } = IndicatorSource.Survey;

    /// <summary>The condition that is counted, an expression; null of a ratio and of records.</summary>
    public string? Event { get; init; }

    /// <summary>Of a ratio: what is divided, an expression; null otherwise.</summary>
    public string? Numerator { get; init; }

    /// <summary>Of a ratio: what it is divided by.</summary>
    public string? Denominator { get; init; }

    /// <summary>The ages it is taken of; null for everyone.</summary>
    public AgeRange? Ages { get; init; }

    /// <summary>Of whom it is, an expression beside the ages; or null.</summary>
    public string? Population { get; init; }

    /// <summary>Whether it rests on the questionnaire that is scored, so that figures of two editions are not compared.</summary>
    public bool NeedsInstrument { get; init; }

    /// <summary>The columns it needs of the data.</summary>
    public IReadOnlyList<IndicatorNeed> Needs { get; init; } = [];

    /// <summary>The standard population that it is weighted to directly; or null.</summary>
    public IndicatorStandard? Standard { get; init; }

    /// <summary>What it means.</summary>
    public LocalText? Definition { get; init; }

    /// <summary>Whether its figures are shares, from 0 to 1.</summary>
    public bool IsProportion => Numerator is null;

    /// <summary>The library of indicators that come with this project, as datasets/indicators/indicators.yaml has them.</summary>
    public static IndicatorLibrary Library => IndicatorLibrary.Shipped;

    /// <summary>Its id and name.</summary>
    public override string ToString() => $"{Id} ({Name.English ?? Name.Chinese})";
}

/// <summary>Which way an indicator is better.</summary>
public enum Better
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

/// <summary>Where the figures of an indicator come from.</summary>
public enum IndicatorSource
{
    /// <summary>Estimated from the study's survey.</summary>
    Survey,

    /// <summary>Records of a department: a numerator and a denominator, a count or a value, with its source.</summary>
    Administrative,
}

/// <summary>A column that an indicator needs of the data.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Levels">The levels it has; empty where it has none.</param>
/// <param name="What">What it holds.</param>
public sealed record IndicatorNeed(string Column, IReadOnlyList<string> Levels, LocalText What);

/// <summary>A standard population for direct standardization.</summary>
/// <param name="By">What makes its groups, an expression.</param>
/// <param name="Population">A file of groups and their populations, relative to the study.</param>
/// <param name="Count">The heading of the populations.</param>
/// <param name="Year">Of the population; or null.</param>
public sealed record IndicatorStandard(string By, string Population, string Count, int? Year);
