using System.Collections;

namespace Survey;

/// <summary>The estimates of one request, in the order of its statistics and then of the domains' levels, with their covariance.</summary>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed class Estimates : IReadOnlyList<Estimate>, IResult
{
    // up to so many estimates all covariances are worked out at the first question
    private const int MostAtOnce = 200, LargestMatrix = 10_000;

    private readonly Estimate[] _all;
    private readonly Lazy<double[,]> _matrix;

    internal Estimates(Estimate[] all, SampleSummary sample, SamplingErrors errors)
    {
        (_all, Sample, Errors) = (all, sample, errors);
        _matrix = new(() => Errors.Covariance([.. Enumerable.Range(0, _all.Length).Select(Combination.Of)]));
    }

    /// <summary>The sample they came from.</summary>
    public SampleSummary Sample { get; }

    /// <summary>Their errors, from which the variance of any function of them follows.</summary>
    internal SamplingErrors Errors { get; }

    /// <inheritdoc/>
    public Estimate this[int index] => _all[index];

    /// <inheritdoc/>
    public int Count => _all.Length;

    /// <summary>The estimated covariance of two of them, across variables and domains; the squared standard error where they are the same.</summary>
    /// <param name="first">Its index.</param>
    /// <param name="second">Its index.</param>
    /// <remarks>Among more than 200 estimates each pair is worked out when asked for; where rows are PSUs that is a pass over the rows, so ask for the matrix if you need many.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such estimate.</exception>
    public double Covariance(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, Count);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(second, Count);
        if (Count <= MostAtOnce)
            return _matrix.Value[first, second];
        return first == second ? Errors.Covariance([Combination.Of(first)])[0, 0] : Errors.Covariance([Combination.Of(Math.Min(first, second)), Combination.Of(Math.Max(first, second))])[0, 1];
    }

    /// <summary>The estimated covariance matrix, in the order of the estimates; NaN for those without respondents.</summary>
    /// <remarks>Worked out at the first question. Where rows are PSUs it takes another pass over the rows.</remarks>
    /// <exception cref="SurveyDataException">There are more than 10,000 estimates, whose matrix would take 800 MB.</exception>
    public double[,] CovarianceMatrix() =>
        Count <= LargestMatrix
            ? (double[,])_matrix.Value.Clone()
            : throw new SurveyDataException($"The covariance matrix of {Invariant.Count(Count)} estimates is too large (at most {Invariant.Count(LargestMatrix)}); ask for the pairs that matter, or for fewer domains.");

    /// <inheritdoc/>
    public IEnumerator<Estimate> GetEnumerator() => ((IEnumerable<Estimate>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An aligned table, with 95 % intervals and the notes of the sample.</summary>
    public override string ToString() => Display().ToString();

    /// <summary>An aligned table for people: proportions in per cent, their standard errors in percentage points.</summary>
    /// <param name="level">Coverage of the intervals.</param>
    /// <param name="method">For proportions; all else has Wald intervals.</param>
    /// <param name="assumedDesignEffect">For proportions of 0 or 1, as in <see cref="Survey.Estimate.Interval"/>.</param>
    /// <param name="standard">A presentation standard, such as <see cref="PresentationStandards.Nchs"/>: figures that it suppresses are left out, the others marked, and the reasons stand below.</param>
    /// <param name="designEffects">Whether design effects, effective sample sizes and Kish's design effects of the weights stand beside.</param>
    public string ToText(double level = 0.95, IntervalMethod? method = null, double? assumedDesignEffect = null, Func<Estimate, Presentation>? standard = null, bool designEffects = false) =>
        Display(new IntervalChoice(level, method, assumedDesignEffect), standard, designEffects).ToString();

    /// <summary>The estimates as rows: the statistic, its variable, the levels of the variables that split, then the figures, design effects among them, and remarks. A split variable called as a figure has a _ after its name.</summary>
    /// <param name="level">Coverage of the intervals.</param>
    /// <param name="method">For proportions; all else has Wald intervals.</param>
    /// <param name="assumedDesignEffect">For proportions of 0 or 1, as in <see cref="Survey.Estimate.Interval"/>.</param>
    /// <param name="standard">A presentation standard whose answer stands beside each; the figures it suppresses stay.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1, there is no such method, or the design effect is less than 1.</exception>
    public Table ToTable(double level = 0.95, IntervalMethod? method = null, double? assumedDesignEffect = null, Func<Estimate, Presentation>? standard = null) =>
        EstimatesTable.Of(_all, new IntervalChoice(level, method, assumedDesignEffect), designEffects: true, standard, Sample.UnknownDomain);

    Table IResult.ToTable() => ToTable();

    Display IResult.Display() => Display();

    internal Display Display(IntervalChoice intervals, Func<Estimate, Presentation>? standard, bool designEffects) => new EstimatesText(this, intervals, standard, designEffects).Display();

    private Display Display() => Display(new IntervalChoice(), null, false).AddNotes(Sample);
}
