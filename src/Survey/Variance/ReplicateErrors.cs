namespace Survey;

/// <summary>Errors of estimates from their replicates: V = scale Σ_r rscale_r (θ_r - centre)(θ_r - centre)'. R: <c>svrVar</c>.</summary>
internal sealed class ReplicateErrors : SamplingErrors, IContributions
{
    private readonly ReplicateDesign _design;
    private readonly double[][] _contributions;

    /// <param name="design">With the scales and the centre.</param>
    /// <param name="full">The estimates by the full sample.</param>
    /// <param name="replicates">Each estimate in each replicate.</param>
    public ReplicateErrors(ReplicateDesign design, double[] full, double[][] replicates)
    {
        _design = design;
        double[] factors = [.. design.RScales.Select(own => Math.Sqrt(design.Scale * own))];
        _contributions = [.. replicates.Select((own, k) => Contributions(own, design.Centre == ReplicateCentre.Mean ? Mean(own) : full[k], factors))];
    }

    /// <summary>How the replicates were made.</summary>
    public ReplicateMethod Method => _design.Method;

    public override double[] Variances(IReadOnlyList<Combination> of) =>
        [.. of.Select(combination =>
        {
            double[] own = Contributions(combination);
            return CompensatedSum.OfProducts(own, own);
        })];

    public override double[,] Covariance(IReadOnlyList<Combination> of) => ContributionProducts.Of([.. of.Select(Contributions)]);

    /// <summary>The estimates are of one sample: the fewest degrees of freedom among them.</summary>
    public override double DegreesOfFreedom(Combination of, Func<int, double> own) => of.Estimates.Select(own).DefaultIfEmpty(_design.DegreesOfFreedom).Min();

    public double[] Contributions(Combination of)
    {
        if (of is { Estimates: [int only], Coefficients: [1.0] })
            return _contributions[only];
        double[] sum = new double[_design.ReplicateCount];
        for (int part = 0; part < of.Estimates.Length; part++)
            Multiples.Add(_contributions[of.Estimates[part]], of.Coefficients[part], sum);
        return sum;
    }

    private static double[] Contributions(double[] replicates, double centre, double[] factors)
    {
        double[] contributions = new double[replicates.Length];
        for (int r = 0; r < contributions.Length; r++)
            contributions[r] = factors[r] * (replicates[r] - centre);
        return contributions;
    }

    private static double Mean(double[] replicates)
    {
        // about the first, so that the digits in which replicates differ are not lost
        var sum = new CompensatedSum();
        foreach (double replicate in replicates)
            sum.Add(replicate - replicates[0]);
        return replicates[0] + sum.Value / replicates.Length;
    }
}
