namespace Survey.Monitoring;

/// <summary>The figures of a study's indicators in every wave, and what was met while they were made.</summary>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record StudyIndicators : IResult
{
    /// <summary>The data that they rest on, scored where the study has a questionnaire.</summary>
    public required StudyData Data { get; init; }

    /// <summary>The weights; null where the study declares none, and everyone counts the same.</summary>
    public StudyWeights? Weights { get; init; }

    /// <summary>Indicator by indicator, wave by wave, in the study's order.</summary>
    public required IReadOnlyList<IndicatorFigure> Figures { get; init; }

    /// <summary>What was met while figures were made; that of data and weights is with these.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Changes from each wave to the next, of indicators that both have.</summary>
    public IReadOnlyList<(string Indicator, Change Change)> Changes { get; init; } = [];

    /// <summary>What was met in the data, while weights were made and while figures were.</summary>
    internal IEnumerable<Finding> AllFindings => [.. Data.Findings, .. Weights?.Findings ?? [], .. Findings];

    /// <summary>The figures with their covariances; references and records are none of them.</summary>
    internal FigureSet Set { get; init; } = new();

    /// <summary>References of the study, those of its series too.</summary>
    internal IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>Why changes cannot be judged; null where they can.</summary>
    internal LocalText? NoChanges { get; init; }

    /// <summary>The designs that the figures are of, wave by wave; a wave that cannot be estimated has none.</summary>
    internal IReadOnlyList<(string Wave, SurveyDesign Design)> Designs { get; init; } = [];

    /// <summary>The same designs with the places that they share; null of one wave, and where changes cannot be judged.</summary>
    internal Waves? Waves { get; init; }

    /// <summary>The figure of an indicator in a wave, or null.</summary>
    /// <param name="indicator">Its id.</param>
    /// <param name="wave">Its id.</param>
    public IndicatorFigure? this[string indicator, string wave] => Figures.FirstOrDefault(own => own.Indicator.Id == indicator && own.Wave == wave);

    /// <summary>The figures and their changes as aligned tables, and what is doubtful.</summary>
    public override string ToString() => EvaluationDisplay.Of(this).ToString();

    /// <summary>The figures as rows, one for each indicator and wave.</summary>
    public Table ToTable() => EvaluationTables.Of(this);

    Display IResult.Display() => EvaluationDisplay.Of(this);
}

/// <summary>An indicator in a wave.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Wave">The id of the wave.</param>
/// <param name="Figure">The figure; null where there is none.</param>
/// <param name="Estimate">The estimate it is, with respondents, missing answers and design effect; null of published figures and where there is none.</param>
/// <param name="Missing">Why there is none; null where there is.</param>
public sealed record IndicatorFigure(Indicator Indicator, string Wave, Figure? Figure, Estimate? Estimate, LocalText? Missing);
