namespace Survey.Monitoring;

/// <summary>What no entry of a part may be, wherever it was written.</summary>
/// <param name="programme">The programme.</param>
/// <param name="study">With the choices by which a rule is known, and what the survey tells itself.</param>
/// <param name="towns">Of the area; empty where the study lists none.</param>
internal sealed class EntryCheck(Programme programme, Study study, IReadOnlyList<string> towns)
{
    /// <summary>Why an entry cannot be; null where it can.</summary>
    public string? Wrong(ProgrammeEntry entry)
    {
        if (programme.Missing.Any(own => own.Number == entry.Id))
            return entry.Review?.Points is not null ? $"the notice has no item {entry.Id}, so nothing says how many points it has; leave points out" : entry.Figure is null ? null : $"the notice has no item {entry.Id}, so there is no figure of it; remove it";
        ProgrammePart? part = programme.Parts.FirstOrDefault(own => own.Id == entry.Id || own.Figures.Any(figure => figure.Id == entry.Id));
        if (part is null)
            return $"{programme.Id} has no part '{Excerpt.Of(entry.Id)}'{Known(entry.Id)}";
        return WrongTown(part, entry) ?? (entry.Figure is { } figure ? WrongFigure(part, entry, figure) : WrongReview(part, entry, entry.Review!));
    }

    /// <summary>What could be meant by an id that there is not: the parts of its item, else one that is written nearly so.</summary>
    private string Known(string id) =>
        programme.Items.Where(own => id.StartsWith(own.Number, StringComparison.Ordinal) && (id.Length == own.Number.Length || !char.IsAsciiDigit(id[own.Number.Length]))).MaxBy(own => own.Number.Length) is { } item
            ? $"; item {item.Number} is entered as {string.Join(", ", item.Parts.SelectMany(Ids))}"
            : Nearest.Hint(id, programme.Parts.SelectMany(Ids), $"; 'survey programmes {programme.Id}' lists its parts");

    private static IEnumerable<string> Ids(ProgrammePart part) => part.Figures.Select(own => own.Id).Prepend(part.Id);

    private string? WrongTown(ProgrammePart part, ProgrammeEntry entry) =>
        (part.IsByTown, entry.Town) switch
        {
            (true, null) when entry.Review?.Points is null => $"{part.Id} is asked of every town, and no town is named; give it by town",
            (false, { } town) => $"{part.Id} is of the whole area, and '{Excerpt.Of(town)}' is named; leave the town out",
            (true, { } town) when towns.Count > 0 && !towns.Contains(town) => $"'{Excerpt.Of(town)}' is no town of the area{Nearest.Hint(town, towns, $"; its towns are {Excerpt.List(towns)}")}",
            _ => null,
        };

    private string? WrongFigure(ProgrammePart part, ProgrammeEntry entry, AdministrativeFigure figure)
    {
        if (part.Indicator is { } indicator && study.Evaluation.Indicators.Any(own => own.Id == indicator && own.Source == IndicatorSource.Survey))
            return $"the survey tells {indicator}, so no figure of {part.Id} is handed in; remove it, or the indicator";
        Target rule = study.Programme.Choices.Bound(part.Rule);
        Target[] leaves = [.. rule.Walk().Where(IsOfFigures)];
        if (leaves.Length == 0)
            return $"{part.Id} is decided by review, and a figure is given; give a decision";
        bool areEvents = Array.TrueForAll(leaves, leaf => leaf is ZeroEventsTarget);
        if (part.Figures.Count > 0 && entry.Id == part.Id && !areEvents)
            return $"{part.Id} needs several figures; give {string.Join(", ", part.Figures.Select(own => own.Id))} one by one";
        if (part.Indicator is not null)
            return Negative(figure) ?? NoRate(figure);
        return leaves.Where(leaf => leaf.Indicator is null || leaf.Indicator == entry.Id || entry.Id == part.Id).Select(leaf => WrongFor(leaf, figure)).FirstOrDefault(wrong => wrong is not null);
    }

    private static bool IsOfFigures(Target rule) => rule is not (AllOfTarget or AnyOfTarget or AreaTypeTarget or ChoiceTarget or EveryTownTarget or PrerequisiteTarget or ReviewTarget or RankTarget);

