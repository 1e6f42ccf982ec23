namespace Survey;

/// <summary>Sampling errors of estimates of one design, from their linearized scores.</summary>
internal abstract class LinearizedErrors(SurveyDesign design, UnitTotals totals, IReadOnlyList<Linearized> estimates) : SamplingErrors
{
    private const double Rounding = 1e-14;

    private double[]? _ofEstimates;

    public static LinearizedErrors Of(SurveyDesign design, UnitTotals totals, IReadOnlyList<Linearized> estimates) =>
        design.Sample.RowsAreUnits ? new RowErrors(design, totals, estimates)
        : design.Unequal is { HasContributions: false } unequal ? new QuadraticErrors(design, unequal, totals, estimates)
        : new UnitErrors(design, totals, estimates);

    /// <summary>How the estimates move with their totals.</summary>
    public IReadOnlyList<Linearized> Estimates { get; } = estimates;

    /// <summary>The variance of each estimate.</summary>
    public double[] OfEstimates => _ofEstimates ??= FindVariances([.. Enumerable.Range(0, Estimates.Count).Select(Combination.Of)]);

    public sealed override double[] Variances(IReadOnlyList<Combination> of)
    {
        // multiples of one estimate are what a sample adds to the comparison of two
        Combination[] others = [.. of.Where(combination => combination.Estimates.Length > 1)];
        var found = new Queue<double>(others.Length == 0 ? [] : FindVariances(others));
        return [.. of.Select(combination => combination switch
        {
            { Estimates: [] } => 0,
            { Estimates: [int only], Coefficients: [double multiple] } => multiple * multiple * OfEstimates[only],
            _ => found.Dequeue(),
        })];
    }

    protected abstract double[] FindVariances(IReadOnlyList<Combination> of);

    /// <summary>The estimates are of one sample: the fewest degrees of freedom among them.</summary>
    public override double DegreesOfFreedom(Combination of, Func<int, double> own) => of.Estimates.Select(own).DefaultIfEmpty(Design.DegreesOfFreedom).Min();

    protected SurveyDesign Design { get; } = design;

    protected Sample Sample => Design.Sample;

    protected UnitTotals Totals { get; } = totals;

    /// <summary>Whether a variance is no more than the rounding of the estimate's totals: J T is a sum of terms that may cancel, and a standard error below 1e-14 of their size is 0.</summary>
    protected bool IsRounding(double variance, Linearized estimate)
    {
        double size = 0;
        for (int j = 0; j < estimate.Gradient.Length; j++)
            size += Math.Abs(estimate.Gradient[j] * Totals.Total(estimate.Domain, Totals.Request.FirstSlot[estimate.Group] + j));
        return variance <= Rounding * size * (Rounding * size);
    }

    /// <summary>The score of each unit (of each stratum's rows together, where rows are units).</summary>
    protected double[] Scores(Linearized estimate)
    {
        double[] scores = new double[Sample.UnitCount];
        FindScores(estimate, scores);
        return scores;
    }

    /// <summary>The same, where there is room for it.</summary>
    protected void FindScores(Linearized estimate, Span<double> scores) => Totals.FindScores(estimate.Domain, Totals.Request.FirstSlot[estimate.Group], estimate.Gradient, scores);

    /// <summary>Which units have a row that answered, of whatever weight where a lonely-PSU rule asks.</summary>
    protected void FindPresent(Linearized estimate, Span<bool> present) => Totals.FindPresent(estimate.Domain, Totals.Request.PresenceSlot(estimate.Group), present);
}
