using System.Globalization;
using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>What a study chose where a notice leaves it open. Nothing is assumed: what is not among these is not chosen.</summary>
/// <param name="Made">By id, as written.</param>
public sealed record ProgrammeChoices(IReadOnlyList<(string Choice, string Made)> Made)
{
    /// <summary>No choice at all.</summary>
    public static ProgrammeChoices None { get; } = new([]);

    /// <summary>The keys and what each may be.</summary>
    internal static IReadOnlyList<KeyShape> Shapes { get; } =
    [
        Optional("adults", Scalars.AgeRange, "the ages that the notice calls adults"),
        Optional("elderly", Scalars.AgeRange, "the ages that the notice calls elderly"),
        Optional("lastYear", Scalars.Text, "the wave that is the year before"),
        Optional("start", Scalars.Text, "the wave that is the start of the programme (建设之初)"),
        Optional("referenceYear", Scalars.Words("same", "latest-published"), "the year of a reference: the wave's own, or the latest one published"),
        Optional("sewage", Scalars.Words("city", "county"), "which threshold of sewage treatment applies"),
        Optional("tolerance", Scalars.Number, "how far from a number 左右 may be, in percentage points"),
        Optional("below", Scalars.Words("inclusive", "strict"), "whether 以下 includes the number"),
        Optional("yearly", Scalars.Words("on-average", "every-year"), "whether 每年 is the average year or every single one"),
        Optional("range", Scalars.Words("both-ends", "at-least"), "whether the upper end of a range binds"),
        Optional("rounding", Scalars.Words("down", "nearest", "up"), "how a share of departments becomes a number of places"),
        Optional("ties", Scalars.Words("all", "none"), "whether all departments that share the last place get the grade, or none"),
    ];

    /// <summary>What was chosen, as written; null where nothing was.</summary>
    /// <param name="choice">Such as "adults".</param>
    public string? this[string choice] => Made.FirstOrDefault(own => own.Choice == choice).Made;

    /// <summary>The ages of a choice of ages; null where none was made.</summary>
    internal AgeRange? Ages(string choice) => this[choice] is { } ages ? AgeRange.Parse(ages) : null;

    /// <summary>The year of a reference; null where none was chosen.</summary>
    internal ReferenceYear? ReferenceYear => this["referenceYear"] switch { "same" => Monitoring.ReferenceYear.Same, "latest-published" => Monitoring.ReferenceYear.LatestPublished, _ => null };

    /// <summary>A rule with what was chosen in the place of what it leaves open.</summary>
    internal Target Bound(Target rule) =>
        rule switch
        {
            ChoiceTarget choice when choice.Options.FirstOrDefault(own => own.Option == this[choice.Choice]).Rule is { } chosen => Bound(chosen),
            AboutTarget { Tolerance: null } about when this["tolerance"] is { } tolerance => about with { Tolerance = InUnitOf(about.Amount, decimal.Parse(tolerance, NumberStyles.Float, CultureInfo.InvariantCulture)) },
            AllOfTarget all => all with { Arms = new Sequence<Target>([.. all.Arms.Select(Bound)]) },
            AnyOfTarget any => any with { Arms = new Sequence<Target>([.. any.Arms.Select(Bound)]) },
            EveryTownTarget everyTown => everyTown with { Rule = Bound(everyTown.Rule) },
            _ => rule,
        };

    private static Amount InUnitOf(Amount amount, decimal tolerance) => amount.IsPercent ? Amount.Percent(tolerance) : Amount.Number(tolerance, amount.Unit);
}
