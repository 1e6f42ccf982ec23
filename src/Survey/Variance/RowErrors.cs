namespace Survey;

/// <summary>Errors of a sample whose units are its rows: they are seen again in a second pass, with J known.</summary>
/// <remarks>
/// In a stratum of n rows the contribution of a row to Σ_k a_k estimate_k is sqrt(factor) (Σ_k a_k z_k - M), where z_k is 0 for rows outside the domain of estimate k and M is the mean of Σ_k a_k z_k
/// over the stratum. The pass sums products over the rows of the request's domains; each of the others, in no domain, adds M M'. Of single estimates it sums those of the rows of their own domain only;
/// the others follow from the means.
/// </remarks>
internal sealed class RowErrors(SurveyDesign design, UnitTotals totals, IReadOnlyList<Linearized> estimates) : LinearizedErrors(design, totals, estimates)
{
    // combinations of several estimates that are prepared together: each has a buffer in the pass
    private const int MostAtOnce = 64;

    private Stage Stage => Sample.Stages[0];

    protected override double[] FindVariances(IReadOnlyList<Combination> of) =>
        of.All(combination => combination.Estimates.Length == 1)
            ? VariancesInOnePass(of)
            : [.. of.Chunk(MostAtOnce).SelectMany(VariancesInOnePass)];

    public override double[,] Covariance(IReadOnlyList<Combination> of)
    {
        RowCombination[] rows = [.. of.Select(RowsOf)];
        bool single = Array.TrueForAll(rows, own => own.Parts.Count == 1);
        double[,] covariance = single ? RowScores.SumsOfProducts(Totals, rows) : RowScores.SumsOfProductsOfAll(Totals, rows);
        double[] inDomains = single ? [] : RowsInDomains();
        for (int k = 0; k < rows.Length; k++)
            for (int l = k; l < rows.Length; l++)
                covariance[k, l] = covariance[l, k] = covariance[k, l] + (single ? RestOfSingles(rows[k], rows[l]) : Rest(rows[k], rows[l], inDomains));
        for (int k = 0; k < rows.Length; k++)
            if (IsFixed(of[k], covariance[k, k]))
                for (int l = 0; l < rows.Length; l++)
                    covariance[k, l] = covariance[l, k] = double.IsNaN(covariance[k, l]) ? double.NaN : 0;
        return covariance;
    }

    private double[] VariancesInOnePass(IReadOnlyList<Combination> of)
    {
        // what is known of the strata is worked out twice rather than kept for what may be a million estimates
        bool single = of.All(combination => combination.Estimates.Length == 1);
        double[] variances = single
            ? RowScores.SumsOfSquares(Totals, of.Select(RowsOf))
            : RowScores.SumsOfSquaresOfAll(Totals, [.. of.Select(RowsOf)]);
        double[] inDomains = single ? [] : RowsInDomains();
        for (int k = 0; k < variances.Length; k++)
        {
            RowCombination rows = RowsOf(of[k]);
            variances[k] += single ? RestOfSingles(rows, rows) : Rest(rows, rows, inDomains);
            if (IsFixed(of[k], variances[k]))
                variances[k] = 0;
        }
        return variances;
    }

    private bool IsFixed(Combination of, double variance) =>
        of is { Estimates: [int only], Coefficients: [double multiple] } && IsRounding(variance / (multiple * multiple), Estimates[only]);

    /// <summary>Of two single estimates all that the rows of their own domain, about their own mean, leave out: (n - n_d) M M' in one domain, -n M M' in two.</summary>
    private double RestOfSingles(RowCombination first, RowCombination second)
    {
        (int domain, int other) = (first.Parts[0].Of.Domain, second.Parts[0].Of.Domain);
        double[] inside = domain == other ? Totals.Slot(domain, Totals.Request.RowCountSlot) : [];
        var sum = new CompensatedSum();
        for (int h = 0; h < Stage.GroupCount; h++)
        {
            double n = Stage.SampleSize[h], rows = inside.Length > 0 ? n - inside[h] : -n;
            sum.Add(n == 1 ? first.Alone[h] * second.Alone[h] : Stage.Factor(h) * rows * first.Mean[h] * second.Mean[h]);
        }
        return sum.Value;
    }

    /// <summary>What rows in no domain add, and strata of one row.</summary>
    private double Rest(RowCombination first, RowCombination second, double[] inDomains)
    {
        var sum = new CompensatedSum();
        for (int h = 0; h < Stage.GroupCount; h++)
            sum.Add(Stage.SampleSize[h] == 1
                ? first.Alone[h] * second.Alone[h]
                : Stage.Factor(h) * (Stage.SampleSize[h] - inDomains[h]) * first.Mean[h] * second.Mean[h]);
        return sum.Value;
    }

    /// <summary>How many rows of each stratum are in a domain of the request.</summary>
    private double[] RowsInDomains()
    {
        double[] rows = new double[Stage.GroupCount];
        for (int domain = 0; domain < Totals.Request.Domains.Count; domain++)
        {
            double[] own = Totals.Slot(domain, Totals.Request.RowCountSlot);
            for (int h = 0; h < rows.Length; h++)
                rows[h] += own[h];
        }
        return rows;
    }

    private RowCombination RowsOf(Combination of)
    {
        var rows = new RowCombination(Stage.GroupCount);
        for (int part = 0; part < of.Estimates.Length; part++)
        {
            if (of.Estimates.Length > 1 && OfEstimates[of.Estimates[part]] == 0)
                continue; // fixed by the design: what its scores have is rounding
            Linearized estimate = Estimates[of.Estimates[part]];
            double[] sums = Scores(estimate);
            bool[] present = new bool[sums.Length];
            FindPresent(estimate, present);
            StageTreatment treatment = StageTreatment.First(Stage, sums, sums, present, null, Design.LonelyPsu);
            double coefficient = of.Coefficients[part];
            rows.Parts.Add((estimate, coefficient * treatment.Inflation));
            for (int h = 0; h < sums.Length; h++)
                if (Stage.SampleSize[h] == 1)
                    rows.Alone[h] += coefficient * treatment.Scale[h] * (sums[h] - treatment.Centre[h]);
                else
                    rows.Mean[h] += coefficient * treatment.Inflation * treatment.Centre[h];
        }
        return rows;
    }
}
