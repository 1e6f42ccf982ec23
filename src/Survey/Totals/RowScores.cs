namespace Survey;

/// <summary>The second pass over the rows of a sample whose units are its rows: with J known each row has its score z = J t, and the squares of z about its stratum's mean are summed.</summary>
internal static class RowScores
{
    /// <summary>
    /// Σ over rows of factor · own_k · own_l, where own = Σ coefficient (z - mean) over the scores of a combination that are in the row's domain. For single estimates of different domains that is 0.
    /// </summary>
    /// <param name="totals">Of the first pass; they give each stratum's mean score.</param>
    /// <param name="combinations">Those whose products are wanted.</param>
    public static double[,] SumsOfProducts(UnitTotals totals, IReadOnlyList<IReadOnlyList<(Linearized Of, double Coefficient)>> combinations)
    {
        OwnScores[] scores = ScoresOf(totals, combinations);
        double[,] products = new double[combinations.Count, combinations.Count];
        Sum(totals.Request, scores, [.. Enumerable.Range(0, scores.Length).SelectMany(g => Enumerable.Range(g, scores.Length - g).Select(h => (g, h)))],
            (k, l, sum) =>
            {
                products[k, l] += sum;
                if (k != l)
                    products[l, k] += sum;
            });
        return products;
    }

    /// <summary>The diagonal of <see cref="SumsOfProducts"/>; of single estimates there may be many.</summary>
    public static double[] SumsOfSquares(UnitTotals totals, IReadOnlyList<IReadOnlyList<(Linearized Of, double Coefficient)>> combinations)
    {
        OwnScores[] scores = ScoresOf(totals, combinations);
        double[] squares = new double[combinations.Count];
        Sum(totals.Request, scores, [.. Enumerable.Range(0, scores.Length).Select(g => (g, g))], (k, _, sum) => squares[k] += sum);
        return squares;
    }

    /// <summary>A row is in one domain, so multiples of single estimates of one group of terms share a place, if their domains differ; other combinations have one each.</summary>
    private static OwnScores[] ScoresOf(UnitTotals totals, IReadOnlyList<IReadOnlyList<(Linearized Of, double Coefficient)>> combinations)
    {
        var met = new Dictionary<(int Group, int Domain), int>();
        return [.. combinations.Select((parts, k) => (parts, k)).GroupBy(own => PlaceOf(own.parts, own.k)).Select(place => new OwnScores(totals, place))];

        (int, int) PlaceOf(IReadOnlyList<(Linearized Of, double Coefficient)> parts, int k)
        {
            if (parts.Count != 1)
                return (-1, k);
            (int Group, int Domain) cell = (parts[0].Of.Group, parts[0].Of.Domain);
            int before = met.GetValueOrDefault(cell);
            met[cell] = before + 1;
            return (cell.Group, before);
        }
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

    /// <summary>At most one combination in each domain: how its part of a row's score follows from the row's slots.</summary>
    private sealed class OwnScores
    {
        private const int MostMeans = 1 << 27;

        private readonly int _strata;
        private readonly int[] _slots;
        private readonly double[] _gradients, _means;

        public OwnScores(UnitTotals totals, IEnumerable<(IReadOnlyList<(Linearized Of, double Coefficient)> Parts, int Index)> combinations)
        {
            Request request = totals.Request;
            _strata = request.Sample.Stages[0].GroupCount;
            if ((long)request.Domains.Count * _strata > MostMeans)
                throw new SurveyDataException($"{Invariant.Count(request.Domains.Count)} domains in {Invariant.Count(_strata)} strata of rows have more than {Invariant.Count(MostMeans)} mean scores; split by fewer variables, or ask domain by domain.");
            int[] groups = [.. combinations.SelectMany(own => own.Parts).Select(part => part.Of.Group).Distinct().Order()];
            _slots = [.. groups.SelectMany(group => Enumerable.Range(request.FirstSlot[group], request.Groups[group].SlotCount))];
            CombinationOf = Enumerable.Repeat(-1, request.Domains.Count).ToArray();
            _gradients = new double[CombinationOf.Length * _slots.Length];
            _means = new double[CombinationOf.Length * _strata];
            foreach ((IReadOnlyList<(Linearized Of, double Coefficient)> parts, int k) in combinations)
                foreach ((Linearized of, double coefficient) in parts)
                {
                    CombinationOf[of.Domain] = k;
                    Add(totals, of, coefficient);
                }
        }

        /// <summary>For each domain the index of the combination that has an estimate there, or -1.</summary>
        public int[] CombinationOf { get; }

        /// <summary>z less its stratum's mean, row by row; 0 in a domain without an estimate.</summary>
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
                deviations[i] -= _means[domains[i] * _strata + strata[i]];
        }

        private void Add(UnitTotals totals, Linearized of, double coefficient)
        {
            Request request = totals.Request;
            int firstSlot = request.FirstSlot[of.Group], first = of.Domain * _slots.Length + Array.IndexOf(_slots, firstSlot);
            for (int j = 0; j < of.Gradient.Length; j++)
                _gradients[first + j] += coefficient * of.Gradient[j];
            double[] scores = totals.Scores(of.Domain, firstSlot, of.Gradient);
            for (int stratum = 0; stratum < _strata; stratum++)
                _means[of.Domain * _strata + stratum] += coefficient * scores[stratum] / request.Sample.Stages[0].SampleSize[stratum];
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
