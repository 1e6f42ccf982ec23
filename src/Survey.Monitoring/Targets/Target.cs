namespace Survey.Monitoring;

/// <summary>What a programme asks of an indicator: a rule that a figure, or several, meet or do not. Immutable; rules are joined with <see cref="AllOf"/> and <see cref="AnyOf"/>.</summary>
/// <remarks>Relative changes and changes by percentage points are different types, so that "20 %" can be neither of the two by accident.</remarks>
public abstract partial record Target
{
    private protected Target()
    {
    }

    /// <summary>The base that is the wave of the year before.</summary>
    public const string LastYear = "lastYear";

    /// <summary>The base that is the wave with which the programme started: the one of role baseline.</summary>
    public const string Start = "start";

    /// <summary>The indicator it is about, where that is another than the item's.</summary>
    public string? Indicator { get; init; }

    /// <summary>What that indicator is called; null where it has no name.</summary>
    public LocalText? IndicatorName { get; init; }

    /// <summary>At least so much (达到, 不低于, 以上).</summary>
    public static Target AtLeast(Amount amount) => new LevelTarget(TargetComparison.AtLeast, amount);

    /// <summary>More than so much (超过).</summary>
    public static Target MoreThan(Amount amount) => new LevelTarget(TargetComparison.MoreThan, amount);

    /// <summary>At most so much (不高于, 以内).</summary>
    public static Target AtMost(Amount amount) => new LevelTarget(TargetComparison.AtMost, amount);

    /// <summary>Less than so much (低于).</summary>
    public static Target LessThan(Amount amount) => new LevelTarget(TargetComparison.LessThan, amount);

    /// <summary>About so much (左右): no further from it than the tolerance, which no notice gives and somebody must; null is not assessed.</summary>
    public static Target About(Amount amount, Amount? tolerance) => new AboutTarget(amount, tolerance);

    /// <summary>Everybody, every place (全覆盖, 100 %): the numerator is the denominator. Of a sample it is never confirmed.</summary>
    public static Target FullCoverage() => new FullCoverageTarget();

    /// <summary>Not one event. Of a sample it is never confirmed.</summary>
    public static Target ZeroEvents() => new ZeroEventsTarget();

    /// <summary>Rises by at least so many per cent of its earlier value: x1 ≥ (1 + percent/100) x0.</summary>
    /// <param name="percent">20 is 20 % of the earlier value, not 20 percentage points.</param>
    /// <param name="since"><see cref="LastYear"/>, <see cref="Start"/> or the name of a wave.</param>
    public static Target RisesByPercent(decimal percent, string since = LastYear) => new RelativeChangeTarget(ChangeDirection.Rise, percent, since);

    /// <summary>Falls by at least so many per cent of its earlier value: x1 ≤ (1 - percent/100) x0.</summary>
    /// <param name="percent">10 is 10 % of the earlier value, not 10 percentage points.</param>
    /// <param name="since"><see cref="LastYear"/>, <see cref="Start"/> or the name of a wave.</param>
    public static Target FallsByPercent(decimal percent, string since = LastYear) => new RelativeChangeTarget(ChangeDirection.Fall, percent, since);

    /// <summary>Rises by at least so many percentage points: x1 - x0 ≥ points/100.</summary>
    /// <param name="points">1.5 is from 20 % to 21.5 %.</param>
    /// <param name="since"><see cref="LastYear"/>, <see cref="Start"/> or the name of a wave.</param>
    /// <param name="yearly">Whether the points are those of one year, and over how many they are asked for; by default they are those of the whole change.</param>
    public static Target RisesByPoints(decimal points, string since = LastYear, Yearly yearly = Yearly.No) => new PointsChangeTarget(ChangeDirection.Rise, points, since) { Yearly = yearly };

