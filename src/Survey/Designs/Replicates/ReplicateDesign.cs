namespace Survey;

/// <summary>A sample with replicate weights, whose variance is estimated from what the estimate is under each of them.</summary>
/// <remarks>V = scale Σ_r rscale_r (θ_r - centre)², θ_r the estimate by replicate r. R: <c>svrepdesign</c>.</remarks>
public sealed class ReplicateDesign : Design
{
    private readonly Lazy<long> _degreesOfFreedom;
    private readonly SurveyDesign? _madeFrom;

    /// <summary>Names the columns of weights and replicate weights that a data producer supplies.</summary>
    /// <param name="rows">The whole sample.</param>
    /// <param name="weights">The full sample's weights. They may be calibrated, and so negative; negative ones are counted in <see cref="Notes"/>.</param>
    /// <param name="replicates">The columns of replicate weights, by name or by pattern: <c>"repwgt*"</c> is all that match but <paramref name="weights"/>, in natural order.</param>
    /// <param name="method">How they were made.</param>
    /// <param name="fay">Fay's ρ, from 0 to below 1; of <see cref="ReplicateMethod.Fay"/> alone, where it must be given.</param>
    /// <param name="scale">The producer's scale; by default that of the method.</param>
    /// <param name="rscales">The producer's factor of each replicate; by default 1 each. <see cref="ReplicateMethod.JKn"/> needs them.</param>
    /// <param name="areCombined">Whether the columns hold weights; otherwise factors by which the weights are multiplied. R: <c>combined.weights</c>.</param>
    /// <param name="centre">What replicates are compared with; by default the mean of the jackknife and the bootstrap, the full estimate of the others. R: <c>mse</c>.</param>
    /// <param name="degreesOfFreedom">How they are counted: as the rank of the replicate weights less 1, of the rows of the domain (or of those who answered), or of all.</param>
    /// <exception cref="ArgumentException">A factor that the method needs is lacking, or one is given that it has not.</exception>
    /// <exception cref="SurveyDataException">A column is missing or of a wrong type, a number of the pattern is lacking, a weight is missing or infinite, all weights are 0, or there are not as many factors as replicates.</exception>
    public ReplicateDesign(
        Rows rows,
        string weights,
        Names replicates,
        ReplicateMethod method,
        double? fay = null,
        double? scale = null,
        IReadOnlyList<double>? rscales = null,
        bool areCombined = true,
        ReplicateCentre? centre = null,
        DegreesOfFreedomRule degreesOfFreedom = DegreesOfFreedomRule.Domain)
        : base(rows ?? throw new ArgumentNullException(nameof(rows)), null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        CheckMethod(method, fay, rscales is not null);
        string[] columns = ReplicateColumns.Find(rows.Columns, replicates.All, weights);
        ReplicateCheck check = rows.Settled(() => new ReplicateCheck(rows, weights, columns, areCombined));
        (Weights, Method, Fay, DegreesOfFreedomRule) = (weights, method, fay, degreesOfFreedom);
        Centre = centre ?? ReplicateScales.CentreOf(method);
        Scale = scale ?? ReplicateScales.ScaleOf(method, columns.Length, fay ?? 0, Centre);
        RScales = new Sequence<double>([.. rscales ?? Enumerable.Repeat(1.0, columns.Length)]);
        ReplicateScales.Check(columns.Length, Scale, RScales);
        Replicates = new WeightsInColumns(new Sequence<string>(columns), areCombined);
        Sample = Sample.Undivided(check.RowCount);
        Notes = [.. rows.Notes, .. check.Notes, Description];
        _degreesOfFreedom = new(() => ReplicateRank.Of(this) - 1);
    }

    /// <summary>Replicates made from a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="made">The replicates.</param>
    internal ReplicateDesign(SurveyDesign design, MadeReplicates made) : base(design.Rows, design.Domain)
    {
        (Weights, Method, Fay, DegreesOfFreedomRule, Centre) = (design.Weights, made.Method, made.Fay, design.DegreesOfFreedomRule, made.Centre);
        Scale = made.Scale;
        RScales = new Sequence<double>([.. made.RScales]);
        Replicates = new UnitFactors(made.Factors);
        Sample = made.Sample;
        _madeFrom = design;
        IsMade = true;
        Log = design.Log;
        Notes = [.. design.Notes, .. made.Notes, Description];
        _degreesOfFreedom = new(Sample.DegreesOfFreedom);
    }

