namespace Survey;

/// <summary>The totals of a request under each replicate.</summary>
internal sealed class ReplicateTotals
{
    // 2 GiB
    private const long MostSums = 1L << 28;

    private readonly Request _request;
    private readonly ReplicateRanks? _ranks;

    // by domain and slot
    private readonly double[][] _ofSlot;

    private ReplicateTotals(Request request, double[][] ofSlot, ReplicateRanks? ranks) => (_request, _ofSlot, _ranks) = (request, ofSlot, ranks);

    /// <summary>A total under each replicate.</summary>
    public double[] Of(int domain, int slot) => _ofSlot[domain * _request.SlotCount + slot];

    /// <summary>The rank of the replicate weights in a domain, where it was asked for.</summary>
    public int Rank(int domain, int group) => _ranks!.Rank(domain, group);

    /// <param name="design">With the replicates.</param>
    /// <param name="totals">Of the full sample.</param>
    /// <param name="ranks">Whether ranks of domains are wanted.</param>
    public static ReplicateTotals Of(ReplicateDesign design, UnitTotals totals, bool ranks)
    {
        Request request = totals.Request;
        long sums = (long)design.ReplicateCount * request.Domains.Count * request.SlotCount;
        if (sums > MostSums)
            throw new SurveyDataException($"{design.ReplicateCount} replicates of {Invariant.Count(request.Domains.Count)} domains with {request.SlotCount} totals each are more than {Invariant.Count(MostSums)} sums; ask for fewer domains or statistics at once.");
        return design.Replicates is WeightsInColumns columns ? OfColumns(design, columns, request, ranks) : OfUnits((UnitFactors)design.Replicates, totals);
    }

    /// <summary>T_r = T + Σ (a_r - 1) t over the units: where a replicate changes few units its difference keeps its digits.</summary>
    private static ReplicateTotals OfUnits(UnitFactors factors, UnitTotals totals)
    {
        Request request = totals.Request;
        double[][] changeOfUnit = Differences(factors, totals.Units), ofSlot = new double[request.Domains.Count * request.SlotCount][];
        for (int domain = 0; domain < request.Domains.Count; domain++)
            for (int slot = 1; slot < request.SlotCount; slot++)
            {
                double[] sums = ofSlot[domain * request.SlotCount + slot] = new double[factors.Count];
                ReadOnlySpan<int> units = totals.UnitsOf(domain);
                ReadOnlySpan<double> ofUnits = totals.Of(domain, slot);
                for (int k = 0; k < units.Length; k++)
                    Multiples.Add(changeOfUnit[units[k]], ofUnits[k], sums);
                double total = totals.Total(domain, slot);
                for (int r = 0; r < sums.Length; r++)
                    sums[r] += total;
            }
        return new ReplicateTotals(request, ofSlot, null);
    }

    private static double[][] Differences(UnitFactors factors, int units)
    {
        double[][] changes = [.. Enumerable.Range(0, units).Select(_ => new double[factors.Count])];
        for (int r = 0; r < factors.Count; r++)
            for (int unit = 0; unit < units; unit++)
                changes[unit][r] = factors.OfReplicate[r][unit] - 1;
        return changes;
    }

    /// <summary>A pass over the rows, in which each replicate weight is summed over a chunk.</summary>
    private static ReplicateTotals OfColumns(ReplicateDesign design, WeightsInColumns columns, Request full, bool ranks)
    {
        Request request = full.Unweighted();
        if (design.Rows is ITotalsSource source)
            return OfSums(design, columns, request, ranks, source);
        Bound[] weights = [.. columns.Names.Select(name => request.Binder.Number(Expr.Col(name)))];
        Bound? factorsOf = columns.AreCombined ? null : request.Binder.Number(Expr.Col(design.Weights!));
        bool answered = design.DegreesOfFreedomRule == DegreesOfFreedomRule.Answered;
        ReplicateRanks? whole = ranks ? new ReplicateRanks(request, columns.Count, answered) : null;
        int stride = request.Domains.Count * request.SlotCount;
        double[] sums = new double[(long)columns.Count * stride];
        OrderedPass.Run(
            request.Read(),
            together: false,
            () => 1,
            () =>
            {
                ReplicateRanks? own = whole is null ? null : new ReplicateRanks(request, columns.Count, answered, whole);
                return new Worker(request, new ReplicateSums(request, weights, factorsOf, own), own);
            },
            (worker, chunk) => worker.Fill(chunk),
            (_, worker) => worker.AddTo(sums));
        ReplicateSums.Finish(request, sums);
        return new ReplicateTotals(request, BySlot(sums, columns.Count), whole);
    }

    /// <summary>Of a database that sums its rows.</summary>
    private static ReplicateTotals OfSums(ReplicateDesign design, WeightsInColumns columns, Request request, bool ranks, ITotalsSource source)
    {
        string? times = columns.AreCombined ? null : design.Weights;
        bool answered = design.DegreesOfFreedomRule == DegreesOfFreedomRule.Answered;
        double[] sums = source.SumUnder(request, columns.Names, times);
        return new ReplicateTotals(request, BySlot(sums, columns.Count), ranks ? ReplicateRanks.Of(request, columns.Count, answered, source.ProductsOf(request, columns.Names, times, answered)) : null);
    }

    private static double[][] BySlot(double[] sums, int replicates)
    {
        int stride = sums.Length / replicates;
        return [.. Enumerable.Range(0, stride).Select(cell => Enumerable.Range(0, replicates).Select(r => sums[(long)r * stride + cell]).ToArray())];
    }

    /// <summary>What a thread keeps.</summary>
    private sealed class Worker(Request request, ReplicateSums sums, ReplicateRanks? ranks) : IDisposable
    {
        private readonly ChunkRows _rows = new(request, replicates: sums);

        public void Fill(Chunk chunk)
        {
            sums.Clear();
            _rows.Start(chunk);
            while (_rows.Next())
                ;
        }

        public void AddTo(double[] all)
        {
            ReadOnlySpan<double> own = sums.Sums;
            for (int k = 0; k < own.Length; k++)
                all[k] += own[k];
            ranks?.MoveToWhole();
        }

        public void Dispose() => _rows.Dispose();
    }
}
