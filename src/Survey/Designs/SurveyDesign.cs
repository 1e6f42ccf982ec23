namespace Survey;

/// <summary>A sample drawn by strata, clusters and weights, whose variance is estimated by linearization.</summary>
/// <remarks>
/// Clusters are read as nested: a PSU is a (stratum, cluster) pair, and a unit of a later stage is one within its parent. Without clusters each row is a PSU.
/// A later stage counts in the variance only where every earlier one has a population size. R: <c>svydesign(nest = TRUE)</c>.
/// </remarks>
public sealed class SurveyDesign : Design
{
    private const string Unweighted = "no weights were given: every row counts 1, so totals are counts of rows";

    // of rows in memory, or of rows that are streamed
    private readonly Sample? _sample;
    private readonly MetSample? _streamed;
    private readonly string[] _notes;
    private readonly string[]? _replacedNotes; // those of weights that are no more

    /// <summary>Names the columns that say how the sample was drawn, and checks them.</summary>
    /// <param name="rows">The whole sample: rows outside the domain of interest belong to it.</param>
    /// <param name="weights">
    /// The number of people a row stands for, at least 0 (1 / probability of selection). Without it weights follow from <paramref name="populationSizes"/>, the product over stages of N/n;
    /// or from <paramref name="unequal"/>; without any of them every row counts 1, which <see cref="Notes"/> says.
    /// </param>
    /// <param name="strata">The stratum of a row; without it the sample is one stratum.</param>
    /// <param name="clusters">The PSU and the units of later stages within it.</param>
    /// <param name="populationSizes">
    /// For each stage, outermost first, of how many units those drawn were drawn: counts, if some are above 1 and none below; sampled fractions, if none is above 1 (1 everywhere is a census).
    /// Constant within a stratum at stage 1, within the parent unit later.
    /// </param>
    /// <param name="lonelyPsu">What a stratum of one PSU adds to the variance.</param>
    /// <param name="domainLonely">Whether <see cref="LonelyPsu.Adjust"/> and <see cref="LonelyPsu.Average"/> act also where a PSU is alone only in the domain. R: <c>options(survey.adjust.domain.lonely)</c>.</param>
    /// <param name="degreesOfFreedom">How they are counted.</param>
    /// <param name="collapse">
    /// Strata to merge before variance is estimated, each with the name of the stratum it becomes part of; those not named stay. Keys are the strata's texts in the data. A stratum whose own name is given as another's
    /// joins with it, unless it goes elsewhere itself: the map acts all at once. PSUs stay apart, and weights that follow from population sizes follow from the strata as drawn; n and N are added up, and from then on
    /// degrees of freedom, <see cref="StratumCount"/> and lonely PSUs are those of merged strata. The variance then also holds differences between the strata merged, so it is too large rather than too small
    /// if likeness before the survey, not its results, decided which were merged.
    /// </param>
    /// <param name="systematicOrder">
    /// The place of a PSU on the list from which the PSUs of its stratum were drawn systematically: numbers, dates, or categories in the order of their levels (runs of digits as numbers, if nobody ordered them). It is one value
    /// in all rows of a PSU and another in each PSU of a (merged) stratum. The first stage's variance is then that of successive differences, Σ_h (1 - f_h) n_h/(2(n_h - 1)) Σ_i (z_hi - z_h,i-1)²: the
    /// estimator SD1 of Ash (2014), Survey Methodology 40(1), 47-59. Degrees of freedom stay PSUs minus strata, by convention. R: <c>svrep::make_sd_matrix(type = "SD1")</c>.
    /// </param>
    /// <param name="unequal">
    /// With what probabilities PSUs were drawn without replacement, where they are not those of a simple random sample of each stratum, and how variance is estimated from them. <paramref name="populationSizes"/> are then those
    /// of the stages after the first. Without <paramref name="weights"/> they follow: 1/π times N/n of the later stages. Degrees of freedom stay PSUs minus strata, by convention. R: <c>svydesign(pps = )</c>.
    /// </param>
    /// <exception cref="SurveyDataException">
    /// A column is missing or of a wrong type; a weight is negative, missing or infinite; a stratum, cluster or population size is missing; a population size contradicts another or the sample;
    /// the map of strata names none of them, or merges into a blank name; a PSU has two places on its list, or shares one; <paramref name="systematicOrder"/> goes with <paramref name="domainLonely"/> and <see cref="LonelyPsu.Adjust"/>;
    /// a probability is not one of a PSU's own above 0 and at most 1, a joint probability is missing or impossible, or <paramref name="unequal"/> names an estimator that cannot do the rest;
    /// a stratum has one PSU and <paramref name="lonelyPsu"/> is <see cref="LonelyPsu.Fail"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A rule is none of those named.</exception>
    public SurveyDesign(
        Rows rows,
        string? weights = null,
        string? strata = null,
        Names clusters = default,
        Names populationSizes = default,
        LonelyPsu lonelyPsu = LonelyPsu.Fail,
        bool domainLonely = false,
        DegreesOfFreedomRule degreesOfFreedom = DegreesOfFreedomRule.Domain,
        IReadOnlyDictionary<string, string>? collapse = null,
        string? systematicOrder = null,
        UnequalProbabilities? unequal = null)
        : base(rows ?? throw new ArgumentNullException(nameof(rows)), null)
    {
        if (!Enum.IsDefined(lonelyPsu))
            throw new ArgumentOutOfRangeException(nameof(lonelyPsu), lonelyPsu, "There is no such rule; give one that LonelyPsu names.");
        if (!Enum.IsDefined(degreesOfFreedom))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "There is no such rule; give one that DegreesOfFreedomRule names.");
        if (systematicOrder is not null && domainLonely && lonelyPsu == LonelyPsu.Adjust)
            throw new SurveyDataException("The rule Adjust moves the centre of a stratum whose PSU is alone in a domain, and successive differences have no centre; leave out domainLonely or systematicOrder, or choose Average.");
        Weights = weights;
        LonelyPsu = lonelyPsu;
        DomainLonely = domainLonely;
        DegreesOfFreedomRule = degreesOfFreedom;
        if (unequal is not null)
            UnequalRules.Check(unequal, clusters.Count, populationSizes.Count, collapse is not null, systematicOrder is not null, lonelyPsu);
        SystematicOrder = systematicOrder;
        Unequal = unequal;
        _notes = weights is null && populationSizes.Count == 0 && unequal is null ? [Unweighted] : [];
        var columns = new SampleColumns(weights, strata, clusters, populationSizes, collapse, systematicOrder, unequal);
        bool rowsMayBeUnits = !(domainLonely && lonelyPsu is (LonelyPsu.Adjust or LonelyPsu.Average));
        SampleBuilder.Check(rows, columns);
        MetSample? met = columns.KeysTellUnits(rowsMayBeUnits) ? new MetSample(rows, columns, rowsMayBeUnits, lonelyPsu) : null;
        if (rows.AreStreamed || rows is IKeySource)
        {
            _streamed = met ?? throw MetSample.RowsNeedUnits();
            return;
        }
        _sample = (rows is Table { RowCount: > Chunk.Size } ? met?.Numbered() : null) ?? new SampleBuilder(rows, columns).Build(rowsMayBeUnits);
        LonelyUnits.Check(_sample, lonelyPsu);
    }

    private SurveyDesign(SurveyDesign design, Rows rows, Expr? domain) : base(rows, domain)
    {
        Weights = design.Weights;
        LonelyPsu = design.LonelyPsu;
        DomainLonely = design.DomainLonely;
        DegreesOfFreedomRule = design.DegreesOfFreedomRule;
        SystematicOrder = design.SystematicOrder;
        Unequal = design.Unequal;
        Log = design.Log;
        Calibrations = design.Calibrations;
        (_sample, _streamed, _notes, _replacedNotes) = (design._sample, design._streamed, design._notes, design._replacedNotes);
    }

    private SurveyDesign(SurveyDesign design, WeightLog log) : this(design, design.Rows, design.Domain) => Log = log;

    private SurveyDesign(SurveyDesign design, Table rows, string weights, WeightLog? log, IReadOnlyList<CalibrationStep> calibrations, IEnumerable<string> notes) : this(design, rows, design.Domain)
    {
        Weights = weights;
        Log = log;
        _sample = (calibrations.Count == 0 ? Sample : Sample.WithUnits()) with { WeightOfUnit = null };
        Calibrations = calibrations.Count == 0 ? null : new Calibrations(_sample, calibrations, ((NumberColumn)rows[weights]).Values.ToArray());
        _replacedNotes = [.. design.Notes.Except([Unweighted]).Where(note => !note.StartsWith("weights are those after ", StringComparison.Ordinal)), .. notes];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => _replacedNotes ?? [.. Rows.Notes, .. _notes, .. Sample.Notes];

    /// <inheritdoc/>
    public override string? Weights { get; }

    /// <inheritdoc/>
    public override WeightLog? Log { get; }

    /// <summary>The rule for strata of one PSU.</summary>
    public LonelyPsu LonelyPsu { get; }

    /// <summary>Whether that rule acts also where a PSU is alone only in the domain.</summary>
    public bool DomainLonely { get; }

    /// <summary>How degrees of freedom are counted.</summary>
    public DegreesOfFreedomRule DegreesOfFreedomRule { get; }

    /// <summary>The column in whose order PSUs were drawn systematically, so that their variance is estimated by successive differences; or null.</summary>
    public string? SystematicOrder { get; }

    /// <summary>The probabilities with which PSUs were drawn without replacement, where they are unequal, and how variance is estimated from them; or null.</summary>
    public UnequalProbabilities? Unequal { get; }

    /// <summary>Rows of the sample.</summary>
    public long RowCount => Sample.RowCount;

    /// <summary>Strata of the sample, after any were merged.</summary>
    public int StratumCount => Sample.Stages[0].GroupCount;

    /// <summary>PSUs of the sample.</summary>
    public long PsuCount => Sample.PsuCount;

    /// <summary>PSUs minus strata of the whole sample, counting those with a row of non-zero weight.</summary>
    public long DegreesOfFreedom => Sample.DegreesOfFreedom;

    internal override Sample Sample => _sample ?? _streamed!.Sample;

    internal override bool RowsAreUnits => _streamed?.RowsAreUnits ?? Sample.RowsAreUnits;

    internal override double[]? WeightOfUnit => _streamed is null ? Sample.WeightOfUnit : _streamed.WeightOfUnit;

    internal override UnitCodes UnitsFor(Binder binder) => _streamed?.Begin(binder) ?? Sample.Units;

    internal override SampleColumns? KeyColumns => _streamed?.Columns;

    internal override int[] UnitsOf(KeysMet met) => _streamed!.Take(met);

    internal override SampleSummary Summary => new(RowCount, StratumCount, PsuCount, DegreesOfFreedom, 0, Notes);

    /// <summary>The steps by which the weights were calibrated, of which its variances know; null where there are none.</summary>
    internal Calibrations? Calibrations { get; }

    /// <inheritdoc/>
    public override SurveyDesign Where(Expr condition) => new(this, Rows, Narrowed(condition));

    /// <summary>The same design, whose log of weights begins with the steps by which they were made.</summary>
    /// <param name="log">That of base weights and of nonresponse, such as <c>WeightingResult.Log</c>.</param>
    public SurveyDesign WithLog(WeightLog log) => new(this, log ?? throw new ArgumentNullException(nameof(log)));

    /// <summary>The same sample with other weights.</summary>
    /// <param name="rows">With their column.</param>
    /// <param name="weights">Its name.</param>
    /// <param name="log">How they were made.</param>
    /// <param name="calibrations">The steps of which variances know; none where all factors are taken as fixed.</param>
    /// <param name="notes">What should be said of it.</param>
    internal SurveyDesign Reweighted(Table rows, string weights, WeightLog log, IReadOnlyList<CalibrationStep> calibrations, IEnumerable<string> notes) => new(this, rows, weights, log, calibrations, notes);
}
