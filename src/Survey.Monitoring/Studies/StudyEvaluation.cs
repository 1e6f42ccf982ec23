namespace Survey.Monitoring;

/// <summary>What a study estimates and is judged by.</summary>
public sealed record StudyEvaluation
{
    /// <summary>The figures that are estimated, or come from records.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>What must be reached.</summary>
    public IReadOnlyList<StudyTarget> Targets { get; init; } = [];

    /// <summary>Figures that were confirmed or printed before.</summary>
    public IReadOnlyList<PublishedFigure> Published { get; init; } = [];

    /// <summary>Figures of other areas that stand in the study; those of its series are read with the data.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>Files of figures of other areas.</summary>
    public IReadOnlyList<ReferenceSeries> Series { get; init; } = [];

    /// <summary>Differences that are accepted, by the id of the target.</summary>
    public IReadOnlyList<(string Target, Waiver Waiver)> Waivers { get; init; } = [];

    /// <summary>Figures from records, by the id of a target or of an indicator.</summary>
    public IReadOnlyList<(string Of, AdministrativeFigure Figure)> Administrative { get; init; } = [];

    /// <summary>What reviewers decided, by the id of a target.</summary>
    public IReadOnlyList<(string Target, Review Review)> Reviews { get; init; } = [];

    /// <summary>Level and rounding.</summary>
    public Judgement Judgement { get; init; } = new();

    /// <summary>Of which year a reference must be.</summary>
    public ReferenceYear ReferenceYear { get; init; } = ReferenceYear.Same;

    /// <summary>Targets whose p values are adjusted together; null for none.</summary>
    public TargetFamily? Family { get; init; }

    /// <summary>The wave that is the year before, where the study names one; null takes that of the year before.</summary>
    public string? LastYear { get; init; }

    /// <summary>The wave that is the start of the programme, where the study names one; null takes that of role baseline.</summary>
    public string? Start { get; init; }

    /// <summary>"city", "county" or "district"; or null.</summary>
    public string? AreaKind { get; init; }

    /// <summary>Figures of towns, by the id of a target or part and the town.</summary>
    public IReadOnlyList<(string Of, string Town, AdministrativeFigure Figure)> TownFigures { get; init; } = [];

    /// <summary>What reviewers decided of towns.</summary>
    public IReadOnlyList<(string Of, string Town, Review Review)> TownReviews { get; init; } = [];

    /// <summary>Workbooks of figures and decisions, made by survey programmes --template.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];
}

/// <summary>What must be reached.</summary>
/// <param name="Id">Its number in the notice.</param>
/// <param name="Name">What it is called; null takes the indicator's name.</param>
/// <param name="Indicator">The indicator that its rule is about; null where its rule is about none, or names its own.</param>
/// <param name="Wave">The wave that is judged; null for the last one.</param>
/// <param name="Ages">The ages that it speaks of; or null.</param>
/// <param name="ConfirmedJudges">Whether a figure that a higher office confirmed judges; null as the study says of all.</param>
/// <param name="Rule">What must be so.</param>
/// <param name="Scores">A file of units and their scores, for a rule of rank; or null.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record StudyTarget(string Id, LocalText? Name, string? Indicator, string? Wave, AgeRange? Ages, bool? ConfirmedJudges, Target Rule, string? Scores, StudyPlace Place)
{
    /// <summary>What it rests on and nobody has chosen; where there is something it is not assessed.</summary>
    internal IReadOnlyList<LocalText> OpenChoices { get; init; } = [];
}

/// <summary>A figure that was confirmed or printed before.</summary>
/// <param name="Indicator">The id of the indicator.</param>
/// <param name="Wave">The id of the wave, which the study may have no data of.</param>
/// <param name="Value">A fraction.</param>
/// <param name="Document">Where it is printed.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record PublishedFigure(string Indicator, string Wave, decimal Value, string Document, StudyPlace Place)
{
    /// <summary>Its 95 % interval, as fractions; or null.</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>Its standard error, as a fraction; or null.</summary>
    public double? StandardError { get; init; }

    /// <summary>How many people it rests on; or null.</summary>
    public long? Respondents { get; init; }

    /// <summary>Its design effect; or null.</summary>
    public double? DesignEffect { get; init; }

    /// <summary>The office that confirmed it; or null.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Of whom it is, by which questionnaire, and of which year.</summary>
    public Basis Basis { get; init; } = new();
}

/// <summary>A file of figures of another area by year: year and value, and columns age, instrument, standard, standard error and source where they differ.</summary>
/// <param name="Indicator">The id of the indicator.</param>
/// <param name="Of">The area.</param>
/// <param name="File">Relative to the study.</param>
/// <param name="Basis">What holds of all its figures.</param>
/// <param name="Source">Where they are printed; or null.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record ReferenceSeries(string Indicator, string Of, string File, Basis Basis, string? Source, StudyPlace Place);

/// <summary>A figure from records.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Source">Who gave it.</param>
public sealed record AdministrativeFigure(int Year, string Source)
{
    /// <summary>The figure: a fraction where it was written in per cent.</summary>
    public decimal? Value { get; init; }

    /// <summary>Whether it was written in per cent.</summary>
    public bool IsPercent { get; init; }

    /// <summary>Its unit; or null.</summary>
    public string? Unit { get; init; }

    /// <summary>How many there were.</summary>
    public decimal? Count { get; init; }

    /// <summary>What is divided, and by what.</summary>
    public (decimal Numerator, decimal Denominator)? Ratio { get; init; }

    /// <summary>The file that shows it; or null.</summary>
    public string? Evidence { get; init; }

    /// <summary>Where the study gives it; null where no study does.</summary>
    internal StudyPlace? Place { get; init; }

    internal Figure Figure(string indicator, string wave) => new()
    {
        Indicator = indicator,
        Of = wave,
        Source = FigureSource.Administrative,
        Value = Ratio is { } ratio ? Rational.Of(ratio.Numerator, ratio.Denominator).ToDouble() : (double)(Count ?? Value!.Value),
        Counts = Ratio,
        Printed = Ratio is null ? Count ?? Value : null,
        StandardError = 0,
        Unit = Unit,
        IsProportion = IsPercent || Ratio is { } share && share.Numerator <= share.Denominator,
        Basis = new Basis { Year = Year },
        Document = Source,
    };
}

/// <summary>Targets that are judged together.</summary>
/// <param name="Adjustment">How their p values are adjusted.</param>
/// <param name="Targets">Their ids; empty for all.</param>
public sealed record TargetFamily(FamilyAdjustment Adjustment, IReadOnlyList<string> Targets);
