using System.Collections.Concurrent;

namespace Survey;

/// <summary>Weighted totals of terms by unit and domain, and counts of rows by domain, from one pass.</summary>
internal sealed class UnitTotals
{
    private readonly CellSums _cells;
    private readonly CrossTotals? _cross;

    private UnitTotals(Request request, CellSums cells, Moments moments, CrossTotals? cross, Tally tally) => (Request, _cells, Moments, _cross, Tally) = (request, cells, moments, cross, tally);

    public Request Request { get; }

    public Moments Moments { get; }

    public Tally Tally { get; }

    public int Units => Request.Sample.UnitCount;

    public static UnitTotals Of(Request request)
    {
        int units = request.Units.Count, domains = request.Domains.Count, slots = request.SlotCount;
        int lanes = Math.Min(CellSums.LanesFor(units, domains, slots), CrossTotals.LanesFor(request));
        CellSums[] sums = [.. Enumerable.Range(0, lanes).Select(_ => new CellSums(units, domains, slots))];
        Moments[] moments = [.. Enumerable.Range(0, lanes).Select(_ => new Moments(request))];
        CrossTotals[] cross = request.Calibrations is { } calibrations ? [.. Enumerable.Range(0, lanes).Select(_ => new CrossTotals(request, calibrations))] : [];
        request.FindCentres();
        var tallies = new ConcurrentBag<Tally>();
        OrderedPass.Run(
            request.Read(),
            lanes,
            () =>
            {
                var tally = new Tally(domains, request.Groups.Count);
                tallies.Add(tally);
                return new Worker(new ChunkRows(request), tally);
            },
            (worker, chunk) => worker.Rows.Fill(chunk, worker.Tally),
            (lane, worker) =>
            {
                sums[lane].Grow(request.Units.Count);
                sums[lane].Add(worker.Rows);
                moments[lane].Add(worker.Rows);
                if (cross.Length > 0)
                    cross[lane].Add(worker.Rows);
            });
        for (int lane = 1; lane < lanes; lane++)
        {
            sums[0].Add(sums[lane]);
            moments[0].Add(moments[lane]);
            if (cross.Length > 0)
                cross[0].Add(cross[lane]);
        }
        if (request.Complete() is { } unitOf)
            sums[0].Reorder(unitOf);
        var all = new Tally(domains, request.Groups.Count);
        foreach (Tally tally in tallies)
            all.Add(tally);
        return new UnitTotals(request, sums[0], moments[0], cross.FirstOrDefault(), all);
    }

    /// <summary>The total of a slot over all units.</summary>
    public double Total(int domain, int slot)
    {
        var sum = new CompensatedSum();
        for (int k = 0; k < _cells.UnitsOf(domain).Length; k++)
            sum.Add(_cells.Of(k, domain)[slot]);
        return sum.Value;
    }

    /// <summary>A slot for each unit.</summary>
    public double[] Slot(int domain, int slot)
    {
        double[] values = new double[Units];
        ReadOnlySpan<int> units = _cells.UnitsOf(domain);
        for (int k = 0; k < units.Length; k++)
            values[units[k]] = _cells.Of(k, domain)[slot];
        return values;
    }

    /// <summary>The units in which a slot is not 0: those with a row of non-zero weight for a sum of weights, those with a row for a count.</summary>
    /// <remarks>Calibrated weights may be negative; that those of a unit cancel to 0 exactly is left out of account.</remarks>
    public bool[] Present(int domain, int slot) => Array.ConvertAll(Slot(domain, slot), value => value != 0);

    /// <summary>The units of a domain with their totals, one a slot.</summary>
    public ReadOnlySpan<int> UnitsOf(int domain) => _cells.UnitsOf(domain);

    /// <summary>The totals of the k-th of those units.</summary>
    public ReadOnlySpan<double> Of(int k, int domain) => _cells.Of(k, domain);

    /// <summary>J t for each unit: the score of an estimate.</summary>
    /// <param name="domain">Its domain.</param>
    /// <param name="firstSlot">The first of its slots.</param>
    /// <param name="gradient">J, one a slot.</param>
    public double[] Scores(int domain, int firstSlot, ReadOnlySpan<double> gradient)
    {
        double[] scores = new double[Units];
        if (double.IsNaN(gradient[0]))
            Array.Fill(scores, double.NaN); // there is no estimate, also where no cell has a place
        ReadOnlySpan<int> units = _cells.UnitsOf(domain);
        for (int k = 0; k < units.Length; k++)
        {
            ReadOnlySpan<double> cell = _cells.Of(k, domain);
            double score = 0;
            for (int j = 0; j < gradient.Length; j++)
                score += gradient[j] * cell[firstSlot + j];
            scores[units[k]] = score;
        }
        if (_cross is not null && !double.IsNaN(gradient[0]))
        {
            double[] slopes = gradient.ToArray();
            Request.Calibrations!.TakeOff(scores, step => _cross.Of(step, domain, firstSlot, slopes));
        }
        return scores;
    }

    /// <summary>What a thread keeps. Counts do not care for order, so each thread has its own.</summary>
    private sealed record Worker(ChunkRows Rows, Tally Tally) : IDisposable
    {
        public void Dispose() => Rows.Dispose();
    }
}
