namespace Survey.Monitoring;

/// <summary>A healthy-county programme: what a notice asks of an area, condition by condition, each with its clause.</summary>
public sealed record Programme
{
    /// <summary>The programmes that are known by name.</summary>
    public static ProgrammeLibrary Library => ProgrammeLibrary.Shipped;

    /// <summary>Such as "wuzhong-2023".</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The notice that it follows.</summary>
    public required Notice Notice { get; init; }

    /// <summary>The departments that the notice names. Never people.</summary>
    public IReadOnlyList<ProgrammeUnit> Units { get; init; } = [];

    /// <summary>The phases, earliest first.</summary>
    public IReadOnlyList<ProgrammePhase> Calendar { get; init; } = [];

    /// <summary>What is owed at set times beside the items: reports, meetings, lists.</summary>
    public IReadOnlyList<ProgrammeDuty> Duties { get; init; } = [];

    /// <summary>What the notice leaves open, and whoever is judged must choose.</summary>
    public IReadOnlyList<OpenChoice> Choices { get; init; } = [];

    /// <summary>The chapters of the items.</summary>
    public IReadOnlyList<ProgrammeDimension> Dimensions { get; init; } = [];

    /// <summary>The items, in the notice's order.</summary>
    public required IReadOnlyList<ProgrammeItem> Items { get; init; }

    /// <summary>Items that the notice's own table lacks. Nothing is assumed of them.</summary>
    public IReadOnlyList<MissingItem> Missing { get; init; } = [];

    /// <summary>The ranking of departments by scores; or null.</summary>
    public UnitRanking? Ranking { get; init; }

    /// <summary>Of which year an average is, where the notice says so; null where that is a choice.</summary>
    public ReferenceYear? ReferenceYear { get; init; }

    /// <summary>The scored parts of all items, in order.</summary>
    public IEnumerable<ProgrammePart> Parts => Items.SelectMany(item => item.Parts);

    /// <summary>Whether the notice gives points; where it gives none, conditions are counted.</summary>
    public bool HasPoints => Parts.Any(part => part.Points is not null);

    /// <summary>The points of all parts, or how many there are where the notice gives none. Nothing is rescaled to what the notice says they sum to.</summary>
    public decimal Total => Parts.Sum(WorthOf);

    /// <summary>The part of that id, or null.</summary>
    /// <param name="id">Such as "42.1".</param>
    public ProgrammePart? this[string id] => Parts.FirstOrDefault(part => part.Id == id);

    /// <summary>The last day by which a part is due: of its own date, else of its phase.</summary>
    /// <param name="part">Of this programme.</param>
    public DateOnly DueOf(ProgrammePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.By ?? Calendar.First(phase => phase.Id == part.Phase).Last;
    }

    /// <summary>Its points, or 1 where the notice gives none.</summary>
    internal decimal WorthOf(ProgrammePart part) => HasPoints ? part.Points ?? 0 : 1;

    /// <summary>The choices that a part rests on.</summary>
    internal IEnumerable<OpenChoice> ChoicesOf(ProgrammePart part) => Choices.Where(choice => choice.For.Contains(part.Id));
}

/// <summary>The notice that a programme follows.</summary>
/// <param name="Title">Of the scheme that it announces.</param>
/// <param name="Number">Its number; or null.</param>
/// <param name="Date">Of the notice; or null.</param>
public sealed record Notice(string Title, string? Number, DateOnly? Date)
{
    /// <summary>"吴中区建设江苏省健康区实施方案（吴政办〔2023〕78号）".</summary>
    public override string ToString() => Number is null ? Title : $"{Title}（{Number}）";
}

/// <summary>A department, or a group of them.</summary>
/// <param name="Id">Such as "health".</param>
/// <param name="Name">What it is called.</param>
public sealed record ProgrammeUnit(string Id, LocalText Name);

/// <summary>A chapter of a programme.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="StatedPoints">The points that the notice says it has; null where it says none. They may differ from the sum of its parts, and nothing is rescaled.</param>
public sealed record ProgrammeDimension(string Id, LocalText Name, decimal? StatedPoints);

/// <summary>A phase of a programme's calendar.</summary>
/// <param name="Id">Such as "start-up".</param>
/// <param name="Name">What it is called.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Quote">What the notice says of it; or null.</param>
/// <param name="Wave">The role of the wave that it holds, "baseline" or "final"; or null.</param>
public sealed record ProgrammePhase(string Id, LocalText Name, DateOnly First, DateOnly Last, string? Quote, string? Wave);

/// <summary>What is owed at set times beside the items.</summary>
/// <param name="Name">What.</param>
/// <param name="When">By when or how often.</param>
/// <param name="Units">Who owes it, by id.</param>
/// <param name="Quote">The clause.</param>
public sealed record ProgrammeDuty(LocalText Name, LocalText When, IReadOnlyList<string> Units, string Quote);

/// <summary>What a notice leaves open.</summary>
/// <param name="Id">The key of a study's choices, such as "adults".</param>
/// <param name="Question">What must be chosen.</param>
/// <param name="Quote">The clause that leaves it open.</param>
/// <param name="For">The ids of the parts that rest on it.</param>
public sealed record OpenChoice(string Id, LocalText Question, string Quote, IReadOnlyList<string> For);

/// <summary>An item that the notice's own table lacks.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Dimension">The id of its chapter.</param>
/// <param name="What">What is known of it.</param>
public sealed record MissingItem(string Number, string Dimension, LocalText What);

/// <summary>How departments are ranked by scores that they were given elsewhere.</summary>
/// <param name="OutOf">The most points there are.</param>
/// <param name="TopShare">The share, in per cent, that gets the grade.</param>
/// <param name="Grade">What the grade is called.</param>
/// <param name="Quote">The clause.</param>
/// <param name="Note">What an evaluator must know; or null.</param>
public sealed record UnitRanking(decimal OutOf, decimal TopShare, LocalText Grade, string Quote, LocalText? Note);
