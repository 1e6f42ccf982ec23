namespace Survey;

/// <summary>Sums of products of scores less their strata's means, of what a database says of each combination of keys and domain: n cov(a, b) + n (mean_a - M_a)(mean_b - M_b).</summary>
internal static class SummedDeviations
{
    /// <param name="totals">Of the first statement.</param>
    /// <param name="cells">What the second said.</param>
    /// <param name="scores">Of the rows.</param>
    /// <param name="pairs">Of scores.</param>
    /// <param name="factor">Of each stratum.</param>
    /// <param name="sums">By pair and domain, to be added to.</param>
    /// <exception cref="SurveyDataException">The rows are not those of the first statement.</exception>
    public static void Add(UnitTotals totals, SummedScores cells, IReadOnlyList<OwnScores> scores, (int First, int Second)[] pairs, double[] factor, double[][] sums)
    {
        Design design = totals.Request.Design;
        int[] stratumOf = design.UnitsOf(cells.Keys);
        CheckRows(totals, cells, stratumOf);
        for (int cell = 0; cell < cells.Rows.Length; cell++)
        {
            int domain = cells.DomainOf[cell], stratum = stratumOf[cells.KeyOf[cell]];
            if (domain < 0 || factor[stratum] == 0)
                continue;
            double weight = design.WeightOfUnit?[stratum] ?? 1, n = cells.Rows[cell];
            for (int p = 0; p < pairs.Length; p++)
            {
                (int a, int b) = pairs[p];
                double own = weight * cells.Means[a][cell] - scores[a].Mean(domain, stratum), other = weight * cells.Means[b][cell] - scores[b].Mean(domain, stratum);
                sums[p][domain] += factor[stratum] * n * (weight * weight * cells.Covariances[p][cell] + own * other);
            }
        }
        // of what there is no estimate there is no error either
        for (int p = 0; p < pairs.Length; p++)
            for (int domain = 0; domain < sums[p].Length; domain++)
                if (IsUnknown(scores[pairs[p].First], domain) || IsUnknown(scores[pairs[p].Second], domain))
                    sums[p][domain] = double.NaN;
    }

    private static bool IsUnknown(OwnScores scores, int domain)
    {
        for (int k = 0; k < scores.Groups.Count; k++)
            foreach (double slope in scores.Gradient(domain, k))
                if (double.IsNaN(slope))
                    return true;
        return false;
    }

    private static void CheckRows(UnitTotals totals, SummedScores cells, int[] stratumOf)
    {
        double[][] rows = [.. Enumerable.Range(0, totals.Request.Domains.Count).Select(domain => totals.Slot(domain, totals.Request.RowCountSlot))];
        for (int cell = 0; cell < cells.Rows.Length; cell++)
            if (cells.DomainOf[cell] >= 0)
                rows[cells.DomainOf[cell]][stratumOf[cells.KeyOf[cell]]] -= cells.Rows[cell];
        if (rows.Any(own => own.AsSpan().ContainsAnyExcept(0.0)))
            throw MetSample.Changed();
    }
}
