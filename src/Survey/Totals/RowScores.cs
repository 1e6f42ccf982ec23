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
        Sum(totals.Request, scores, [.. Enumerable.Range(0, scores.Length).SelectMany(g => Enumerable.Range(g, scores.Length - g).Select(h => (g, h)))],
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
        Sum(totals.Request, scores, [.. Enumerable.Range(0, scores.Length).Select(g => (g, g))], (k, _, sum) => squares[k] += sum);
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

    /// <param name="request">Gives the rows.</param>
    /// <param name="scores">Whose products are wanted.</param>
    /// <param name="pairs">Of them, in every domain.</param>
    /// <param name="take">Is given two combinations and their sum in a domain.</param>
    private static void Sum(Request request, OwnScores[] scores, (int First, int Second)[] pairs, Action<int, int, double> take)
    {
        Stage stage = request.Sample.Stages[0];
        double[] factor = [.. Enumerable.Range(0, stage.GroupCount).Select(stage.Factor)];
        int domains = request.Domains.Count, lanes = CellSums.LanesFor(pairs.Length, domains, 1);
        double[][][] sums = [.. Enumerable.Range(0, lanes).Select(_ => pairs.Select(_ => new double[domains]).ToArray())];
        OrderedPass.Run(
            request.Read(),
            lanes,
            () => new Worker(request, scores, factor),
            (worker, chunk) => worker.Fill(chunk),
            (lane, worker) => worker.AddTo(sums[lane], pairs));
        for (int p = 0; p < pairs.Length; p++)
        {
            int[] first = scores[pairs[p].First].CombinationOf, second = scores[pairs[p].Second].CombinationOf;
            for (int domain = 0; domain < domains; domain++)
                if (first[domain] >= 0 && second[domain] >= 0)
                    take(first[domain], second[domain], sums.Sum(lane => lane[p][domain]));
        }
    }

    /// <summary>How a row's part of a score follows from its slots: of at most one single estimate in each domain, or of one combination in all of them.</summary>
    private sealed class OwnScores
    {
        private const int MostMeans = 1 << 27;

        private readonly Request _request;
        private readonly int _strata;
        private readonly int[] _slots;
        private readonly double[] _gradients, _means;

        // 0 where the mean is that of all domains together
        private readonly int _meansOfDomain;

        private OwnScores(UnitTotals totals, IEnumerable<int> groups, bool meansByDomain)
        {
            _request = totals.Request;
            _strata = _request.Sample.Stages[0].GroupCount;
            _meansOfDomain = meansByDomain ? _strata : 0;
            if (meansByDomain && (long)_request.Domains.Count * _strata > MostMeans)
                throw new SurveyDataException($"{Invariant.Count(_request.Domains.Count)} domains in {Invariant.Count(_strata)} strata of rows have more than {Invariant.Count(MostMeans)} mean scores; split by fewer variables, or ask domain by domain.");
            _slots = [.. groups.SelectMany(group => Enumerable.Range(_request.FirstSlot[group], _request.Groups[group].SlotCount))];
            CombinationOf = Enumerable.Repeat(-1, _request.Domains.Count).ToArray();
            _gradients = new double[CombinationOf.Length * _slots.Length];
            _means = new double[meansByDomain ? CombinationOf.Length * _strata : _strata];
        }

        /// <summary>For each domain the index of the combination that its rows add to, or -1.</summary>
        public int[] CombinationOf { get; }

        /// <summary>How many combinations are in it.</summary>
        public int Count { get; private set; }

        /// <summary>Room for single estimates of a group of terms.</summary>
        public static OwnScores OfSingles(UnitTotals totals, int group) => new(totals, [group], meansByDomain: true);

        /// <summary>One combination, of which rows of every domain have a part.</summary>
        public static OwnScores Of(UnitTotals totals, RowCombination combination, int k)
        {
            var scores = new OwnScores(totals, combination.Parts.Select(part => part.Of.Group).Distinct().Order(), meansByDomain: false);
            scores.Add(combination, k);
            Array.Fill(scores.CombinationOf, k);
            return scores;
        }

        public void Add(RowCombination combination, int k)
        {
            Count++;
            foreach ((Linearized of, double coefficient) in combination.Parts)
            {
                CombinationOf[of.Domain] = k;
                int first = of.Domain * _slots.Length + Array.IndexOf(_slots, _request.FirstSlot[of.Group]);
                for (int j = 0; j < of.Gradient.Length; j++)
                    _gradients[first + j] += coefficient * of.Gradient[j];
                combination.Mean.CopyTo(_means, of.Domain * _meansOfDomain);
            }
        }

        /// <summary>The score less its stratum's mean, row by row; 0 in a domain that adds to no combination.</summary>
        public void Deviations(ChunkRows rows, Span<double> deviations)
        {
            ReadOnlySpan<int> domains = rows.Domains, strata = rows.Units;
            deviations.Clear();
            for (int k = 0; k < _slots.Length; k++)
            {
                ReadOnlySpan<double> slot = rows.Slot(_slots[k]);
                for (int i = 0; i < deviations.Length; i++)
                    deviations[i] += _gradients[domains[i] * _slots.Length + k] * slot[i];
            }
            for (int i = 0; i < deviations.Length; i++)
                deviations[i] -= _means[domains[i] * _meansOfDomain + strata[i]];
        }
    }

    /// <summary>What a thread keeps: the deviations of a chunk's rows, place by place.</summary>
    private sealed class Worker(Request request, OwnScores[] scores, double[] factor) : IDisposable
    {
        private readonly ChunkRows _rows = new(request);
        private readonly double[][] _deviations = [.. scores.Select(_ => Buffers.Rent<double>(request.RowsAtATime))];

        public void Fill(Chunk chunk)
        {
            _rows.Fill(chunk, tally: null);
            for (int g = 0; g < scores.Length; g++)
                scores[g].Deviations(_rows, _deviations[g].AsSpan(0, _rows.Count));
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
