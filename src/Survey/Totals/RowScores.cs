namespace Survey;

/// <summary>The second pass over the rows of a sample whose units are its rows: with J known each row has its score z = J t, and the squares of z about its stratum's mean are summed.</summary>
internal static class RowScores
{
    /// <summary>Of single estimates: Σ of factor · own_k · own_l, own = z less its stratum's mean, over the rows of their domain; 0 for two of different domains.</summary>
    /// <param name="totals">Of the first pass.</param>
    /// <param name="estimates">Those whose products are wanted.</param>
    public static double[,] SumsOfProducts(UnitTotals totals, IReadOnlyList<RowCombination> estimates) => Products(totals, ScoresOf(totals, estimates), estimates.Count);

    /// <summary>The diagonal of <see cref="SumsOfProducts"/>, of which there may be many.</summary>
    public static double[] SumsOfSquares(UnitTotals totals, IEnumerable<RowCombination> estimates)
    {
        OwnScores[] scores = ScoresOf(totals, estimates);
        return Squares(totals, scores, scores.Sum(own => own.Count));
    }

    /// <summary>Of combinations: Σ of factor · (Σ a z - M)_k (Σ a z - M)_l over the rows of all domains of the request.</summary>
    /// <param name="totals">Of the first pass.</param>
    /// <param name="combinations">Those whose products are wanted.</param>
    public static double[,] SumsOfProductsOfAll(UnitTotals totals, IReadOnlyList<RowCombination> combinations) =>
        Products(totals, [.. combinations.Select((combination, k) => OwnScores.Of(totals, combination, k))], combinations.Count);

    /// <summary>The diagonal of <see cref="SumsOfProductsOfAll"/>.</summary>
    public static double[] SumsOfSquaresOfAll(UnitTotals totals, IReadOnlyList<RowCombination> combinations) =>
        Squares(totals, [.. combinations.Select((combination, k) => OwnScores.Of(totals, combination, k))], combinations.Count);

    private static double[,] Products(UnitTotals totals, OwnScores[] scores, int count)
    {
        double[,] products = new double[count, count];
        Sum(totals, scores, [.. Enumerable.Range(0, scores.Length).SelectMany(g => Enumerable.Range(g, scores.Length - g).Select(h => (g, h)))],
            (k, l, sum) =>
            {
                products[k, l] += sum;
                if (k != l)
                    products[l, k] += sum;
            });
        return products;
    }

    private static double[] Squares(UnitTotals totals, OwnScores[] scores, int count)
    {
        double[] squares = new double[count];
        Sum(totals, scores, [.. Enumerable.Range(0, scores.Length).Select(g => (g, g))], (k, _, sum) => squares[k] += sum);
        return squares;
    }

    /// <summary>A row is in one domain, so single estimates of one group of terms share a place, if their domains differ.</summary>
    private static OwnScores[] ScoresOf(UnitTotals totals, IEnumerable<RowCombination> estimates)
    {
        var met = new Dictionary<(int Group, int Domain), int>();
        var places = new Dictionary<(int Group, int Before), OwnScores>();
        foreach ((int k, RowCombination combination) in estimates.Index())
        {
            (Linearized of, _) = combination.Parts[0];
            int before = met.GetValueOrDefault((of.Group, of.Domain));
            met[(of.Group, of.Domain)] = before + 1;
            if (!places.TryGetValue((of.Group, before), out OwnScores? place))
                places.Add((of.Group, before), place = OwnScores.OfSingles(totals, of.Group));
            place.Add(combination, k);
        }
        return [.. places.Values];
    }

    /// <param name="totals">Of the first pass.</param>
    /// <param name="scores">Whose products are wanted.</param>
    /// <param name="pairs">Of them, in every domain.</param>
    /// <param name="take">Is given two combinations and their sum in a domain.</param>
    private static void Sum(UnitTotals totals, OwnScores[] scores, (int First, int Second)[] pairs, Action<int, int, double> take)
    {
        Request request = totals.Request;
        Stage stage = request.Sample.Stages[0];
        double[] factor = [.. Enumerable.Range(0, stage.GroupCount).Select(stage.Factor)];
        double[][] sums = [.. pairs.Select(_ => new double[request.Domains.Count])];
        if (request.Design.Rows is ITotalsSource source)
            SummedDeviations.Add(totals, source.Sum(totals, scores, pairs), scores, pairs, factor, sums);
        else
            OrderedPass.Run(
                request.Read(),
                together: false,
                () => 1,
                () => new Worker(request, scores, pairs, factor),
                (worker, chunk) => worker.Sum(chunk),
                (_, worker) => worker.AddTo(sums));
        for (int p = 0; p < pairs.Length; p++)
        {
            int[] first = scores[pairs[p].First].CombinationOf, second = scores[pairs[p].Second].CombinationOf;
            for (int domain = 0; domain < first.Length; domain++)
                if (first[domain] >= 0 && second[domain] >= 0)
                    take(first[domain], second[domain], sums[p][domain]);
        }
    }

    /// <summary>What a thread keeps: sums over the rows of a chunk, by pair and domain.</summary>
    private sealed class Worker(Request request, OwnScores[] scores, (int First, int Second)[] pairs, double[] factor) : IDisposable
    {
        // few enough rows that their deviations stay in the core's first cache
        private const int BlockSize = 512;

        private readonly ChunkRows _rows = new(request);
        private readonly DomainsMet _met = new(request.Domains.Count);
        private readonly double[][] _deviations = [.. scores.Select(_ => new double[BlockSize])];
        private readonly double[][] _sums = [.. pairs.Select(_ => new double[request.Domains.Count])];

        public void Sum(Chunk chunk)
        {
            foreach (double[] own in _sums)
                foreach (int domain in _met.Domains)
                    own[domain] = 0;
            _met.Clear();
            _rows.Start(chunk);
            do
            {
                _met.Add(_rows.Domains);
                for (int first = 0; first < _rows.Count; first += BlockSize)
                    Sum(first, Math.Min(BlockSize, _rows.Count - first));
            }
            while (_rows.Next());
        }

        public void AddTo(double[][] sums)
        {
            for (int p = 0; p < sums.Length; p++)
                foreach (int domain in _met.Domains)
                    sums[p][domain] += _sums[p][domain];
        }

        public void Dispose() => _rows.Dispose();

        private void Sum(int first, int count)
        {
            ReadOnlySpan<int> domains = _rows.Domains.Slice(first, count), strata = _rows.Units.Slice(first, count);
            for (int g = 0; g < scores.Length; g++)
                scores[g].Deviations(_rows, first, _deviations[g].AsSpan(0, count));
            for (int p = 0; p < pairs.Length; p++)
                AddProducts(domains, strata, _deviations[pairs[p].First], _deviations[pairs[p].Second], _sums[p]);
        }

        private void AddProducts(ReadOnlySpan<int> domains, ReadOnlySpan<int> strata, double[] a, double[] b, double[] sums)
        {
            for (int i = 0; i < domains.Length; i++)
                sums[domains[i]] += factor[strata[i]] * a[i] * b[i];
        }
    }
}
