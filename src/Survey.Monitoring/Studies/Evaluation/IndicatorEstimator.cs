using Survey.Monitoring.Intake;
using Survey.Monitoring.Weighting;

namespace Survey.Monitoring.Evaluating;

/// <summary>Estimates the indicators of a study, all that are of the same people in one request.</summary>
internal sealed class IndicatorEstimator
{
    private const string EqualWeight = "weight";

    private readonly Study _study;
    private readonly StudyData _data;
    private readonly StudyWeights? _weights;
    private readonly FindingList _findings;
    private readonly FigureSet _set = new();
    private readonly List<IndicatorFigure> _figures = [];
    private readonly List<(string, Change)> _changes = [];
    private readonly List<(string Wave, Design Design)> _designs = [];
    private readonly Dictionary<string, LocalText> _missingWave = [];
    private readonly Waves? _waves;
    private readonly LocalText? _noChanges;

    public IndicatorEstimator(StudyData data)
    {
        _study = data.Study;
        _data = data.Study.Instrument is null ? data : data.Score();
        _findings = new FindingList(_study);
        _weights = _study.Weighting is null ? null : _data.Weigh();
        if (_weights is null)
            _findings.Add(Severity.Doubt, null, $"{_study.File} has no weighting, so everyone counts the same; say under weighting how the sample was drawn.", _study.File);
        foreach (StudyWave wave in _study.Waves)
            AddDesign(wave);
        (_waves, _noChanges) = WavesOf();
    }

    public StudyIndicators Estimated()
    {
        Indicator[] surveyed = [.. _study.Evaluation.Indicators.Where(own => own.Source == IndicatorSource.Survey)];
        foreach (IGrouping<string, Indicator> same in surveyed.GroupBy(PopulationOf))
            Estimate([.. same]);
        new PublishedFigures(_study, _figures, _set).Add();
        return new StudyIndicators
        {
            Data = _data,
            Weights = _weights,
            Figures = [.. from indicator in surveyed from own in _figures where own.Indicator == indicator select own],
            Changes = [.. from indicator in surveyed from own in _changes where own.Item1 == indicator.Id select own],
            Set = _set,
            References = [.. _study.Evaluation.References, .. _study.Evaluation.Series.SelectMany(SeriesOf)],
            NoChanges = _noChanges,
            Designs = [.. _designs.Select(own => (own.Wave, (SurveyDesign)own.Design))],
            Waves = _waves,
            Findings = _findings.All, // after all that adds to them
        };
    }

    /// <summary>Figures of a series; none where its file cannot be read, so that what rests on them is not assessed and the rest goes on.</summary>
    private Reference[] SeriesOf(ReferenceSeries series)
    {
        try
        {
            return [.. ReferenceFile.Read(_study, series)];
        }
        catch (SurveyDataException error)
        {
            _findings.Add(Severity.Unresolved, null, $"{series.Place}: the figures of the {series.Of} are not read: {error.Message}", _study.File);
            return [];
        }
    }

    private void AddDesign(StudyWave wave)
    {
        try
        {
            if (DesignOf(wave) is { } design)
                _designs.Add((wave.Id, design));
            else
                _missingWave[wave.Id] = new($"{wave.Id}年的数据尚有问题未解决", $"something of the wave {wave.Id} is unresolved");
        }
        catch (SurveyDataException error)
        {
            _findings.Add(Severity.Unresolved, wave.Id, $"{_study.File}: {wave.Id} cannot be estimated: {error.Message}", _study.File);
            _missingWave[wave.Id] = new($"{wave.Id}年的抽样设计无法使用", $"the design of {wave.Id} cannot be used");
        }
    }

    private SurveyDesign? DesignOf(StudyWave wave)
    {
        if (_weights is not null)
            return _weights[wave.Id].Design;
        return _data[wave.Id] is { IsResolved: true, Table: { } people }
            ? LaterSteps.DesignOf(_study, people.With(EqualWeight, NumberColumn.Owning([.. Enumerable.Repeat(1.0, people.RowCount)])), EqualWeight, _study.Design?.LonelyPsu ?? LonelyPsu.Fail)
            : null;
    }

