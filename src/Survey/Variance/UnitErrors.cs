namespace Survey;

/// <summary>Errors of a sample whose units are kept one by one: each estimate is a vector of contributions, and V = Σ c c'.</summary>
/// <remarks>
/// One stage: V = Σ_h (1 - f_h) n_h/(n_h - 1) Σ_i (z_hi - mean_h)(z_hi - mean_h)'. More stages: plus f_h times the same within each PSU, and so on.
/// Each unit of each stage is turned into a contribution c = sqrt(factor)(z - mean), so V is positive semidefinite by construction. R: <c>svyrecvar</c>.
/// PSUs drawn with unequal probabilities have 1 - π_hi in place of 1 - f_h and π_hi in place of f_h (Brewer's estimator).
/// PSUs drawn systematically have (z_hi - z_h,i-1)/sqrt(2) in place of (z_hi - mean_h), and the first of a stratum has 0.
/// </remarks>
internal sealed class UnitErrors(SurveyDesign design, UnitTotals totals, IReadOnlyList<Linearized> estimates) : LinearizedErrors(design, totals, estimates), IContributions
{
    // numbers kept: contributions are often asked for again at once, by the next contrast of the same estimates
    private const long MostKept = 1 << 24;

    private readonly Dictionary<int, double[]> _kept = [];

    /// <summary>Number of contributions of an estimate: the PSUs, then the units of later stages.</summary>
    public int Length { get; } = design.Sample.Stages.Sum(stage => stage.GroupOfUnit.Length);

    protected override double[] FindVariances(IReadOnlyList<Combination> of) =>
        [.. of.Select(combination =>
        {
            double[] own = Contributions(combination);
            return CompensatedSum.OfProducts(own, own);
        })];

    public override double[,] Covariance(IReadOnlyList<Combination> of) => ContributionProducts.Of([.. of.Select(Contributions)]);

    /// <summary>What each unit adds to the error of a combination: PSUs first.</summary>
    public double[] Contributions(Combination of)
    {
        if (of is { Estimates: [int only], Coefficients: [1.0] })
            return Contributions(only);
        double[] sum = new double[Length];
        for (int part = 0; part < of.Estimates.Length; part++)
        {
            double[] own = Contributions(of.Estimates[part]);
            for (int unit = 0; unit < sum.Length; unit++)
                sum[unit] += of.Coefficients[part] * own[unit];
        }
        return sum;
    }

    private double[] Contributions(int k)
    {
        lock (_kept)
        {
            if (_kept.TryGetValue(k, out double[]? kept))
                return kept;
            if ((_kept.Count + 1L) * Length > MostKept)
                _kept.Clear();
            double[] found = FindContributions(k);
            if (IsRounding(CompensatedSum.OfProducts(found, found), Estimates[k]))
                Array.Clear(found); // fixed by the design
            return _kept[k] = found;
        }
    }

    private double[] FindContributions(int k)
    {
        double[] units = Scores(Estimates[k]), contributions = new double[Length];
        bool[] present = Present(Estimates[k]);
        int end = Length;
        for (int s = Sample.Stages.Count - 1; s >= 0; s--)
        {
            Stage stage = Sample.Stages[s];
            double[] sums = SumsByGroup(units, stage);
            bool[] groupsPresent = Presence.ByGroup(present, stage);
            StageTreatment treatment = s > 0
                ? StageTreatment.Plain(stage, sums)
                : StageTreatment.First(stage, sums, SumsOfChosen(units, stage, sums), groupsPresent, Design.DomainLonely ? present : null, Design.LonelyPsu);
            end -= units.Length;
            treatment.Contributions(units, stage, contributions.AsSpan(end, units.Length));
            (units, present) = (sums, groupsPresent);
        }
        return contributions;
    }

    private static double[] SumsByGroup(double[] units, Stage stage)
    {
        var sums = new CompensatedSum[stage.GroupCount];
        for (int unit = 0; unit < units.Length; unit++)
            sums[stage.GroupOfUnit[unit]].Add(units[unit]);
        return Array.ConvertAll(sums, sum => sum.Value);
    }

    /// <summary>Units that were certain to be drawn are no part of the mean of those that chance drew.</summary>
    private static double[] SumsOfChosen(double[] units, Stage stage, double[] sums)
    {
        if (stage.Unequal is not { } unequal)
            return sums;
        int[][] chosen = unequal.ChosenUnits(stage.GroupOfUnit);
        return Array.ConvertAll(chosen, drawn => CompensatedSum.Sum(Array.ConvertAll(drawn, unit => units[unit])));
    }
}
