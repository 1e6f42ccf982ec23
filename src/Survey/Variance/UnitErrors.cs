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
    // 2 MB of numbers are kept at once; more only of estimates that are combined or compared, up to 128 MB, as to hold on to them takes longer than to find their variances
    private const long KeptAtOnce = 1 << 18, MostKept = 1 << 24;

    private readonly double[]?[] _kept = new double[]?[estimates.Count];
    private long _numbersKept;

    /// <summary>Number of contributions of an estimate: the PSUs, then the units of later stages.</summary>
    public int Length { get; } = design.Sample.Stages.Sum(stage => stage.GroupOfUnit.Length);

    protected override double[] FindVariances(IReadOnlyList<Combination> of)
    {
        Totals.Recall();
        double[] variances = new double[of.Count];
        SideBySide.Do(of.Count, 16L * Length, k => variances[k] = Variance(of[k]));
        return variances;
    }

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

    private double Variance(Combination of)
    {
        if ((long)_kept.Length * Length <= KeptAtOnce || of is not { Estimates: [int only], Coefficients: [1.0] })
        {
            double[] own = Contributions(of);
            return CompensatedSum.OfProducts(own, own);
        }
        double[] buffer = Buffers.Rent<double>(Length);
        double variance = Find(only, buffer.AsSpan(0, Length));
        Buffers.Return(buffer);
        return variance;
    }

    private double[] Contributions(int k)
    {
        if (_kept[k] is { } kept)
            return kept;
        double[] contributions = new double[Length];
        Find(k, contributions);
        return Interlocked.Add(ref _numbersKept, Length) <= MostKept ? _kept[k] = contributions : contributions;
    }

    /// <summary>Writes what units add to the error of an estimate, and says its variance; all are 0 where the design fixes it.</summary>
    private double Find(int k, Span<double> contributions)
    {
        FindContributions(k, contributions);
        double variance = CompensatedSum.OfProducts(contributions, contributions);
        if (!IsRounding(variance, Estimates[k]))
            return variance;
        contributions.Clear();
        return 0;
    }

    private void FindContributions(int k, Span<double> contributions)
    {
        double[] scores = Buffers.Rent<double>(Sample.UnitCount);
        bool[] met = Buffers.Rent<bool>(Sample.UnitCount);
        Span<double> units = scores.AsSpan(0, Sample.UnitCount);
        Span<bool> present = met.AsSpan(0, Sample.UnitCount);
        FindScores(Estimates[k], units);
        FindPresent(Estimates[k], present);
        int end = Length;
        for (int s = Sample.Stages.Count - 1; s >= 0; s--)
        {
            Stage stage = Sample.Stages[s];
            double[] sums = SumsByGroup(units, stage);
            bool[] groupsPresent = Presence.ByGroup(present, stage);
            StageTreatment treatment = s > 0
                ? StageTreatment.Plain(stage, sums)
                : StageTreatment.First(stage, sums, SumsOfChosen(units, stage, sums), groupsPresent, Design.DomainLonely ? present : default, Design.LonelyPsu);
            end -= units.Length;
            treatment.Contributions(units, stage, contributions.Slice(end, units.Length));
            units = sums;
            present = groupsPresent;
        }
        Buffers.Return(scores);
        Buffers.Return(met);
    }

    // units of a group stand together as a rule: its sum stays at hand
    private static double[] SumsByGroup(ReadOnlySpan<double> units, Stage stage)
    {
        var sums = new CompensatedSum[stage.GroupCount];
        int group = 0;
        CompensatedSum own = default;
        for (int unit = 0; unit < units.Length; unit++)
        {
            if (stage.GroupOfUnit[unit] != group)
            {
                sums[group] = own;
                group = stage.GroupOfUnit[unit];
                own = sums[group];
            }
            own.Add(units[unit]);
        }
        sums[group] = own;
        return Array.ConvertAll(sums, sum => sum.Value);
    }

    /// <summary>Units that were certain to be drawn are no part of the mean of those that chance drew.</summary>
    private static double[] SumsOfChosen(ReadOnlySpan<double> units, Stage stage, double[] sums)
    {
        if (stage.Unequal is not { } unequal)
            return sums;
        double[] own = units.ToArray();
        int[][] chosen = unequal.ChosenUnits(stage.GroupOfUnit);
        return Array.ConvertAll(chosen, drawn => CompensatedSum.Sum(Array.ConvertAll(drawn, unit => own[unit])));
    }
}