    /// <summary>All waves together; where the study does not say which places they share, why not.</summary>
    private (Waves?, LocalText?) WavesOf()
    {
        if (_designs.Count < 2)
            return (null, null);
        try
        {
            Dictionary<string, string> crosswalk = _study.Design?.Crosswalk is { } file ? LabelFile.Read(Path.Combine(_study.Folder, file)) : [];
            return (new Waves(_study.Design?.SamePlaces, crosswalk, [.. _designs.Select(own => (own.Wave, own.Design))]), null);
        }
        catch (SurveyDataException error)
        {
            _findings.Add(Severity.Unresolved, null, $"{_study.File}: changes between the waves cannot be judged: {error.Message.Replace("samePlaces: true or false", "design.samePlaces: same or different", StringComparison.Ordinal)}", _study.File);
            return (null, new("未说明各次调查是否为同一批村居（design.samePlaces）", "it is not known whether the waves went to the same places (design.samePlaces)"));
        }
    }

    private static string PopulationOf(Indicator indicator) => $"{indicator.Ages}|{indicator.Population}";

    /// <summary>Indicators of the same people: together, so that their covariances are known; one by one where one of them cannot be made.</summary>
    private void Estimate(Indicator[] same)
    {
        Indicator[] possible = [.. same.Where(HasColumns)];
        if (possible.Length == 0)
            return;
        try
        {
            Add(possible);
        }
        catch (Exception error) when (error is SurveyDataException or ArgumentException)
        {
            if (possible.Length > 1)
                foreach (Indicator one in possible)
                    Estimate([one]);
            else
                SayMissing(possible[0], error.Message);
        }
    }

    private void Add(Indicator[] same)
    {
        Statistic[] statistics = [.. same.Select(indicator => StatisticOf(_study, indicator))];
        Expr? condition = ConditionOf(same[0]);
        string[] waves = [.. _designs.Select(own => own.Wave)];
        Estimates[] parts = _waves is { } together
            ? [(condition is null ? together : together.Where(condition)).Estimate(statistics)]
            : [.. _designs.Select(own => (condition is null ? own.Design : own.Design.Where(condition)).Estimate(statistics))];
        // statistic by statistic, wave by wave
        Estimate[] all = _waves is not null ? [.. parts[0]] : [.. from s in Enumerable.Range(0, same.Length) from part in parts select part[s]];
        if (all.Length != same.Length * waves.Length)
            throw new SurveyDataException("Two indicators count the same thing by the same name; give one of them another event.");
        int[] indexOf = [.. all.Select((estimate, k) => AddFigure(same[k / waves.Length], waves[k % waves.Length], estimate))];
        Relate(indexOf, waves, parts);
        foreach (string wave in _missingWave.Keys)
            _figures.AddRange(same.Select(indicator => new IndicatorFigure(indicator, wave, null, null, _missingWave[wave])));
        if (_waves is not null)
            AddChanges(same, condition, statistics, waves);
    }

    private int AddFigure(Indicator indicator, string wave, Estimate estimate)
    {
        if (double.IsNaN(estimate.Value))
        {
            _figures.Add(new IndicatorFigure(indicator, wave, null, estimate, new($"{wave}年无人作答", $"nobody answered in {wave}")));
            return -1;
        }
        Figure figure = Figure.Estimated(indicator.Id, wave, estimate) with { Basis = BasisOf(indicator, wave) };
        _figures.Add(new IndicatorFigure(indicator, wave, figure, estimate, null));
        return _set.Add(figure);
    }

    private void Relate(int[] indexOf, string[] waves, Estimates[] parts)
    {
        for (int k = 0; k < indexOf.Length; k++)
            for (int l = 0; l < k; l++)
            {
                (int first, int second) = (k % waves.Length, l % waves.Length);
                if (indexOf[k] < 0 || indexOf[l] < 0 || (_waves is null && first != second))
                    continue;
                double covariance = _waves is not null ? parts[0].Covariance(k, l) : parts[first].Covariance(k / waves.Length, l / waves.Length);
                bool share = first == second || !_waves!.Overlap(waves[Math.Min(first, second)], waves[Math.Max(first, second)]).IsIndependent;
                _set.Relate(indexOf[k], indexOf[l], covariance, share);
            }
    }

