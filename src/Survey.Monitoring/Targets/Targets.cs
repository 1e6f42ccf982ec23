namespace Survey.Monitoring;

/// <summary>A level: x ≥ c, x &gt; c, x ≤ c or x &lt; c.</summary>
/// <param name="Comparison">Which of the four.</param>
/// <param name="Amount">c.</param>
public sealed record LevelTarget(TargetComparison Comparison, Amount Amount) : Target;

/// <summary>|x - c| ≤ tolerance.</summary>
/// <param name="Amount">c.</param>
/// <param name="Tolerance">In the unit of c; of a rate in percentage points. Null where nobody has said it, and it is not assessed.</param>
public sealed record AboutTarget(Amount Amount, Amount? Tolerance) : Target;

/// <summary>Numerator = denominator, on counts.</summary>
public sealed record FullCoverageTarget : Target;

/// <summary>Count = 0.</summary>
public sealed record ZeroEventsTarget : Target;

/// <summary>A relative change: x1 ≥ (1 + percent/100) x0, or x1 ≤ (1 - percent/100) x0.</summary>
/// <param name="Direction">Which way.</param>
/// <param name="Percent">Of the earlier value.</param>
/// <param name="Since">The earlier wave.</param>
public sealed record RelativeChangeTarget(ChangeDirection Direction, decimal Percent, string Since) : Target;

/// <summary>A change by percentage points: x1 - x0 ≥ points/100, or x0 - x1 ≥ points/100.</summary>
/// <param name="Direction">Which way.</param>
/// <param name="Points">At least so many.</param>
/// <param name="Since">The earlier wave.</param>
public sealed record PointsChangeTarget(ChangeDirection Direction, decimal Points, string Since) : Target
{
    /// <summary>And at most so many; or null.</summary>
    public decimal? Most { get; init; }

    /// <summary>Whether the points are those of a year.</summary>
    public Yearly Yearly { get; init; }
}

/// <summary>Held against the figure of another area: the province's average.</summary>
/// <param name="Comparison">How.</param>
/// <param name="Of">The area: province, city, nation.</param>
public sealed record ReferenceTarget(TargetComparison Comparison, string Of) : Target
{
    /// <summary>The reference itself, where the rule was written with it; else it is looked up by its area.</summary>
    public Reference? Given { get; init; }
}

/// <summary>x1 ≥ x0 - margin, or x1 ≤ x0 + margin where lower is better.</summary>
/// <param name="Better">Which way is better.</param>
/// <param name="Since">The earlier wave.</param>
/// <param name="MarginPoints">In percentage points.</param>
public sealed record NoWorseTarget(ChangeDirection Better, string Since, decimal MarginPoints) : Target
{
    /// <summary>Whether both waves must be known to be of the same season (同期).</summary>
    public bool IsSameSeason { get; init; }
}

/// <summary>x_t &gt; x_(t-1) for every wave after the first, or x_t &lt; x_(t-1).</summary>
/// <param name="Direction">Which way.</param>
public sealed record TrendTarget(ChangeDirection Direction) : Target;

/// <summary>A place among units that are ranked by their scores, the largest first. Judged as published only.</summary>
/// <param name="Unit">Which unit is judged.</param>
/// <param name="Share">The top share that reaches it, such as 30 (per cent); null for a number of places.</param>
/// <param name="Places">The number of places that reach it; null for a share.</param>
/// <param name="Rounding">How share times units becomes a whole number.</param>
/// <param name="Ties">What a tie across the last place means.</param>
public sealed record RankTarget(string Unit, decimal? Share, int? Places, RankRounding Rounding, RankTies Ties) : Target;

/// <summary>How a share of units becomes a number of places.</summary>
public enum RankRounding
{
    /// <summary>Down: 30 % of 19 are 5.</summary>
    Down,

    /// <summary>To the nearest, half up: 30 % of 19 are 6.</summary>
    Nearest,

    /// <summary>Up: 30 % of 19 are 6.</summary>
    Up,
}

/// <summary>What becomes of units that share the last place.</summary>
public enum RankTies
{
    /// <summary>All of them reach it.</summary>
    AllReach,

    /// <summary>None of them does.</summary>
    NoneReaches,
}

/// <summary>By the kind of the area that is judged: one rule for cities, another for counties.</summary>
/// <param name="Rules">By kind: "city", "county", "district".</param>
public sealed record AreaTypeTarget(IReadOnlyList<(string Kind, Target Rule)> Rules) : Target;

/// <summary>The rule holds in every town.</summary>
/// <param name="Rule">Of records of a town, or of a decision about it.</param>
public sealed record EveryTownTarget(Target Rule) : Target;

/// <summary>Another target is met.</summary>
/// <param name="Of">Its id.</param>
public sealed record PrerequisiteTarget(string Of) : Target;

/// <summary>One of several rules, of which whoever is judged must choose one, because the notice does not say.</summary>
/// <param name="Choice">What is chosen, such as "sewage".</param>
/// <param name="Options">The rules by what may be chosen.</param>
public sealed record ChoiceTarget(string Choice, IReadOnlyList<(string Option, Target Rule)> Options) : Target;

/// <summary>A reviewer decides, and says why.</summary>
public sealed record ReviewTarget : Target;

/// <summary>All arms.</summary>
/// <param name="Arms">At least one.</param>
public sealed record AllOfTarget(IReadOnlyList<Target> Arms) : Target;

/// <summary>At least one arm.</summary>
/// <param name="Arms">At least one.</param>
public sealed record AnyOfTarget(IReadOnlyList<Target> Arms) : Target;
