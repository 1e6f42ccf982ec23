namespace Survey.Monitoring;

/// <summary>How a questionnaire works among the people of a survey: how hard its items are, how they go with the rest, how reliable its scales are. All weighted.</summary>
/// <param name="Items">Item by item.</param>
/// <param name="Scales">Scale by scale.</param>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record ItemAnalysis(IReadOnlyList<ItemFigures> Items, IReadOnlyList<ScaleFigures> Scales) : IResult
{
    /// <summary>Analyses scored answers.</summary>
    /// <param name="design">Whose rows hold the answers and their scores (<see cref="Scoring.Score"/>). Those without a score are left out.</param>
    /// <param name="instrument">By which they were scored.</param>
    /// <param name="rules">By which they were scored.</param>
    /// <remarks>
    /// Difficulty is the weighted share of the points that are reached, of an item of all or nothing the share of right answers, with its standard error under the design.
    /// The corrected item-total correlation is the weighted correlation of an item's points with the score of all other items. Cronbach's alpha is k/(k - 1) · (1 - Σ s_i² / s²), with weighted variances of items and score:
    /// Cronbach (1951), Psychometrika 16, 297-334. R: <c>cov.wt</c>.
    /// </remarks>
    /// <exception cref="SurveyDataException">The design's rows are no table of answers, or nobody has a score.</exception>
    public static ItemAnalysis Of(Design design, Instrument instrument, ScoringRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(instrument);
        return new Instruments.ItemAnalyser(design, instrument, rules ?? new ScoringRules()).Analysed();
    }

    /// <summary>The scales, and then the items, as aligned tables.</summary>
    public override string ToString() => ItemAnalysisDisplay.Of(this).ToString();

    /// <summary>The items as rows.</summary>
    public Table ToTable() => ItemAnalysisDisplay.Rows(this);

    Display IResult.Display() => ItemAnalysisDisplay.Of(this);
}

/// <summary>An item among the people of a survey.</summary>
/// <param name="Item">Which.</param>
/// <param name="Right">The share who answered exactly as the key, with its standard error.</param>
/// <param name="Correlation">With the score of all other items; NaN where one of the two does not vary.</param>
/// <param name="AlphaWithout">Cronbach's alpha of the other items.</param>
public sealed record ItemFigures(InstrumentItem Item, Estimate Right, double Correlation, double AlphaWithout)
{
    /// <summary>Why it has no correlation, such as "everybody answers it rightly"; or null.</summary>
    public string? Remark { get; init; }
}

/// <summary>A scale among the people of a survey.</summary>
/// <param name="Scale">Which.</param>
/// <param name="Mean">The mean score.</param>
/// <param name="Literate">The share of the literate.</param>
/// <param name="Alpha">Cronbach's alpha; NaN of a single item, and where nobody differs.</param>
public sealed record ScaleFigures(Scale Scale, Estimate Mean, Estimate Literate, double Alpha);
