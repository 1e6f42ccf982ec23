namespace Survey.Monitoring;

/// <summary>A study judged by a programme: every part met, not met or waiting for evidence, with two scores.</summary>
/// <remarks>The first score is what the document counts, from point estimates, records and decisions. Of it the second is what the evidence confirms. Nothing is rescaled, and items that the notice lacks give nothing.</remarks>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record Scorecard : IResult
{
    /// <summary>The programme.</summary>
    public required Programme Programme { get; init; }

    /// <summary>Every part, in the notice's order.</summary>
    public required IReadOnlyList<PartVerdict> Parts { get; init; }

    /// <summary>What the study chose where the notice leaves it open, and what it did not.</summary>
    public required IReadOnlyList<ChoiceMade> Choices { get; init; }

    /// <summary>Whether each phase that holds a survey holds that of the study.</summary>
    public IReadOnlyList<PhaseTiming> Timing { get; init; } = [];

    /// <summary>The departments by their scores, where the programme ranks them and the study gives scores; else empty.</summary>
    public IReadOnlyList<RankedUnit> Ranking { get; init; } = [];

    /// <summary>How the study chose that their share is rounded and what ties mean, as written; null where they are not ranked.</summary>
    public (string Rounding, string Ties)? RankingChoices { get; init; }

    /// <summary>Why departments are not ranked although the programme does; null where they are, or it does not.</summary>
    public LocalText? NoRanking { get; init; }

    /// <summary>What a reader must know: waivers and entries that changed nothing.</summary>
    public IReadOnlyList<LocalText> Notes { get; init; } = [];

    /// <summary>All parts together.</summary>
    public Score Score => Score.Of(Programme, Parts);

    /// <summary>By chapter.</summary>
    public IEnumerable<(ProgrammeDimension Dimension, Score Score)> ByDimension =>
        Programme.Dimensions.Select(dimension => (dimension, Score.Of(Programme, Parts.Where(own => own.Part.Dimension == dimension.Id))));

    /// <summary>By department that answers; null stands for parts of which the notice names none. A part of several departments counts with each, so these add up to more than all.</summary>
    public IEnumerable<(ProgrammeUnit? Unit, Score Score)> ByUnit =>
        Programme.Units.Append(null).Select(unit => (unit, parts: Parts.Where(own => unit is null ? own.Part.Units.Count == 0 : own.Part.Units.Contains(unit.Id)).ToArray())).Where(own => own.parts.Length > 0).Select(own => (own.unit, Score.Of(Programme, own.parts)));

    /// <summary>By phase in which parts are due.</summary>
    public IEnumerable<(ProgrammePhase Phase, Score Score)> ByPhase =>
        Programme.Calendar.Select(phase => (phase, parts: Parts.Where(own => own.Part.Phase == phase.Id).ToArray())).Where(own => own.parts.Length > 0).Select(own => (own.phase, Score.Of(Programme, own.parts)));

    /// <summary>What to do first: parts that are not met, then those that wait for evidence, then those that are met but not confirmed; in each by points, then by how far they are from what is asked, then in the notice's order.</summary>
    public IReadOnlyList<PartVerdict> Gaps =>
    [
        .. Parts.Where(own => own.Gap != GapKind.None).OrderBy(own => own.Gap).ThenByDescending(own => Programme.WorthOf(own.Part) - own.Given).ThenByDescending(own => own.Distance),
    ];

    /// <summary>The verdict of a part.</summary>
    /// <param name="part">Its id.</param>
    /// <exception cref="ArgumentException">The programme has no such part.</exception>
    public PartVerdict this[string part] => Parts.FirstOrDefault(own => own.Part.Id == part) ?? throw new ArgumentException($"{Programme.Id} has no part '{part}'.", nameof(part));

    /// <summary>The scores, part by part, and what to do first, in Chinese as the notices are.</summary>
    public override string ToString() => ToText(Language.Chinese);

    /// <summary>The scores, part by part, and what to do first.</summary>
    /// <param name="language">Of the words.</param>
    public string ToText(Language language) => new ScorecardDisplay(this, language).Of().ToString();

    /// <summary>The parts as rows, in both languages.</summary>
    public Table ToTable() => EvaluationTables.Of(this);

    Display IResult.Display() => new ScorecardDisplay(this, Language.Chinese).Of();
}

/// <summary>What a study chose where a notice leaves it open.</summary>
/// <param name="Choice">What is open, with its clause.</param>
/// <param name="Made">What was chosen; null where nothing was, and the parts that rest on it are not assessed.</param>
public sealed record ChoiceMade(OpenChoice Choice, string? Made);
