using System.Collections.Concurrent;

namespace Survey;

/// <summary>Weighted totals of terms by unit and domain, and counts of rows by domain, from one pass.</summary>
internal sealed class UnitTotals
{
    // 1 MB of numbers
    private const long MostKept = 1 << 17;

    private readonly Lock _one = new();
    private readonly CrossTotals? _cross;
    private readonly double[][] _totals;
    private CellTotals? _cells;

    private UnitTotals(Request request, CellTotals cells, Moments moments, CrossTotals? cross, Tally tally)
    {
        (Request, _cells, Moments, _cross, Tally, _totals) = (request, cells, moments, cross, tally, new double[request.Domains.Count][]);
        SideBySide.Do(_totals.Length, 2L * Units * request.SlotCount, domain => _totals[domain] = TotalsOf(domain));
    }

    public Request Request { get; }

    public Moments Moments { get; }

    public Tally Tally { get; }

    /// <summary>Of totals that a database summed, the unit of each combination of keys; else null.</summary>
    public KeyUnits? KeyUnits { get; private init; }

    public int Units => Request.Sample.UnitCount;

    /// <summary>One pass over the rows.</summary>
    public static UnitTotals Of(Request request)
    {
        request.FindCentres();
        return request.Design.Rows is ITotalsSource source ? Summed(request, source.Sum(request)) : Passed(request);
    }

    /// <summary>Totals that a database summed.</summary>
    private static UnitTotals Summed(Request request, SummedCells cells)
    {
        var units = new SummedUnits(request, cells);
        return new UnitTotals(request, units.Totals(), units.Moments(), null, units.Tally()) { KeyUnits = units.OfKeys };
    }

    private static UnitTotals Passed(Request request)
    {
        List<Lane> lanes = [new Lane(request)];
        var tallies = new ConcurrentBag<Tally>();
        OrderedPass.Run(
            request.Read(),
            together: !request.Design.Rows.AreStreamed,
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
        CellTotals cells = lanes[0].Cells.Totals(request.Sample.UnitCount);
        foreach (Lane lane in lanes)
            lane.Cells.Dispose();
        return new UnitTotals(request, cells, lanes[0].Moments, lanes[0].Cross, all);
    }

    /// <summary>
    /// The totals of units will hardly be asked for again. Where they are many and the rows in memory they are let go, and summed once more if they are: to hold on to some megabytes may take longer than to sum ten million rows,
    /// as the next request then needs fresh memory. Totals over all units stay.
    /// </summary>
    public void LetGo()
    {
        if ((long)Units * _totals.Length * Request.SlotCount <= MostKept || Request.Design.Rows is not Table)
            return;
        _cells?.Dispose();
        _cells = null;
    }

    /// <summary>Sums the totals of units again if they were let go, before several threads ask for them.</summary>
    public void Recall() => _ = Cells;

    private CellTotals Cells => _cells ?? SumAgain();

    /// <summary>The total of a slot over all units.</summary>
    public double Total(int domain, int slot) => _totals[domain][slot];

    /// <summary>A slot for each unit.</summary>
    public double[] Slot(int domain, int slot)
    {
        double[] values = new double[Units];
        ReadOnlySpan<int> units = Cells.UnitsOf(domain);
        ReadOnlySpan<double> totals = Cells.Of(domain, slot);
        for (int k = 0; k < units.Length; k++)
            values[units[k]] = totals[k];
        return values;
    }

    /// <summary>The units in which a slot is not 0: those with a row of non-zero weight for a sum of weights, those with a row for a count.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="slot">One that is above 0 there.</param>
    /// <param name="present">One for each unit, to be written to.</param>
    /// <remarks>Calibrated weights may be negative; that those of a unit cancel to 0 exactly is left out of account.</remarks>
    public void FindPresent(int domain, int slot, Span<bool> present)
    {
        present.Clear();
        ReadOnlySpan<int> units = Cells.UnitsOf(domain);
        ReadOnlySpan<double> totals = Cells.Of(domain, slot);
        for (int k = 0; k < units.Length; k++)
            present[units[k]] = totals[k] != 0;
    }

    /// <summary>The units for which a domain has totals.</summary>
    public ReadOnlySpan<int> UnitsOf(int domain) => Cells.UnitsOf(domain);

    /// <summary>A total of each of those units.</summary>
    public ReadOnlySpan<double> Of(int domain, int slot) => Cells.Of(domain, slot);

    /// <summary>J t for each unit: the score of an estimate.</summary>
    /// <param name="domain">Its domain.</param>
    /// <param name="firstSlot">The first of its slots.</param>
    /// <param name="gradient">J, one a slot.</param>
    /// <param name="scores">One for each unit, to be written to.</param>
    public void FindScores(int domain, int firstSlot, ReadOnlySpan<double> gradient, Span<double> scores)
    {
        scores.Fill(double.IsNaN(gradient[0]) ? double.NaN : 0); // there may be no estimate, also where no cell has a place
        ReadOnlySpan<int> units = Cells.UnitsOf(domain);
        for (int j = 0; j < gradient.Length; j++)
        {
            ReadOnlySpan<double> totals = Cells.Of(domain, firstSlot + j);
            if (units.Length == scores.Length)
                Multiples.Add(totals, gradient[j], scores);
            else
                for (int k = 0; k < units.Length; k++)
                    scores[units[k]] += gradient[j] * totals[k];
        }
        if (_cross is not null && !double.IsNaN(gradient[0]))
        {
            double[] slopes = gradient.ToArray();
            Request.Calibrations!.TakeOff(scores, step => _cross.Of(step, domain, firstSlot, slopes));
        }
    }

    private double[] TotalsOf(int domain) => [.. Enumerable.Range(0, Request.SlotCount).Select(slot => CompensatedSum.Sum(Cells.Of(domain, slot)))];

    private CellTotals SumAgain()
    {
        lock (_one)
            return _cells ??= Of(Request).Cells;
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
