namespace Survey.Monitoring;

/// <summary>All that a target is judged by: the figures of the waves with their covariances, references, and what a reviewer decided.</summary>
public sealed record Evidence
{
    internal Evidence(FigureSet figures) => Set = figures;

    /// <summary>The id of the indicator that a rule is about where it names no other.</summary>
    public required string Indicator { get; init; }

    /// <summary>What that indicator is called; or null.</summary>
    public LocalText? Name { get; init; }

    /// <summary>The wave that is judged.</summary>
    public required string Wave { get; init; }

    /// <summary>The waves, earliest first.</summary>
    public required IReadOnlyList<string> Waves { get; init; }

    /// <summary>The wave that is the year before; null where there is none.</summary>
    public string? LastYear { get; init; }

    /// <summary>The wave with which the programme started; null where none is declared.</summary>
    public string? Start { get; init; }

    /// <summary>Figures of other areas.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>Whether a reference must be of the judged wave's year, or is the latest that was published by then.</summary>
    public ReferenceYear ReferenceYear { get; init; } = ReferenceYear.Same;

    /// <summary>The ages that the target speaks of; null where it names none.</summary>
    public AgeRange? Ages { get; init; }

    /// <summary>"city", "county" or "district"; null where it is not declared.</summary>
    public string? AreaKind { get; init; }

    /// <summary>What a reviewer decided; or null.</summary>
    public Review? Review { get; init; }

    /// <summary>The towns of the area, each of which a rule may ask about.</summary>
    public IReadOnlyList<string> Towns { get; init; } = [];

    /// <summary>What a reviewer decided of each town.</summary>
    internal IReadOnlyDictionary<string, Review> TownReviews { get; init; } = new Dictionary<string, Review>();

    /// <summary>Verdicts of the targets that rules name as prerequisites, by id.</summary>
    public IReadOnlyDictionary<string, PublishedVerdict> Prerequisites { get; init; } = new Dictionary<string, PublishedVerdict>();

    /// <summary>What the rule rests on and nobody has chosen; where there is something it is not assessed.</summary>
    internal IReadOnlyList<LocalText> OpenChoices { get; init; } = [];

    /// <summary>The scores of units that are ranked.</summary>
    public IReadOnlyList<(string Unit, decimal Score)> Ranking { get; init; } = [];

    /// <summary>Why there are no scores; null where there are.</summary>
    internal string? NoRanking { get; init; }

    /// <summary>Differences that are accepted, each with its reason.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>Why a figure is not there, by indicator and wave, where that is known.</summary>
    internal IReadOnlyDictionary<(string Indicator, string Wave), LocalText> Missing { get; init; } = new Dictionary<(string, string), LocalText>();

    /// <summary>The figures, of waves and of records.</summary>
    public IReadOnlyList<Figure> Figures => Set.All;

    internal FigureSet Set { get; }

    /// <summary>The evidence of a change between two waves.</summary>
    /// <param name="change">The earlier wave is both last year and the start.</param>
    /// <param name="indicator">What it is called; by default its variable.</param>
    public static Evidence Of(Change change, string? indicator = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        indicator ??= change.After.Variable;
        var set = new FigureSet();
        int before = set.Add(Figure.Estimated(indicator, change.From, change.Before)), after = set.Add(Figure.Estimated(indicator, change.To, change.After));
        set.Relate(before, after, change.Covariance, !change.Overlap.IsIndependent);
        return new Evidence(set) { Indicator = indicator, Wave = change.To, Waves = new Sequence<string>([change.From, change.To]), LastYear = change.From, Start = change.From };
    }

    /// <summary>The evidence of figures whose errors are independent: published ones, or those of records.</summary>
    /// <param name="figures">Of one indicator, the earliest first; the last is judged, the one before it is last year and the first the start.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Evidence Of(params IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Count == 0)
            throw new ArgumentException("There is nothing to judge; give at least one figure.", nameof(figures));
        var set = new FigureSet();
        foreach (Figure figure in figures)
            set.Add(figure);
        string[] waves = [.. figures.Select(figure => figure.Of).Distinct()];
        return new Evidence(set) { Indicator = figures[^1].Indicator, Wave = waves[^1], Waves = new Sequence<string>(waves), LastYear = waves.Length > 1 ? waves[^2] : null, Start = waves.Length > 1 ? waves[0] : null };
    }

    /// <summary>The number of a figure, or -1.</summary>
    internal int IndexOf(string indicator, string wave)
    {
        for (int k = 0; k < Set.All.Count; k++)
            if (Set[k].Indicator == indicator && Set[k].Of == wave && Set[k].Source != FigureSource.Reference)
                return k;
        return -1;
    }
}

/// <summary>Of which year a reference must be.</summary>
public enum ReferenceYear
{
    /// <summary>That of the wave that is judged.</summary>
    Same,

    /// <summary>The latest one up to it that was published.</summary>
    LatestPublished,
}

/// <summary>What a reviewer decided.</summary>
/// <param name="Decision">Of the four.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">In which role; or null.</param>
/// <param name="Date">When; or null.</param>
/// <param name="Document">The file that shows it; or null.</param>
public sealed record Review(ReviewDecision Decision, string Reason, string? By = null, DateOnly? Date = null, string? Document = null)
{
    /// <summary>The points that the reviewer gives in the place of all or nothing; null for none.</summary>
    public decimal? Points { get; init; }

    /// <summary>Where the study gives it; null where no study does.</summary>
    internal StudyPlace? Place { get; init; }
}

/// <summary>What a reviewer decided.</summary>
public enum ReviewDecision
{
    /// <summary>已佐证.</summary>
    Met,

    /// <summary>未达到.</summary>
    NotMet,

    /// <summary>部分达到: not met, and said so.</summary>
    PartlyMet,

    /// <summary>待补佐证.</summary>
    Unknown,
}

/// <summary>A difference between two figures that is accepted.</summary>
/// <param name="Difference">In what they differ.</param>
/// <param name="Reason">Why that is accepted.</param>
public sealed record Waiver(ComparedBy Difference, string Reason);

/// <summary>What two figures must have in common to be compared.</summary>
public enum ComparedBy
{
    /// <summary>The ages.</summary>
    Age,

    /// <summary>The year that the rule asks for.</summary>
    Year,

    /// <summary>The edition of the questionnaire.</summary>
    Instrument,

    /// <summary>The population that they are weighted to.</summary>
    Standard,

    /// <summary>What is counted.</summary>
    Definition,

    /// <summary>The time of year.</summary>
    Season,

    /// <summary>Waves that do not overlap in time.</summary>
    Time,
}