    /// <summary>Falls by at least so many percentage points: x0 - x1 ≥ points/100.</summary>
    /// <param name="points">1.5 is from 20 % to 18.5 %.</param>
    /// <param name="since"><see cref="LastYear"/>, <see cref="Start"/> or the name of a wave.</param>
    /// <param name="yearly">Whether the points are those of one year.</param>
    public static Target FallsByPoints(decimal points, string since = LastYear, Yearly yearly = Yearly.No) => new PointsChangeTarget(ChangeDirection.Fall, points, since) { Yearly = yearly };

    /// <summary>Rises or falls by percentage points within a range, both ends included: both are conditions.</summary>
    /// <param name="direction">Which way.</param>
    /// <param name="least">The fewest points.</param>
    /// <param name="most">The most points.</param>
    /// <param name="since"><see cref="LastYear"/>, <see cref="Start"/> or the name of a wave.</param>
    public static Target ChangesByPoints(ChangeDirection direction, decimal least, decimal most, string since = LastYear) => new PointsChangeTarget(direction, least, since) { Most = most };

    /// <summary>Is above a reference (高于平均水平).</summary>
    public static Target IsAbove(Reference reference) => new ReferenceTarget(TargetComparison.MoreThan, reference.Of) { Given = reference };

    /// <summary>Is below a reference (低于平均水平).</summary>
    public static Target IsBelow(Reference reference) => new ReferenceTarget(TargetComparison.LessThan, reference.Of) { Given = reference };

    /// <summary>Reaches a reference or is above it (达平均水平以上).</summary>
    public static Target Reaches(Reference reference) => new ReferenceTarget(TargetComparison.AtLeast, reference.Of) { Given = reference };

    /// <summary>No worse than before (不低于去年同期水平), by a margin of percentage points that may be given.</summary>
    /// <param name="better">Which way is better.</param>
    /// <param name="since"><see cref="LastYear"/>, <see cref="Start"/> or the name of a wave.</param>
    /// <param name="marginPoints">By how many points it may be worse.</param>
    public static Target NoWorse(ChangeDirection better, string since = LastYear, decimal marginPoints = 0) => new NoWorseTarget(better, since, marginPoints);

    /// <summary>No worse than in the same season of an earlier year (不低于去年同期水平): both waves say when they were taken, and it was the same time of year.</summary>
    /// <param name="better">Which way is better.</param>
    /// <param name="since"><see cref="LastYear"/>, <see cref="Start"/> or the name of a wave.</param>
    public static Target NoWorseInSeason(ChangeDirection better, string since = LastYear) => new NoWorseTarget(better, since, 0) { IsSameSeason = true };

    /// <summary>Rises or falls from every wave to the next (逐年提高).</summary>
    public static Target Trend(ChangeDirection direction) => new TrendTarget(direction);

    /// <summary>Is met where a reviewer says so (工作机制健全).</summary>
    public static Target Reviewed() => new ReviewTarget();

    /// <summary>Holds in every town: of the records or decisions of each.</summary>
    public static Target InEveryTown(Target rule) => new EveryTownTarget(rule);

    /// <summary>That another target is met, without which this one counts for nothing.</summary>
    /// <param name="target">Its id.</param>
    public static Target Prerequisite(string target) => new PrerequisiteTarget(target);

    /// <summary>All of these.</summary>
    public static Target AllOf(params IReadOnlyList<Target> arms) => new AllOfTarget(arms);

    /// <summary>One of these is enough.</summary>
    public static Target AnyOf(params IReadOnlyList<Target> arms) => new AnyOfTarget(arms);

    /// <summary>The rule in words.</summary>
    /// <param name="language">Of the words.</param>
    public string ToText(Language language) => language == Language.Chinese ? ChineseRule.Of(this) : EnglishRule.Of(this);

    /// <summary>The rule in English.</summary>
    public sealed override string ToString() => ToText(Language.English);
}

/// <summary>Whether points are those of a year.</summary>
public enum Yearly
{
    /// <summary>They are those of the whole change.</summary>
    No,

    /// <summary>On average over the years between the two waves.</summary>
    OnAverage,

    /// <summary>From every wave to the next, which must be a year apart.</summary>
    EveryYear,
}
