namespace Survey;

/// <summary>Errors of a sample whose units are its rows: they are seen again in a second pass, with J known.</summary>
/// <remarks>
/// In a stratum of n rows the contribution of a row to Σ_k a_k estimate_k is sqrt(factor)(Σ_k a_k (z_k - mean_k)), where z_k is 0 for rows outside the domain of estimate k. The pass sums, over the
/// rows of each domain d, products of own = Σ_{k in d} a_k (z_k - mean_k); what the estimates of other domains add to those rows, and all of them to rows of no domain, follows from the means:
/// a row of d has own - R with R = M - A, A = Σ_{k in d} a_k mean_k and M = Σ_d A, and own sums to (n - n_d) A.
/// </remarks>
internal sealed class RowErrors(SurveyDesign design, UnitTotals totals, IReadOnlyList<Linearized> estimates) : LinearizedErrors(design, totals, estimates)
{
    private const int MostAtOnce = 64;

    private Stage Stage => Sample.Stages[0];

    protected override double[] FindVariances(IReadOnlyList<Combination> of)
    {
        // single estimates share buffers of the pass, other combinations have one each
        if (of.All(combination => combination.Estimates.Length == 1))
            return VariancesInOnePass(of);
        return [.. of.Chunk(MostAtOnce).SelectMany(VariancesInOnePass)];
    }

    private double[] VariancesInOnePass(IReadOnlyList<Combination> of)
    {
        // means are made twice rather than kept for what may be a million estimates
        double[] variances = RowScores.SumsOfSquares(Totals, [.. of.Select(combination => MeansOf(combination).Parts)]);
        for (int k = 0; k < variances.Length; k++)
        {
            Means means = MeansOf(of[k]);
            variances[k] += Rest(means, means);
        }
        return variances;
    }

    public override double[,] Covariance(IReadOnlyList<Combination> of)
    {
        Means[] means = [.. of.Select(MeansOf)];
        double[,] covariance = RowScores.SumsOfProducts(Totals, [.. means.Select(own => own.Parts)]);
        for (int k = 0; k < means.Length; k++)
            for (int l = k; l < means.Length; l++)
                covariance[k, l] = covariance[l, k] = covariance[k, l] + Rest(means[k], means[l]);
        return covariance;
    }

    /// <summary>All that the sums of own products leave out.</summary>
    private double Rest(Means first, Means second)
    {
        var sum = new CompensatedSum();
        int[] domains = [.. first.Domains.Union(second.Domains)];
        double[][] rows = [.. domains.Select(domain => Totals.Slot(domain, Totals.Request.RowCountSlot))];
        for (int h = 0; h < Stage.GroupCount; h++)
        {
            double n = Stage.SampleSize[h], others = n;
            if (n == 1)
            {
                sum.Add(first.Alone[h] * second.Alone[h]);
                continue;
            }
            double rest = 0, m = first.All[h], o = second.All[h];
            for (int d = 0; d < domains.Length; d++)
            {
                double inside = rows[d][h], a = first.In(domains[d], h), b = second.In(domains[d], h);
                rest += inside * (m - a) * (o - b) - (n - inside) * (a * (o - b) + (m - a) * b);
                others -= inside;
            }
            sum.Add(Stage.Factor(h) * (rest + others * m * o));
        }
        return sum.Value;
    }

    private Means MeansOf(Combination of)
    {
        var means = new Means(Stage.GroupCount);
        for (int part = 0; part < of.Estimates.Length; part++)
        {
            Linearized estimate = Estimates[of.Estimates[part]];
            double[] sums = Scores(estimate);
            means.Add(estimate, of.Coefficients[part], sums, StageTreatment.First(Stage, sums, Present(estimate), null, Design.LonelyPsu), Stage);
        }
        return means;
    }

    /// <summary>What a combination has in each stratum.</summary>
    private sealed class Means(int strata)
    {
        private readonly Dictionary<int, double[]> _inDomain = [];

        /// <summary>Its estimates with their coefficients, in which the inflation of the rule Average is already.</summary>
        public List<(Linearized Of, double Coefficient)> Parts { get; } = [];

        /// <summary>Those in which it has an estimate.</summary>
        public IReadOnlyCollection<int> Domains => _inDomain.Keys;

        /// <summary>M: the mean score by stratum.</summary>
        public double[] All { get; } = new double[strata];

        /// <summary>In strata of one row, the contribution of that row.</summary>
        public double[] Alone { get; } = new double[strata];

        /// <summary>A: the part of the mean that is due to one domain.</summary>
        public double In(int domain, int stratum) => _inDomain.TryGetValue(domain, out double[]? means) ? means[stratum] : 0;

        public void Add(Linearized estimate, double coefficient, double[] sums, StageTreatment treatment, Stage stage)
        {
            if (!_inDomain.TryGetValue(estimate.Domain, out double[]? own))
                _inDomain[estimate.Domain] = own = new double[All.Length];
            double inflated = coefficient * treatment.Inflation;
            Parts.Add((estimate, inflated));
            for (int h = 0; h < sums.Length; h++)
                if (stage.SampleSize[h] == 1)
                    Alone[h] += coefficient * treatment.Scale[h] * (sums[h] - treatment.Centre[h]);
                else
                {
                    double mean = inflated * treatment.Centre[h];
                    own[h] += mean;
                    All[h] += mean;
                }
        }
    }
}
