namespace Survey;

/// <summary>Sampling errors of estimates of one design, from their linearized scores.</summary>
internal abstract class LinearizedErrors(SurveyDesign design, UnitTotals totals, IReadOnlyList<Linearized> estimates) : SamplingErrors
{
    private double[]? _variances;

    public static LinearizedErrors Of(SurveyDesign design, UnitTotals totals, IReadOnlyList<Linearized> estimates) =>
        design.Sample.RowsAreUnits ? new RowErrors(design, totals, estimates) : new UnitErrors(design, totals, estimates);

    /// <summary>How the estimates move with their totals.</summary>
    public IReadOnlyList<Linearized> Estimates { get; } = estimates;

    /// <summary>The variance of each estimate.</summary>
    public double[] Variances => _variances ??= FindVariances();

    public sealed override double[,] Covariance(IReadOnlyList<Combination> of)
    {
        int[] involved = [.. of.SelectMany(combination => combination.Estimates).Distinct().Take(2)];
        if (involved.Length != 1)
            return FindCovariance(of);
        // multiples of one estimate, as a sample adds to the comparison of two
        double[] multiples = [.. of.Select(combination => combination.Coefficients.Sum())];
        double[,] covariance = new double[of.Count, of.Count];
        for (int k = 0; k < multiples.Length; k++)
            for (int l = 0; l < multiples.Length; l++)
                covariance[k, l] = multiples[k] * multiples[l] * Variances[involved[0]];
        return covariance;
    }

    protected abstract double[] FindVariances();

    protected abstract double[,] FindCovariance(IReadOnlyList<Combination> of);

    /// <summary>The estimates are of one sample: the fewest degrees of freedom among them.</summary>
    public override double DegreesOfFreedom(Combination of, Func<int, double> own) => of.Estimates.Select(own).DefaultIfEmpty(Design.DegreesOfFreedom).Min();

    protected SurveyDesign Design { get; } = design;

    protected Sample Sample => Design.Sample;

    protected UnitTotals Totals { get; } = totals;

    /// <summary>The score of each unit (of each stratum's rows together, where rows are units).</summary>
    protected double[] Scores(Linearized estimate) => Totals.Scores(estimate.Domain, Totals.Request.FirstSlot[estimate.Group], estimate.Gradient);

    /// <summary>Which units have a row that answered, of whatever weight where a lonely-PSU rule asks.</summary>
    protected bool[] Present(Linearized estimate) => Totals.Present(estimate.Domain, Totals.Request.PresenceSlot(estimate.Group));
}
