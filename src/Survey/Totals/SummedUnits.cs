namespace Survey;

/// <summary>Makes totals by unit and domain of those that a database summed by combination of keys and domain.</summary>
internal sealed class SummedUnits
{
    private readonly Request _request;
    private readonly SummedCells _cells;
    private readonly int[] _unitOf;
    private readonly double[]? _weightOf;

    public SummedUnits(Request request, SummedCells cells)
    {
        (_request, _cells) = (request, cells);
        int[] unitOfKey = request.Design.UnitsOf(cells.Keys);
        _unitOf = Array.ConvertAll(cells.KeyOf, key => unitOfKey[key]);
        // weights that follow from population sizes are the same for all rows of a unit, and were 1 in the sums
        _weightOf = request.Design.WeightOfUnit is { } ofUnit ? Array.ConvertAll(_unitOf, unit => ofUnit[unit]) : null;
    }

    /// <summary>By domain, slot and unit; of each domain the units in which it occurs.</summary>
    public CellTotals Totals()
    {
        int[][] cellsOf = CellsOfDomains();
        int[][] units = Array.ConvertAll(cellsOf, cells => cells.Select(cell => _unitOf[cell]).Distinct().ToArray());
        var totals = new CellTotals(units, _request.SlotCount);
        SideBySide.Do(units.Length, (long)_unitOf.Length / Math.Max(1, units.Length) * _request.SlotCount, domain =>
        {
            for (int slot = 0; slot < _request.SlotCount; slot++)
                Fill(cellsOf[domain], Slot(slot, out bool isWeighted), isWeighted, totals.Of(domain, slot));
        });
        return totals;
    }

    public Moments Moments()
    {
        var moments = new Moments(_request);
        double[] products = new double[3];
        for (int cell = 0; cell < _unitOf.Length; cell++)
        {
            int domain = _cells.DomainOf[cell];
            double weight = WeightOf(cell);
            if (domain != DomainCodes.Unknown && _request.CountsWhole)
                moments.AddWhole((long)_cells.WeightedRows[cell], weight * _cells.Weights[cell]);
            for (int g = 0; g < _cells.Groups.Count && domain >= 0; g++)
            {
                SummedGroup group = _cells.Groups[g];
                Span<double> own = products.AsSpan(0, group.Products.Length);
                for (int k = 0; k < own.Length; k++)
                    own[k] = weight * group.Products[k][cell];
                moments.Add(domain, g, weight * weight * group.SquaredWeights[cell], own);
            }
        }
        return moments;
    }

    public Tally Tally()
    {
        var tally = new Tally(_request.Domains.Count, _request.Groups.Count);
        for (int cell = 0; cell < _unitOf.Length; cell++)
        {
            int domain = _cells.DomainOf[cell];
            if (domain == DomainCodes.Unknown)
                tally.AddUnknown((long)_cells.Rows[cell]);
            for (int g = 0; g < _cells.Groups.Count && domain >= 0; g++)
            {
                SummedGroup group = _cells.Groups[g];
                tally.Add(domain, g, ((long)_cells.Rows[cell], (long)group.Rows[cell]), ((long)_cells.WeightedRows[cell], (long)group.WeightedRows[cell]));
            }
        }
        return tally;
    }

    private double WeightOf(int cell) => _weightOf?[cell] ?? 1;

    private int[][] CellsOfDomains()
    {
        var cells = new List<int>[_request.Domains.Count];
        foreach (ref List<int> own in cells.AsSpan())
            own = [];
        foreach (int cell in ByUnit())
            if (_cells.DomainOf[cell] >= 0)
                cells[_cells.DomainOf[cell]].Add(cell);
        return Array.ConvertAll(cells, own => own.ToArray());
    }

    /// <summary>All cells unit by unit, those of one as they came. Units are counted, not sorted: there may be millions.</summary>
    private int[] ByUnit()
    {
        int[] next = new int[_unitOf.Length == 0 ? 1 : _unitOf.Max() + 2];
        foreach (int unit in _unitOf)
            next[unit + 1]++;
        for (int unit = 1; unit < next.Length; unit++)
            next[unit] += next[unit - 1];
        int[] cells = new int[_unitOf.Length];
        for (int cell = 0; cell < cells.Length; cell++)
            cells[next[_unitOf[cell]]++] = cell;
        return cells;
    }

    /// <summary>The sums of a slot by cell, and whether they are sums of weights rather than counts of rows.</summary>
    private double[] Slot(int slot, out bool isWeighted)
    {
        isWeighted = true;
        if (slot == 0)
            return _cells.Weights;
        for (int g = _cells.Groups.Count - 1; g >= 0; g--)
            if (slot >= _request.FirstSlot[g] && slot < _request.FirstSlot[g] + _request.Groups[g].SlotCount)
                return _cells.Groups[g].Slots[slot - _request.FirstSlot[g]];
        isWeighted = false;
        return _request.RowsAreUnits && slot == _request.RowCountSlot ? _cells.Rows : _cells.Groups[slot - _request.PresenceSlot(0)].Rows;
    }

    // cells stand unit by unit, and several may be of one
    private void Fill(int[] cells, double[] sums, bool isWeighted, Span<double> totals)
    {
        int at = -1, unit = -1;
        foreach (int cell in cells)
        {
            if (_unitOf[cell] != unit)
            {
                unit = _unitOf[cell];
                totals[++at] = 0;
            }
            totals[at] += isWeighted ? WeightOf(cell) * sums[cell] : sums[cell];
        }
    }
}
