namespace Survey;

/// <summary>An estimate as the variance sees it: where its totals stand, and how it moves with them.</summary>
/// <param name="Domain">Its domain.</param>
/// <param name="Group">Its group of terms.</param>
/// <param name="Gradient">J, one for each slot of the group.</param>
internal sealed record Linearized(int Domain, int Group, double[] Gradient);

/// <summary>The second pass over the rows of a sample whose units are its rows: with J known each row has its score z = J t, and the squares of z about its stratum's mean are summed.</summary>
internal static class RowScores
{
    /// <summary>Σ over rows of the domain of factor · (z_k - mean_k)(z_l - mean_l), for estimates of the same domain; 0 for others.</summary>
    /// <param name="totals">Of the first pass; they give each stratum's mean score.</param>
    /// <param name="estimates">Those whose products are wanted.</param>
    public static double[,] SumsOfProducts(UnitTotals totals, IReadOnlyList<Linearized> estimates)
    {
        (int First, int Second)[] pairs = [.. ByDomain(totals, estimates).SelectMany(own => own.SelectMany(k => own.Where(l => l >= k).Select(l => (k, l))))];
        double[] sums = Sums(totals, estimates, pairs);
        double[,] products = new double[estimates.Count, estimates.Count];
        for (int p = 0; p < pairs.Length; p++)
            products[pairs[p].First, pairs[p].Second] = products[pairs[p].Second, pairs[p].First] = sums[p];
        return products;
    }

    /// <summary>The diagonal of <see cref="SumsOfProducts"/>, of which there may be many.</summary>
    public static double[] SumsOfSquares(UnitTotals totals, IReadOnlyList<Linearized> estimates)
    {
        (int First, int Second)[] pairs = [.. ByDomain(totals, estimates).SelectMany(own => own.Select(k => (k, k)))];
        double[] sums = Sums(totals, estimates, pairs), squares = new double[estimates.Count];
        for (int p = 0; p < pairs.Length; p++)
            squares[pairs[p].First] = sums[p];
        return squares;
    }

    // pairs stand in the order of their domains
    private static double[] Sums(UnitTotals totals, IReadOnlyList<Linearized> estimates, (int First, int Second)[] pairs)
    {
        Request request = totals.Request;
        Stage stage = request.Sample.Stages[0];
        double[] factor = [.. Enumerable.Range(0, stage.GroupCount).Select(stage.Factor)];
        double[][] means = [.. estimates.Select(estimate => Means(totals, estimate, stage))];
        int[][] ofDomain = ByDomain(totals, estimates);
        int lanes = CellSums.LanesFor(1, pairs.Length, 1);
        double[][] sums = [.. Enumerable.Range(0, lanes).Select(_ => new double[pairs.Length])];
        OrderedPass.Run(
            request.Read(),
            lanes,
            () => new Worker(request, estimates, ofDomain, means),
            (worker, chunk) => worker.Fill(chunk),
            (lane, worker) => worker.AddTo(sums[lane], pairs, factor));

        foreach (double[] lane in sums[1..])
            for (int p = 0; p < pairs.Length; p++)
                sums[0][p] += lane[p];
        return sums[0];
    }

    private static double[] Means(UnitTotals totals, Linearized estimate, Stage stage)
    {
        double[] means = totals.Scores(estimate.Domain, totals.Request.FirstSlot[estimate.Group], estimate.Gradient);
        for (int stratum = 0; stratum < means.Length; stratum++)
            means[stratum] /= stage.SampleSize[stratum];
        return means;
    }

    private static int[][] ByDomain(UnitTotals totals, IReadOnlyList<Linearized> estimates)
    {
        List<int>[] own = [.. Enumerable.Range(0, totals.Request.Domains.Count).Select(_ => new List<int>())];
        for (int k = 0; k < estimates.Count; k++)
            own[estimates[k].Domain].Add(k);
        return [.. own.Select(list => list.ToArray())];
    }

    /// <summary>Scores of the rows of a chunk about their stratum's mean. The j-th estimate of a row's domain stands in the j-th array.</summary>
    private sealed class Worker(Request request, IReadOnlyList<Linearized> estimates, int[][] ofDomain, double[][] means)
    {
        private readonly ChunkRows _rows = new(request);
        private readonly double[][] _deviations = [.. Enumerable.Range(0, ofDomain.Max(own => own.Length)).Select(_ => new double[Chunk.Size])];

        public void Fill(Chunk chunk)
        {
            _rows.Fill(chunk);
            for (int i = 0; i < _rows.Count; i++)
            {
                int[] own = ofDomain[_rows.Domains[i]];
                for (int j = 0; j < own.Length; j++)
                    _deviations[j][i] = Score(estimates[own[j]], i) - means[own[j]][_rows.Cells[i]];
            }
        }

        public void AddTo(double[] sums, (int First, int Second)[] pairs, double[] factor)
        {
            int[] firstPair = FirstPairs(pairs);
            for (int i = 0; i < _rows.Count; i++)
            {
                int domain = _rows.Domains[i];
                double f = factor[_rows.Cells[i]];
                int end = firstPair[domain + 1];
                int[] own = ofDomain[domain];
                for (int p = firstPair[domain]; p < end; p++)
                    sums[p] += f * Deviation(own, pairs[p].First, i) * Deviation(own, pairs[p].Second, i);
            }
        }

        private double Deviation(int[] own, int estimate, int row) => _deviations[own.Length == 1 ? 0 : Array.BinarySearch(own, estimate)][row];

        private int[] FirstPairs((int First, int Second)[] pairs)
        {
            int[] first = new int[ofDomain.Length + 1];
            foreach ((int k, int _) in pairs)
                first[estimates[k].Domain + 1]++;
            for (int domain = 0; domain < ofDomain.Length; domain++)
                first[domain + 1] += first[domain];
            return first;
        }

        private double Score(Linearized estimate, int row)
        {
            double score = 0;
            int slot = request.FirstSlot[estimate.Group];
            foreach (double j in estimate.Gradient)
                score += j * _rows.Slot(slot++)[row];
            return score;
        }
    }
}
