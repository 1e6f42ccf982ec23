namespace Survey.Monitoring.Reproducing;

/// <summary>What R is to make again of a study: waves, steps of calibration, figures and changes, and what is left out.</summary>
internal sealed class Reproduction
{
    private readonly StudyIndicators _indicators;
    private readonly List<string> _leftOut = [];

    /// <exception cref="SurveyDataException">There is no figure to make again.</exception>
    public Reproduction(StudyIndicators indicators)
    {
        _indicators = indicators;
        var (suffixes, names) = (new RNames(), new RNames());
        Waves = [.. indicators.Designs.Select((own, k) => new ReproducedWave(own.Wave, suffixes.Of($"wave {own.Wave}", $"wave_{k + 1}")["wave_".Length..], own.Design))];
        Units = new UnitNumbers(Waves, Study.Design?.Strata ?? [], indicators.Waves);
        Codes = new PlaceCodes(Study);
        IReadOnlyList<StudyCalibration> calibrations = Study.Weighting?.Calibrations ?? [];
        KeepsFinalWeights = calibrations.Any(step => step.IsConstantInClusters);
        var margins = new MarginMaker(Study, Waves, names, Codes);
        Steps = KeepsFinalWeights ? [] : [.. calibrations.Select((step, index) => margins.Step(index, step))];
        string? why = WhyErrorsDiffer(calibrations);
        ErrorsDiffer = why is not null;
        if (why is not null)
            _leftOut.Add($"standard errors and intervals: {why}");
        if (Study.Weighting?.Replicates is { } replicates)
            _leftOut.Add($"replicate weights ({replicates.Type}): the figures of the study rest on its design, not on them");
        Figures = new FigureChoice(indicators, Waves, names, _leftOut).Chosen();
        if (Figures.Count == 0)
            throw new SurveyDataException($"{Study.File} has no figure that R could make again: {(_leftOut.Count > 0 ? _leftOut[^1] : "it declares no indicator of the survey")}.");
        Changes = [.. ChangesOf()];
    }

    public Study Study => _indicators.Data.Study;

    public PlaceCodes Codes { get; }

    public UnitNumbers Units { get; }

    public IReadOnlyList<ReproducedWave> Waves { get; }

    /// <summary>Whether a PSU was drawn in which nobody has a weight.</summary>
    public bool HasUnmetPsus => Waves.Any(wave => wave.Rows.Any(row => wave.Weights[row] == 0));

    /// <summary>The calibrations that R takes, from the weights before them.</summary>
    public IReadOnlyList<ReproducedStep> Steps { get; }

    /// <summary>Whether R starts from the weights after all steps, as it cannot take them.</summary>
    public bool KeepsFinalWeights { get; }

    /// <summary>Whether R's standard errors are not those of the study, so that they are not compared.</summary>
    public bool ErrorsDiffer { get; }

    /// <summary>Indicator by indicator, wave by wave.</summary>
    public IReadOnlyList<ReproducedFigure> Figures { get; }

    /// <summary>The indicators that have a figure.</summary>
    public IReadOnlyList<ReproducedIndicator> Indicators => [.. Figures.Select(figure => figure.Of).Distinct()];

    /// <summary>The groups that indicators are of.</summary>
    public IReadOnlyList<ReproducedColumn> Domains => [.. Indicators.Select(own => own.Domain).OfType<ReproducedColumn>().Distinct()];

    /// <summary>The level of intervals.</summary>
    public double Level => Study.Evaluation.Judgement.Level;

    /// <summary>From each wave to the next, where R can make them.</summary>
    public IReadOnlyList<ReproducedChange> Changes { get; }

    /// <summary>What is not made again or not compared, and why: a clause each.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    private static string? WhyErrorsDiffer(IReadOnlyList<StudyCalibration> steps) =>
        steps.Any(step => step.IsConstantInClusters)
            ? "people of a PSU share one factor of calibration, which calibrate(aggregate.stage = 1) gives them only where their weights are equal; the files have the weights after it"
        : steps.Any(step => step.AreShares) && (steps.Count > 1 || steps.Any(step => step.Kind == StudyCalibrationKind.Raking || step.Distance != CalibrationDistance.Linear || step.Bounds is not null))
            ? "weights are calibrated to shares of people, whose number stays uncertain, and R takes the totals that follow from them as known"
        : null;

    private IEnumerable<ReproducedChange> ChangesOf()
    {
        if (_indicators.NoChanges is { } why)
            _leftOut.Add($"changes: {why.English ?? why.Chinese}");
        foreach ((ReproducedWave earlier, ReproducedWave later) in Waves.Zip(Waves.Skip(1)))
        {
            (ReproducedIndicator, Change Change)[] own = [.. from indicator in Indicators
                                                             from pair in _indicators.Changes
                                                             where pair.Indicator == indicator.Indicator.Id && pair.Change.From == earlier.Id && pair.Change.To == later.Id && double.IsFinite(pair.Change.Difference.Value)
                                                             select (indicator, pair.Change)];
            if (own.Length == 0)
                continue;
            var change = new ReproducedChange(earlier, later, own[0].Change.Overlap, own);
            if (change.Obstacle is { } obstacle)
                _leftOut.Add(obstacle);
            else
                yield return change;
        }
    }
}
