namespace Survey.Monitoring;

/// <summary>An item of a programme: one number of its notice.</summary>
/// <param name="Number">In the notice, or ours where it gives none.</param>
/// <param name="Name">In our own words.</param>
/// <param name="Dimension">The id of its chapter.</param>
/// <param name="Quote">The clause, word for word.</param>
/// <param name="Parts">What is scored: one, or several where the notice splits its points.</param>
public sealed record ProgrammeItem(string Number, LocalText Name, string Dimension, string Quote, IReadOnlyList<ProgrammePart> Parts);

/// <summary>A part of an item that is scored, all or nothing.</summary>
public sealed record ProgrammePart
{
    /// <summary>The number of its item, with .1, .2 where the item has several parts.</summary>
    public required string Id { get; init; }

    /// <summary>The number of its item.</summary>
    public required string Item { get; init; }

    /// <summary>The id of its chapter.</summary>
    public required string Dimension { get; init; }

    /// <summary>In our own words.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The clause that holds its condition, word for word.</summary>
    public required string Quote { get; init; }

    /// <summary>What must be so; a notice that leaves something open has a <see cref="ChoiceTarget"/> in it.</summary>
    public required Target Rule { get; init; }

    /// <summary>Where its evidence comes from.</summary>
    public required EvidenceSource Source { get; init; }

    /// <summary>Its points; null where the notice gives none.</summary>
    public decimal? Points { get; init; }

    /// <summary>The indicator of the survey that it is about; null where records or a reviewer tell.</summary>
    public string? Indicator { get; init; }

    /// <summary>The ages that the notice states; or null.</summary>
    public AgeRange? Ages { get; init; }

    /// <summary>The choice that says of which ages it is ("adults"); or null.</summary>
    public string? AgesChoice { get; init; }

    /// <summary>The records that it needs where it needs several, by id ("51a"), with what each is.</summary>
    public IReadOnlyList<(string Id, LocalText Name)> Figures { get; init; } = [];

    /// <summary>Who answers for it, by id; empty where the notice does not say.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>The id of the phase in which it is due.</summary>
    public required string Phase { get; init; }

    /// <summary>The last day of a date of its own; null where it is due with its phase.</summary>
    public DateOnly? By { get; init; }

    /// <summary>What an evaluator must know; or null.</summary>
    public LocalText? Note { get; init; }

    /// <summary>Whether figures alone decide it, and no reviewer.</summary>
    public bool IsMeasurable => !Rule.Walk().OfType<ReviewTarget>().Any();

    /// <summary>Whether every town is asked.</summary>
    public bool IsByTown => Rule.Walk().OfType<EveryTownTarget>().Any();

    /// <summary>Whether records are asked for: the survey tells it otherwise, or a reviewer.</summary>
    internal bool NeedsRecords => Indicator is null && Rule.Walk().Any(rule => rule is not (AllOfTarget or AnyOfTarget or AreaTypeTarget or ChoiceTarget or EveryTownTarget or PrerequisiteTarget or ReviewTarget or RankTarget));

    /// <summary>Whether a reviewer decides at least some of it.</summary>
    internal bool NeedsReview => !IsMeasurable;
}

/// <summary>Where the evidence of a part comes from. The notices do not say; this is the library's reading.</summary>
public enum EvidenceSource
{
    /// <summary>A survey of the population.</summary>
    Survey,

    /// <summary>Records of departments.</summary>
    Records,

    /// <summary>Measurements of environment or works.</summary>
    Measurement,

    /// <summary>A review of files.</summary>
    Review,
}

internal static class RuleWalk
{
    /// <summary>A rule and all rules in it.</summary>
    public static IEnumerable<Target> Walk(this Target rule) =>
        (rule switch
        {
            AllOfTarget all => all.Arms,
            AnyOfTarget any => any.Arms,
            AreaTypeTarget byArea => byArea.Rules.Select(own => own.Rule),
            ChoiceTarget choice => choice.Options.Select(own => own.Rule),
            EveryTownTarget everyTown => [everyTown.Rule],
            _ => [],
        }).SelectMany(Walk).Prepend(rule);
}