    private void AddChanges(Indicator[] same, Expr? condition, Statistic[] statistics, string[] waves)
    {
        Waves asked = condition is null ? _waves! : _waves!.Where(condition);
        foreach ((string from, string to) in waves.Zip(waves.Skip(1)))
        {
            Changes changes = asked.Changes(from, to, statistics);
            if (changes.Count == same.Length)
                _changes.AddRange(same.Select((indicator, k) => (indicator.Id, changes[k])));
        }
    }

    private Basis BasisOf(Indicator indicator, string wave)
    {
        StudyWave own = _study.Waves.First(other => other.Id == wave);
        return new Basis
        {
            Ages = SurveyedAges.Common(indicator.Ages, SurveyedAges.Of(_study, wave)),
            NeedsInstrument = indicator.NeedsInstrument,
            Instrument = indicator.NeedsInstrument ? _data[wave].Instrument?.Version ?? _study.Instrument?.Version : null,
            Standard = indicator.Standard is { } standard ? standard.Year : _study.Weighting?.Calibrations.LastOrDefault(step => step.SameForAllWaves)?.Year,
            Year = EvaluationReader.YearOf(wave) ?? own.Fieldwork?.Last.Year,
            Fieldwork = own.Fieldwork,
        };
    }

    /// <summary>What is estimated for an indicator, under the name of its id.</summary>
    internal static Statistic StatisticOf(Study study, Indicator indicator)
    {
        if (indicator.Numerator is { } numerator)
            return Statistic.Ratio(((Variable)Expr.Parse(numerator)).As(indicator.Id), Expr.Parse(indicator.Denominator!));
        Variable of = ((Variable)Expr.Parse(indicator.Event!)).As(indicator.Id);
        return indicator.Standard is { } standard ? Statistic.StandardizedProportion(of, StandardFile.Read(study, standard)) : Statistic.Proportion(of);
    }

    /// <summary>The people an indicator is of, by the columns of the study.</summary>
    internal static Expr? ConditionOf(Indicator indicator)
    {
        Expr? ages = indicator.Ages?.Condition(SurveyedAges.Column), population = indicator.Population is { } text ? Expr.Parse(text) : null;
        return ages is null ? population : population is null ? ages : ages & population;
    }

    /// <summary>Whether every wave has what an indicator needs; what is lacking is said in the words of the indicator.</summary>
    private bool HasColumns(Indicator indicator)
    {
        IEnumerable<string> needed = new[] { indicator.Event, indicator.Numerator, indicator.Denominator, indicator.Population, indicator.Standard?.By }.OfType<string>().SelectMany(text => Variable.Parse(text).Of.Columns);
        if (indicator.Ages is not null)
            needed = needed.Append(SurveyedAges.Column);
        foreach ((string wave, Design design) in _designs)
        {
            var table = (Table)design.Rows;
            if (needed.FirstOrDefault(name => !table.Columns.Contains(name)) is { } lacking)
            {
                IndicatorNeed? need = indicator.Needs.FirstOrDefault(own => own.Column == lacking);
                string what = need is null ? "" : $" ({need.What.English}{(need.Levels.Count == 0 ? "" : $"; levels {string.Join(", ", need.Levels)}")})";
                SayMissing(indicator, $"it needs a column {lacking}{what}, which {wave} has not; declare it under columns, or give the indicator an event of its own");
                return false;
            }
            if (indicator.Needs.FirstOrDefault(own => own.Levels.Count > 0 && table[own.Column] is CategoryColumn column && !column.Levels.Any(own.Levels.Contains)) is { } other)
            {
                SayMissing(indicator, $"its column {other.Column} has none of the levels {string.Join(", ", other.Levels)} in {wave}, but {Excerpt.List(((CategoryColumn)table[other.Column]).Levels)}; name its levels so under codes, or give the indicator an event of its own");
                return false;
            }
        }
        return true;
    }

    private void SayMissing(Indicator indicator, string why)
    {
        string sentence = why.TrimEnd('.', '?');
        _findings.Add(Severity.Unresolved, null, $"{_study.File}: the indicator {indicator.Id} is not estimated: {sentence[..1].ToLowerInvariant()}{sentence[1..]}.", _study.File);
        _figures.AddRange(_study.Waves.Select(wave => new IndicatorFigure(indicator, wave.Id, null, null, _missingWave.GetValueOrDefault(wave.Id) ?? new("指标无法计算", "it could not be estimated"))));
    }
}