    private ReplicateDesign(ReplicateDesign design, Rows rows, Expr? domain, string? weights, ReplicateWeights replicates, WeightLog? log, IReadOnlyList<string> notes) : base(rows, domain)
    {
        (Weights, Method, Fay, DegreesOfFreedomRule, Centre) = (weights, design.Method, design.Fay, design.DegreesOfFreedomRule, design.Centre);
        (Scale, RScales, Sample, IsMade, _madeFrom) = (design.Scale, design.RScales, design.Sample, design.IsMade, design._madeFrom);
        (Replicates, Log, Notes, _degreesOfFreedom, GivenDegreesOfFreedom) = (replicates, log, notes, design._degreesOfFreedom, design.GivenDegreesOfFreedom);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public override string? Weights { get; }

    /// <inheritdoc/>
    public override WeightLog? Log { get; }

    /// <summary>How the replicates were made.</summary>
    public ReplicateMethod Method { get; }

    /// <summary>Fay's ρ; null of other methods.</summary>
    public double? Fay { get; }

    /// <summary>How many replicates there are.</summary>
    public int ReplicateCount => Replicates.Count;

    /// <summary>The factor of the sum over replicates.</summary>
    public double Scale { get; }

    /// <summary>The factor of each replicate.</summary>
    public IReadOnlyList<double> RScales { get; }

    /// <summary>What replicates are compared with.</summary>
    public ReplicateCentre Centre { get; }

    /// <summary>How degrees of freedom are counted.</summary>
    public DegreesOfFreedomRule DegreesOfFreedomRule { get; }

    /// <summary>Rows of the sample.</summary>
    public long RowCount => Sample.RowCount;

    /// <summary>Of replicates made from a design: its PSUs minus strata. Of those supplied: the rank of their weights less 1, at a tolerance of 1e-5.</summary>
    public long DegreesOfFreedom => GivenDegreesOfFreedom ?? _degreesOfFreedom.Value;

    /// <summary>Degrees of freedom that were given for every domain (<see cref="WithDegreesOfFreedom"/>); null where they are counted.</summary>
    public long? GivenDegreesOfFreedom { get; private init; }

    /// <summary>The same with degrees of freedom that the producer of the weights gives, in every domain.</summary>
    /// <param name="degreesOfFreedom">At least 1, such as PSUs minus strata, which replicate weights in a file do not tell: calibrating each of them raises their rank.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 1.</exception>
    public ReplicateDesign WithDegreesOfFreedom(long degreesOfFreedom) =>
        degreesOfFreedom >= 1
            ? new(this, Rows, Domain, Weights, Replicates, Log, Notes) { GivenDegreesOfFreedom = degreesOfFreedom }
            : throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom are at least 1.");

    internal override Sample Sample { get; }

    internal override UnitCodes UnitsFor(Binder binder) => _madeFrom is { Rows.AreStreamed: true } ? _madeFrom.UnitsFor(binder) : Sample.Units;

    internal override SampleColumns? KeyColumns => _madeFrom?.KeyColumns;

    internal override int[] UnitsOf(KeysMet met) => _madeFrom?.UnitsOf(met) ?? base.UnitsOf(met);

    internal override SampleSummary Summary => new(RowCount, IsMade ? Sample.Stages[0].GroupCount : 0, IsMade ? Sample.PsuCount : 0, DegreesOfFreedom, 0, Notes) { Replicates = new ReplicateSummary(ReplicateCount, Method, Fay, Scale, Centre) };

    internal ReplicateWeights Replicates { get; }

    /// <summary>Whether they were made from a design, whose PSUs and strata are known.</summary>
    internal bool IsMade { get; }

    /// <inheritdoc/>
    public override ReplicateDesign Where(Expr condition) => new(this, Rows, Narrowed(condition), Weights, Replicates, Log, Notes);

    /// <summary>The same replicates after a step of weighting.</summary>
    /// <param name="rows">With the columns of weights.</param>
    /// <param name="weights">The full sample's.</param>
    /// <param name="replicates">Those of the replicates.</param>
    /// <param name="log">With the step.</param>
    /// <param name="notes">What the step adds.</param>
    internal ReplicateDesign Reweighted(Rows rows, string weights, IReadOnlyList<string> replicates, WeightLog log, IEnumerable<string> notes) =>
        new(this, rows, Domain, weights, new WeightsInColumns(new Sequence<string>([.. replicates]), true), log, [.. Notes, .. notes]);

    private string Description =>
        $"{Invariant.Count(ReplicateCount)} replicates ({Method.Called()}{(Fay is { } rho ? $", rho {Invariant.Text(rho)}" : "")}), about {(Centre == ReplicateCentre.Mean ? "their mean" : "the full estimate")}, scale {Invariant.Short(Scale)}{(RScales.Distinct().Count() > 1 ? " and a factor of each" : "")}";

    private static void CheckMethod(ReplicateMethod method, double? fay, bool hasFactors)
    {
        if (!Enum.IsDefined(method))
            throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method; give one that ReplicateMethod names.");
        if (method == ReplicateMethod.Fay != fay is not null)
            throw new ArgumentException(fay is null ? "Fay's method has a factor rho, such as 0.5; give it." : $"A factor rho of Fay's is given, and the method is {method.Called()}; leave it out, or choose Fay.", nameof(fay));
        if (fay is { } rho && !(rho >= 0 && rho < 1))
            throw new ArgumentOutOfRangeException(nameof(fay), rho, "Fay's rho is at least 0 and below 1, such as 0.5.");
        if (method == ReplicateMethod.JKn && !hasFactors)
            throw new ArgumentException("The stratified jackknife (JKn) has a factor for each replicate, (n_h - 1)/n_h of its stratum, which the weights do not tell; give the rscales of their producer.", nameof(method));
    }
}
