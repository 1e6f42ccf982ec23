namespace Survey;

/// <summary>One request to a design: totals, then values and gradients, then variances; covariances when asked for.</summary>
internal abstract class Answer
{
    // beyond, counts and estimates alone would take gigabytes
    private const long MostEstimates = 2_000_000;

    private readonly Design _design;
    private readonly SmoothStatistic[] _statistics;
    private readonly DomainCodes _domains;
    private readonly Binder _binder;
    private readonly UnitTotals _totals;
    private readonly Linearized[] _linearized;
    private readonly double[] _values;
    private readonly DesignEffects _effects;

    private protected Answer(Design design, IReadOnlyList<Variable> by, IReadOnlyList<Statistic> statistics)
    {
        _design = design;
        HasParts = design.Domain is not null || by.Count > 0;
        _binder = new Binder(design.Rows);
        _statistics = [.. statistics.SelectMany(statistic => statistic.Expand(_binder))];
        _domains = new DomainCodes(design.Rows, design.Domain, by, _binder);
        if ((long)_domains.Count * _statistics.Length > MostEstimates)
            throw new SurveyDataException($"{Invariant.Count(_statistics.Length)} statistics in {Invariant.Count(_domains.Count)} domains are more than {Invariant.Count(MostEstimates)} estimates; ask for fewer at once.");
        TermGroup[] groups = [.. _statistics.Select(statistic => new TermGroup(statistic.Terms, _domains.Count, _binder))];
        _totals = UnitTotals.Of(new Request(design, _domains, groups, _binder, countsWhole: HasParts && _statistics.Any(statistic => statistic.IsTotal)));
        if (_totals.Tally.IsEmpty)
            throw NobodyMeant(by);
        _linearized = new Linearized[_statistics.Length * _domains.Count];
        _values = new double[_linearized.Length];
        _effects = new DesignEffects(_totals);
        for (int k = 0; k < _linearized.Length; k++)
            (_values[k], _linearized[k]) = Linearize(k);
    }

    private protected UnitTotals Totals => _totals;

    private protected Request Request => _totals.Request;

    private protected IReadOnlyList<Linearized> Linearized => _linearized;

    private protected double[] Values => _values;

    public Estimates Estimates()
    {
        SamplingErrors errors = Errors();
        double[] variances = errors.Variances([.. Enumerable.Range(0, _linearized.Length).Select(Combination.Of)]);
        var estimates = new Estimate[variances.Length];
        SideBySide.Do(estimates.Length, 2L * _totals.Units, k => estimates[k] = MakeEstimate(k, variances[k]));
        SampleSummary sample = _design.Summary with { UnknownDomain = _totals.Tally.Unknown, Notes = new Sequence<string>([.. _design.Notes, .. _binder.Notes, .. errors.Notes]) };
        return new Estimates(estimates, sample, errors);
    }

    /// <summary>The estimates, where nothing else is made of the answer.</summary>
    public Estimates EstimatesAlone()
    {
        Estimates estimates = Estimates();
        _totals.LetGo();
        return estimates;
    }

    /// <summary>The statistic of an estimate.</summary>
    public SmoothStatistic Statistic(int k) => _statistics[StatisticOf(k)];

    /// <summary>The totals of an estimate: the sum of weights, then those of its terms less their centres.</summary>
    public double[] SumsOf(int k) => SumsOf(DomainOf(k), StatisticOf(k));

    /// <summary>What was taken off each term.</summary>
    public double[] CentresOf(int k) => Request.Groups[StatisticOf(k)].CentresOf(DomainOf(k));

    /// <summary>Rows of non-zero weight that answered.</summary>
    public long RespondentsOf(int k) => _totals.Tally.Respondents(DomainOf(k), StatisticOf(k));

    /// <summary>Errors of other functions of the totals of some estimates.</summary>
    /// <param name="functions">Estimates, and the gradient by the totals of each.</param>
    public abstract SamplingErrors ErrorsOf(IEnumerable<(int Estimate, double[] Gradient)> functions);

    /// <summary>Errors of the estimates.</summary>
    private protected abstract SamplingErrors Errors();

    /// <summary>Degrees of freedom of a statistic in a domain.</summary>
    private protected abstract double DegreesOfFreedom(int domain, int group);

    /// <summary>What an estimate is called in messages.</summary>
    private protected string TitleOf(int k) => MakeEstimate(k, double.NaN).Title;

    // estimates stand statistic by statistic, then domain by domain
    private int StatisticOf(int k) => k / _domains.Count;

    private int DomainOf(int k) => k % _domains.Count;

    /// <summary>Whether only some of the sample are asked about.</summary>
    private protected bool HasParts { get; }

    private (double Value, Linearized Linearized) Linearize(int k)
    {
        int group = StatisticOf(k), domain = DomainOf(k);
        double[] sums = SumsOf(domain, group), gradient = new double[sums.Length];
        var totals = new DomainTotals(sums, Request.Groups[group].CentresOf(domain), _totals.Tally.Respondents(domain, group));
        if (totals.SumOfWeights > 0)
            _statistics[group].Check(totals, _domains.LevelsOf(domain), _design);
        double value = totals.SumOfWeights > 0 ? _statistics[group].Value(totals) : double.NaN;
        if (double.IsNaN(value))
            Array.Fill(gradient, double.NaN);
        else
            _statistics[group].Gradient(totals, gradient);
        return (value, new Linearized(domain, group, gradient));
    }

    private double[] SumsOf(int domain, int group) =>
        [.. Enumerable.Range(Request.FirstSlot[group], Request.Groups[group].SlotCount).Select(slot => _totals.Total(domain, slot))];

    private Estimate MakeEstimate(int k, double variance)
    {
        int group = StatisticOf(k), domain = DomainOf(k);
        SmoothStatistic statistic = _statistics[group];
        double[] sums = SumsOf(domain, group);
        return new Estimate
        {
            Statistic = statistic.Kind,
            Variable = statistic.Variable,
            Category = statistic.Category,
            Domain = _domains.LevelsOf(domain),
            Value = _values[k],
            StandardError = Math.Sqrt(variance),
            DegreesOfFreedom = DegreesOfFreedom(domain, group),
            Respondents = _totals.Tally.Respondents(domain, group),
            Missing = _totals.Tally.Missing(domain, group),
            SumOfWeights = sums[0],
            SumOfSquaredWeights = _totals.Moments.SquaredWeights(domain, group),
            DesignEffectWithReplacement = _effects.WithReplacement(_linearized[k], sums, variance),
            DesignEffectInWholeSample = statistic.IsTotal ? _effects.InWholeSample(_linearized[k], sums, variance) : double.NaN,
        };
    }

    private SurveyDataException NobodyMeant(IReadOnlyList<Variable> by)
    {
        var wanted = new List<string>();
        if (_design.Domain is not null)
            wanted.Add(_design.Domain.ToString());
        if (by.Count > 0)
            wanted.Add($"a value of {string.Join(", ", by)}");
        string unknown = _totals.Tally.Unknown > 0 ? $" (of {_totals.Tally.Unknown} it is unknown)" : "";
        string notes = string.Concat(_binder.Notes.Select(note => "; " + note));
        return new SurveyDataException($"Nobody is in the domain: of {_design.Sample.RowCount} rows none has {string.Join(" and ", wanted)}{unknown}{notes}{(notes.EndsWith('?') ? "" : ".")}");
    }
}