    /// <summary>Why a figure is none that a rule can be held against.</summary>
    private static string? WrongFor(Target leaf, AdministrativeFigure figure) =>
        leaf is ZeroEventsTarget ? NoCount(figure) : Negative(figure) ?? leaf switch
        {
            FullCoverageTarget or LevelTarget { Amount.IsPercent: true } or AboutTarget { Amount.IsPercent: true } => NoRate(figure),
            LevelTarget { Amount.Scale: not 1 } when figure.Ratio is { } ratio && ratio.Numerator > ratio.Denominator => $"{Numbers.Plain(ratio.Numerator)} of {Numbers.Plain(ratio.Denominator)} are more than one for each; write both in full, such as 1251000 for 125.1万",
            LevelTarget { Amount: { Scale: not 1 } amount } when figure.Ratio is null => $"the rule is per {Numbers.Plain(amount.Scale)}, and the figure has no numerator and denominator; give both",
            LevelTarget { Amount: { Scale: 1 } amount } => OtherUnit(amount, figure),
            _ => null,
        };

    private static string? Negative(AdministrativeFigure figure) =>
        figure.Ratio is { } ratio && (ratio.Numerator < 0 || ratio.Denominator <= 0) ? $"{Numbers.Plain(ratio.Numerator)} of {Numbers.Plain(ratio.Denominator)} is no share of anything; correct numerator or denominator"
        : figure.Value < 0 && !figure.IsPercent ? $"{Numbers.Plain(figure.Value.Value)} is below 0; correct it"
        : figure.Count < 0 ? $"the count {Numbers.Plain(figure.Count.Value)} is below 0; correct it"
        : null;

    private static string? NoCount(AdministrativeFigure figure) =>
        (figure.Count ?? figure.Value) is not { } count || figure.IsPercent || count != decimal.Truncate(count) ? "what must not happen is counted, and the figure is no count; give the number of events, such as 0"
        : count < 0 ? $"{Numbers.Plain(count)} events cannot be; give the number of events, such as 0"
        : null;

    private static string? NoRate(AdministrativeFigure figure)
    {
        if (figure.Ratio is { } ratio)
            return ratio.Numerator > ratio.Denominator ? $"the numerator {Numbers.Plain(ratio.Numerator)} is larger than the denominator {Numbers.Plain(ratio.Denominator)} of a rate; correct one of the two" : null;
        if (figure.Count is { } count)
            return $"the rule is of a rate, and {Numbers.Plain(count)} is a count; give numerator and denominator, or a rate with its percent sign";
        decimal value = figure.Value!.Value;
        return !figure.IsPercent ? value is > 0 and <= 1 ? $"the rule is of a rate, and {Numbers.Plain(value)} has no percent sign; write {Numbers.Plain(100 * value)} %, or {Numbers.Plain(value)} % if that is meant" : $"the rule is of a rate, and {Numbers.Plain(value)} has no percent sign; write {Numbers.Plain(value)} %"
            : value is < 0 or > 1 ? $"{Numbers.Plain(100 * value)} % is no rate from 0 % to 100 %; correct it"
            : null;
    }

    private static string? OtherUnit(Amount amount, AdministrativeFigure figure) =>
        figure.IsPercent ? $"the rule is of a number{(amount.Unit is null ? "" : $" in {amount.Unit}")}, and {Numbers.Plain(100 * figure.Value!.Value)} % is a rate; give the number"
        : (amount.Unit, figure.Unit) is ({ } asked, { } given) && asked != given ? $"the rule is in {asked}, and the figure in {Excerpt.Of(given)}; give it in {asked}"
        : null;

    private string? WrongReview(ProgrammePart part, ProgrammeEntry entry, Review review)
    {
        if (entry.Id != part.Id)
            return $"a decision is of a whole part, and {entry.Id} is a figure of {part.Id}; give it for {part.Id}";
        if (entry.Town is not null && review.Points is not null)
            return $"points are of the whole part, and '{Excerpt.Of(entry.Town)}' is one town; give them for {part.Id} without a town";
        if (review.Points is not { } points)
            return part.IsMeasurable ? $"{part.Id} is decided by its figures, which a decision does not change; give its figure, or points in the place of all or none, with the reason" : null;
        return part.Points is not { } most ? $"{programme.Id} gives no points, so a reviewer cannot; leave points out"
            : review.Decision == ReviewDecision.Unknown ? $"nothing is decided on {part.Id}, and it is given {Numbers.Plain(points)} points; decide it, or leave points out"
            : points < 0 || points > most ? $"{Numbers.Plain(points)} points are not between 0 and the {Numbers.Plain(most)} of {part.Id}; correct them"
            : (review.Decision == ReviewDecision.Met && points != most) || (review.Decision == ReviewDecision.NotMet && points != 0) ? $"{Numbers.Plain(points)} of {Numbers.Plain(most)} points contradict the decision on {part.Id}; a part of them goes with 'partly met' (部分达到)"
            : null;
    }
}
