namespace Survey;

/// <summary>The second pass over the rows of a sample whose units are its rows: with J known each row has its score z = J t, and the squares of z about its stratum's mean are summed.</summary>
internal static class RowScores
{
    /// <summary>Σ over rows of the domain of factor · (z_k - mean_k)(z_l - mean_l), for estimates of the same domain; 0 for others.</summary>
    /// <param name="totals">Of the first pass; they give each stratum's mean score.</param>
    /// <param name="estimates">Those whose products are wanted; of a group of terms at most one in a domain.</param>
    public static double[,] SumsOfProducts(UnitTotals totals, IReadOnlyList<Linearized> estimates)
    {
        GroupScores[] groups = GroupsOf(totals, estimates);
        double[,] products = new double[estimates.Count, estimates.Count];
        Sum(totals.Request, groups, [.. Enumerable.Range(0, groups.Length).SelectMany(g => Enumerable.Range(g, groups.Length - g).Select(h => (g, h)))],
            (k, l, sum) => products[k, l] = products[l, k] = sum);
        return products;
    }

    /// <summary>The diagonal of <see cref="SumsOfProducts"/>, of which there may be many.</summary>
    public static double[] SumsOfSquares(UnitTotals totals, IReadOnlyList<Linearized> estimates)
    {
        GroupScores[] groups = GroupsOf(totals, estimates);
        double[] squares = new double[estimates.Count];
        Sum(totals.Request, groups, [.. Enumerable.Range(0, groups.Length).Select(g => (g, g))], (k, _, sum) => squares[k] = sum);
        return squares;
    }

    private static GroupScores[] GroupsOf(UnitTotals totals, IReadOnlyList<Linearized> estimates) =>
        [.. estimates.Select((estimate, k) => (estimate, k)).GroupBy(pair => pair.estimate.Group).Select(own => new GroupScores(totals, own))];

    /// <param name="request">Gives the rows.</param>
    /// <param name="groups">Of terms, with their scores.</param>
    /// <param name="pairs">Of groups, whose products are wanted in every domain.</param>
    /// <param name="take">Is given two estimates and their sum.</param>
    private static void Sum(Request request, GroupScores[] groups, (int First, int Second)[] pairs, Action<int, int, double> take)
    {
        Stage stage = request.Sample.Stages[0];
        double[] factor = [.. Enumerable.Range(0, stage.GroupCount).Select(stage.Factor)];
        int domains = request.Domains.Count, lanes = CellSums.LanesFor(pairs.Length, domains, 1);
        double[][][] sums = [.. Enumerable.Range(0, lanes).Select(_ => pairs.Select(_ => new double[domains]).ToArray())];
        OrderedPass.Run(
            request.Read(),
            lanes,
            () => new Worker(request, groups, factor),
            (worker, chunk) => worker.Fill(chunk),
            (lane, worker) => worker.AddTo(sums[lane], pairs));
        for (int p = 0; p < pairs.Length; p++)
        {
            int[] first = groups[pairs[p].First].EstimateOf, second = groups[pairs[p].Second].EstimateOf;
            for (int domain = 0; domain < domains; domain++)
                if (first[domain] >= 0 && second[domain] >= 0)
                    take(first[domain], second[domain], sums.Sum(lane => lane[p][domain]));
        }
    }

    /// <summary>The scores of one group of terms, domain by domain.</summary>
    private sealed class GroupScores
    {
        private const int MostMeans = 1 << 27;

        private readonly int _firstSlot, _slotCount, _strata;
        private readonly double[] _gradients, _means;

        public GroupScores(UnitTotals totals, IEnumerable<(Linearized Estimate, int Index)> estimates)
        {
            Request request = totals.Request;
            Stage stage = request.Sample.Stages[0];
            int group = estimates.First().Estimate.Group;
            (_firstSlot, _slotCount, _strata) = (request.FirstSlot[group], request.Groups[group].SlotCount, stage.GroupCount);
            if ((long)request.Domains.Count * _strata > MostMeans)
                throw new SurveyDataException($"{Invariant.Count(request.Domains.Count)} domains in {Invariant.Count(_strata)} strata of rows have more than {Invariant.Count(MostMeans)} mean scores; split by fewer variables, or ask domain by domain.");
            EstimateOf = Enumerable.Repeat(-1, request.Domains.Count).ToArray();
            _gradients = new double[EstimateOf.Length * _slotCount];
            _means = new double[EstimateOf.Length * _strata];
            foreach ((Linearized estimate, int k) in estimates)
            {
                EstimateOf[estimate.Domain] = k;
                estimate.Gradient.CopyTo(_gradients, estimate.Domain * _slotCount);
                double[] scores = totals.Scores(estimate.Domain, _firstSlot, estimate.Gradient);
                for (int stratum = 0; stratum < _strata; stratum++)
                    _means[estimate.Domain * _strata + stratum] = scores[stratum] / stage.SampleSize[stratum];
            }
        }

        /// <summary>For each domain the index of its estimate, or -1.</summary>
        public int[] EstimateOf { get; }

        /// <summary>z less its stratum's mean, row by row; 0 in a domain without an estimate.</summary>
        public void Deviations(ChunkRows rows, Span<double> deviations)
        {
            ReadOnlySpan<int> domains = rows.Domains, strata = rows.Units;
            deviations.Clear();
            for (int k = 0; k < _slotCount; k++)
            {
                ReadOnlySpan<double> slot = rows.Slot(_firstSlot + k);
                for (int i = 0; i < deviations.Length; i++)
                    deviations[i] += _gradients[domains[i] * _slotCount + k] * slot[i];
            }
            for (int i = 0; i < deviations.Length; i++)
                deviations[i] -= _means[domains[i] * _strata + strata[i]];
        }
    }

    /// <summary>What a thread keeps: the deviations of a chunk's rows, group by group.</summary>
    private sealed class Worker(Request request, GroupScores[] groups, double[] factor) : IDisposable
    {
        private readonly ChunkRows _rows = new(request);
        private readonly double[][] _deviations = [.. groups.Select(_ => Buffers.Rent<double>(request.RowsAtATime))];

        public void Fill(Chunk chunk)
        {
            _rows.Fill(chunk, tally: null);
            for (int g = 0; g < groups.Length; g++)
                groups[g].Deviations(_rows, _deviations[g].AsSpan(0, _rows.Count));
        }

        public void AddTo(double[][] sums, (int First, int Second)[] pairs)
        {
            for (int p = 0; p < pairs.Length; p++)
            {
                ReadOnlySpan<double> first = _deviations[pairs[p].First].AsSpan(0, _rows.Count), second = _deviations[pairs[p].Second].AsSpan(0, _rows.Count);
                if (sums[p].Length == 1)
                    sums[p][0] = Sum(first, second, sums[p][0]);
                else
                    Scatter(first, second, sums[p]);
            }
        }

        public void Dispose()
        {
            _rows.Dispose();
            foreach (double[] deviations in _deviations)
                Buffers.Return(deviations);
        }

        private void Scatter(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double[] sums)
        {
            ReadOnlySpan<int> domains = _rows.Domains, strata = _rows.Units;
            for (int i = 0; i < domains.Length; i++)
                sums[domains[i]] += factor[strata[i]] * first[i] * second[i];
        }

        private double Sum(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double sum)
        {
            ReadOnlySpan<int> strata = _rows.Units;
            for (int i = 0; i < strata.Length; i++)
                sum += factor[strata[i]] * first[i] * second[i];
            return sum;
        }
    }
}
