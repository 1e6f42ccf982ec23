using System.Collections.Concurrent;

namespace Survey;

/// <summary>Weighted totals of terms by unit and domain, and counts of rows by domain, from one pass.</summary>
internal sealed class UnitTotals
{
    private readonly CellTotals _cells;
    private readonly CrossTotals? _cross;
    private readonly double[]?[] _totals;

    private UnitTotals(Request request, CellTotals cells, Moments moments, CrossTotals? cross, Tally tally) =>
        (Request, _cells, Moments, _cross, Tally, _totals) = (request, cells, moments, cross, tally, new double[]?[request.Domains.Count]);

    public Request Request { get; }

    public Moments Moments { get; }

    public Tally Tally { get; }

    public int Units => Request.Sample.UnitCount;

    public static UnitTotals Of(Request request)
    {
        request.FindCentres();
        List<Lane> lanes = [new Lane(request)];
        var tallies = new ConcurrentBag<Tally>();
        OrderedPass.Run(
            request.Read(),
            () =>
            {
                for (int more = lanes[0].LanesThatPay() - 1; more > 0; more--)
                    lanes.Add(new Lane(request));
                return lanes.Count;
            },
            () =>
            {
                var tally = new Tally(request.Domains.Count, request.Groups.Count);
                tallies.Add(tally);
                return new ChunkRows(request, tally);
            },
            (rows, chunk) => rows.Start(chunk),
            (lane, rows) => lanes[lane].Add(rows));
        foreach (Lane lane in lanes.Skip(1))
            lanes[0].Add(lane);
        if (request.Complete() is { } unitOf)
            lanes[0].Cells.Reorder(unitOf);
        var all = new Tally(request.Domains.Count, request.Groups.Count);
        foreach (Tally tally in tallies)
            all.Add(tally);
        return new UnitTotals(request, lanes[0].Cells.Totals(request.Sample.UnitCount, request.SlotCount), lanes[0].Moments, lanes[0].Cross, all);
    }

    /// <summary>The total of a slot over all units.</summary>
    public double Total(int domain, int slot) => (_totals[domain] ??= TotalsOf(domain))[slot];

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

    // slots side by side: a compensated sum waits for itself
    private double[] TotalsOf(int domain)
    {
        var sums = new CompensatedSum[Request.SlotCount];
        int units = _cells.UnitsOf(domain).Length;
        for (int k = 0; k < units; k++)
        {
            ReadOnlySpan<double> cell = _cells.Of(k, domain);
            for (int slot = 0; slot < sums.Length; slot++)
                sums[slot].Add(cell[slot]);
        }
        return Array.ConvertAll(sums, sum => sum.Value);
    }

    /// <summary>What chunks are added to, one after the other.</summary>
    private sealed class Lane(Request request)
    {
        public CellSums Cells { get; } = new(request);

        public Moments Moments { get; } = new(request);

        public CrossTotals? Cross { get; } = request.Calibrations is { } calibrations ? new CrossTotals(request, calibrations) : null;

        public int LanesThatPay() => Math.Min(Cells.LanesThatPay(request.SlotCount), Cross?.LanesThatPay ?? int.MaxValue);

        public void Add(ChunkRows rows)
        {
            do
            {
                Cells.Add(rows);
                Moments.Add(rows);
                Cross?.Add(rows);
            }
            while (rows.Next());
        }

        public void Add(Lane lane)
        {
            Cells.Add(lane.Cells);
            Moments.Add(lane.Moments);
            Cross?.Add(lane.Cross!);
        }
    }
}
