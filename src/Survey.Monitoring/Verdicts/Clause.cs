namespace Survey.Monitoring;

/// <summary>A rule with its figures put in: what it asks, arm by arm, as conditions on numbers.</summary>
/// <param name="Rule">Of which it was made.</param>
internal abstract record Clause(Target Rule)
{
    /// <summary>All conditions on figures in it, in order.</summary>
    public IEnumerable<HalfSpace> HalfSpaces => this switch { HalfSpace space => [space], Junction junction => junction.Arms.SelectMany(arm => arm.HalfSpaces), _ => [] };
}

/// <summary>Σ coefficient · figure + constant ≥ 0, or &gt; 0.</summary>
/// <param name="Rule">Of which it was made.</param>
/// <param name="Kind">What is compared.</param>
/// <param name="Terms">Figures, the judged one first.</param>
/// <param name="Constant">Exact.</param>
/// <param name="IsStrict">Whether 0 itself does not reach it.</param>
internal sealed record HalfSpace(Target Rule, ArmKind Kind, IReadOnlyList<(int Figure, Rational Coefficient)> Terms, Rational Constant, bool IsStrict) : Clause(Rule)
{
    /// <summary>The index of its figures, the judged one first.</summary>
    public IReadOnlyList<int> Figures => [.. Terms.Select(term => term.Figure)];

    /// <summary>The same as numbers, for work over many points.</summary>
    public (int Figure, double Coefficient)[] Numbers { get; } = [.. Terms.Select(term => (term.Figure, term.Coefficient.ToDouble()))];

    /// <summary>The constant as a number.</summary>
    public double Number { get; } = Constant.ToDouble();

    /// <summary>How far it is reached, by values that are given for its figures.</summary>
    public Rational At(Func<int, Rational> value) => Terms.Aggregate(Constant, (sum, term) => sum + term.Coefficient * value(term.Figure));
}

/// <summary>A condition that is not about sampled figures: a count, a rank, a reviewer's decision.</summary>
/// <param name="Rule">Of which it was made.</param>
/// <param name="IsMet">Whether it is met.</param>
/// <param name="Why">From what that follows.</param>
internal sealed record Known(Target Rule, bool IsMet, LocalText Why) : Clause(Rule)
{
    /// <summary>Whether nothing can confirm it.</summary>
    public bool IsPublishedOnly { get; init; }

    /// <summary>The figure it rests on, or -1.</summary>
    public int Figure { get; init; } = -1;
}

/// <summary>A condition that cannot be assessed.</summary>
/// <param name="Rule">Of which it was made.</param>
/// <param name="Reasons">Why not; at least one.</param>
internal sealed record Unassessed(Target Rule, IReadOnlyList<LocalText> Reasons) : Clause(Rule)
{
    /// <summary>What is needed for it to be assessed: figures that will come, or a waiver.</summary>
    public IReadOnlyList<ComparedBy> Differences { get; init; } = [];

    /// <summary>The figures that there are, by index.</summary>
    public IReadOnlyList<int> Figures { get; init; } = [];
}

/// <summary>All of several conditions, or one of them.</summary>
/// <param name="Rule">Of which it was made.</param>
/// <param name="IsAll">Whether all are needed.</param>
/// <param name="Arms">Flattened: no arm is a combination of the same kind.</param>
internal sealed record Junction(Target Rule, bool IsAll, IReadOnlyList<Clause> Arms) : Clause(Rule);

/// <summary>What an arm compares.</summary>
public enum ArmKind
{
    /// <summary>A figure with a number.</summary>
    Level,

    /// <summary>A figure with that of another area.</summary>
    Reference,

    /// <summary>Two waves, by their ratio.</summary>
    Relative,

    /// <summary>Two waves, by their difference.</summary>
    Points,

    /// <summary>Counts, ranks and decisions.</summary>
    Other,
}
