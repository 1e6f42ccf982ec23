namespace Survey;

/// <summary>Covariance of estimates from the scores of their units: knows strata and stages, nothing of means.</summary>
/// <remarks>
/// One stage: V = Σ_h (1 - f_h) n_h/(n_h - 1) Σ_i (z_hi - mean_h)(z_hi - mean_h)'. More stages: plus f_h times the same within each PSU, and so on.
/// Each unit is turned into a contribution c = sqrt(factor)(z - mean), so that V = Σ c c' is positive semidefinite by construction. R: <c>svyrecvar</c>.
/// </remarks>
internal static class Linearization
{
    /// <param name="sample">Its stages.</param>
    /// <param name="lonely">What strata of one PSU add.</param>
    /// <param name="domainLonely">Whether that holds also for strata with one PSU in the domain.</param>
    /// <param name="scores">One for each estimate.</param>
    /// <param name="ofRows">Where rows are units: the sums of products that only the rows can give.</param>
    public static double[,] Covariance(Sample sample, LonelyPsu lonely, bool domainLonely, IReadOnlyList<Score> scores, double[,]? ofRows)
    {
        double[,] covariance = new double[scores.Count, scores.Count];
        double[][] units = [.. scores.Select(score => score.OfUnit)];
        bool[][] present = [.. scores.Select(score => score.Present)];
        for (int s = sample.Stages.Count - 1; s >= 0; s--)
        {
            Stage stage = sample.Stages[s];
            double[][] sums = sample.RowsAreUnits ? units : [.. units.Select(z => SumsByGroup(z, stage))];
            bool[][] psus = present;
            if (!sample.RowsAreUnits)
                present = [.. present.Select(units => AnyByGroup(units, stage))];
            StageTreatment[] treatments = [.. scores.Select((_, k) => s > 0
                ? StageTreatment.Plain(stage, sums[k])
                : StageTreatment.First(stage, sums[k], present[k], domainLonely ? psus[k] : null, lonely))];
            if (sample.RowsAreUnits)
                AddRows(covariance, stage, scores, sums, treatments, ofRows!);
            else
                AddUnits(covariance, [.. units.Select((z, k) => treatments[k].Contributions(z, stage.GroupOfUnit))]);
            units = sums;
        }
        return covariance;
    }

    /// <summary>PSUs minus strata, counting those with one of the units given.</summary>
    public static int PresentPsusMinusStrata(Sample sample, bool[] units)
    {
        for (int s = sample.Stages.Count - 1; s > 0; s--)
            units = AnyByGroup(units, sample.Stages[s]);
        return units.Count(present => present) - AnyByGroup(units, sample.Stages[0]).Count(present => present);
    }

    private static void AddUnits(double[,] covariance, double[][] contributions)
    {
        for (int k = 0; k < contributions.Length; k++)
            for (int l = k; l < contributions.Length; l++)
                Add(covariance, k, l, CompensatedSum.OfProducts(contributions[k], contributions[l]));
    }

    /// <summary>
    /// Rows of a domain were summed about their stratum's mean in their own pass; the others of the stratum have z = 0. For one domain they add (n - n_d) mean mean',
    /// for two domains all rows together add -n mean_k mean_l. A stratum of one row is itself that row.
    /// </summary>
    private static void AddRows(double[,] covariance, Stage stage, IReadOnlyList<Score> scores, double[][] sums, StageTreatment[] treatments, double[,] ofRows)
    {
        for (int k = 0; k < scores.Count; k++)
            for (int l = k; l < scores.Count; l++)
            {
                bool sameDomain = scores[k].Domain == scores[l].Domain;
                var rest = new CompensatedSum();
                for (int h = 0; h < stage.GroupCount; h++)
                {
                    double n = stage.SampleSize[h], scale = treatments[k].Scale[h] * treatments[l].Scale[h];
                    double outside = n == 1
                        ? (sums[k][h] - treatments[k].Centre[h]) * (sums[l][h] - treatments[l].Centre[h])
                        : (sameDomain ? n - scores[k].RowsOfStratum[h] : -n) * treatments[k].Centre[h] * treatments[l].Centre[h];
                    rest.Add(scale * outside);
                }
                double inflation = treatments[k].Inflation * treatments[l].Inflation;
                Add(covariance, k, l, inflation * ofRows[k, l] + rest.Value);
            }
    }

    private static void Add(double[,] covariance, int k, int l, double value)
    {
        covariance[k, l] += value;
        if (k != l)
            covariance[l, k] += value;
    }

    private static double[] SumsByGroup(double[] units, Stage stage)
    {
        var sums = new CompensatedSum[stage.GroupCount];
        for (int unit = 0; unit < units.Length; unit++)
            sums[stage.GroupOfUnit[unit]].Add(units[unit]);
        return Array.ConvertAll(sums, sum => sum.Value);
    }

    private static bool[] AnyByGroup(bool[] units, Stage stage)
    {
        bool[] any = new bool[stage.GroupCount];
        for (int unit = 0; unit < units.Length; unit++)
            any[stage.GroupOfUnit[unit]] |= units[unit];
        return any;
    }
}
