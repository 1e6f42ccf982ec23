namespace Survey;

/// <summary>Sums of a lane by cell: a (unit, domain) pair. All pairs have a place while there are not too many; beyond, places are given out as pairs are met. Units may become more from chunk to chunk.</summary>
internal sealed class CellSums : IDisposable
{
    // beyond this many doubles only the pairs that occur get a place
    private const long MostDense = 1L << 23;

    // 4 GiB of sums
    private const long MostSums = 1L << 29;

    // a core's cache, and a large part of what all share
    private const int SmallCache = 512 * 1024, LargeCache = 1024 * 1024;

    // rows placed together; and numbers in the cells of rows that are added column by column, which shall stay in the core's first cache
    private const int BlockSize = 4_096, MostTouched = 2_048;

    private const int UnitsAtATime = 16;

    // what a vector at the last cell may reach beyond it
    private const int Slack = 4;

    private readonly CellLayout _layout;
    private readonly IReadOnlyList<int> _indicators;
    private readonly int _domains;
    private readonly int[] _cells = new int[BlockSize];
    private readonly SharedWeights _shared;
    private long _rows;
    private int _width;
    private int[] _columns;
    private CellPlaces? _places;
    private GrowingSums _sums = new(Slack);

    public CellSums(Request request)
    {
        (_layout, _domains) = (request.Layout, request.Domains.Count);
        _indicators = [.. _layout.GroupsWhere(indicator: true)];
        _shared = new SharedWeights(_layout);
        _width = _layout.SharedWidth;
        _columns = ActiveColumns();
        MakeRoom(request.Units.Count);
    }

    /// <summary>How many private copies of the sums pay after the first turn: four while the cells met fit a core's cache, one where hardly a row in twenty was in a cell met before, so that cells are very many, else two.</summary>
    /// <param name="slots">Totals of a cell.</param>
    public int LanesThatPay(int slots)
    {
        long met = 0;
        for (int cell = 0; cell < End; cell += _width)
            met += _layout.SumOfWeights(_sums.Span[cell..]) != 0 ? 1 : 0;
        return met * slots * sizeof(double) <= SmallCache ? 4 : met <= _rows - _rows / 20 ? 2 : 1;
    }

    public void Add(ChunkRows rows)
    {
        if (rows.Count == 0)
            return; // there may be no cell at all
        _rows += rows.Count;
        MakeRoom(rows.UnitsMet);
        Split(rows.WeightColumns);
        for (int first = 0; first < rows.Count; first += BlockSize)
        {
            Span<int> cells = _cells.AsSpan(0, Math.Min(BlockSize, rows.Count - first));
            FindCells(rows.Units.Slice(first, cells.Length), rows.Domains.Slice(first, cells.Length), cells);
            AddBlock(rows, first, cells);
        }
    }

    /// <summary>Adds the sums of another lane.</summary>
    public void Add(CellSums lane)
    {
        Split(lane._shared.Columns);
        lane.Split(_shared.Columns);
        if (_places is null && lane._places is null)
        {
            if (_sums.Length < lane._sums.Length)
                _sums.Grow(lane._sums.Length);
            Multiples.Add(lane._sums.Span, 1, _sums.Span[..lane._sums.Length]);
            return;
        }
        GivePlaces();
        lane.GivePlaces();
        foreach ((int unit, int domain, int place) in lane._places!.All)
            Multiples.Add(lane.Cell(place), 1, RoomOf(unit, domain));
    }

    /// <summary>The sums by unit instead of by the code under which they were kept.</summary>
    /// <param name="unitOfCode">One of each code that a row had, and each once.</param>
    public void Reorder(int[] unitOfCode)
    {
        MakeRoom(unitOfCode.Length); // units of which no row was added have had none so far
        _places?.Reorder(unitOfCode);
        int width = _domains * _width;
        if (_places is not null || width == 0)
            return;
        using GrowingSums byCode = _sums;
        _sums = new GrowingSums(byCode.Length);
        for (int code = 0; code < unitOfCode.Length; code++)
            byCode.Span.Slice(code * width, width).CopyTo(_sums.Span[(unitOfCode[code] * width)..]);
    }

    /// <summary>The totals that the sums make, when all rows are added.</summary>
    /// <param name="units">Number of units.</param>
    public CellTotals Totals(int units)
    {
        MakeRoom(units);
        int[] all = _places is null ? [.. Enumerable.Range(0, units)] : [];
        (int[] Units, int[] Places)[] met = _places?.ByDomain() ?? [];
        int[][] columns = _layout.ColumnsOfSlots(_shared.Columns);
        var totals = new CellTotals([.. Enumerable.Range(0, _domains).Select(domain => _places is null ? all : met[domain].Units)], columns.Length);
        if (_places is not null)
            SideBySide.Do(_domains, (long)_places.Count / _domains * columns.Length, domain => Copy(met[domain].Places, columns, totals, domain));
        else
            SideBySide.Do((units + UnitsAtATime - 1) / UnitsAtATime, (long)UnitsAtATime * _domains * columns.Length, block => CopyUnits(block * UnitsAtATime, columns, totals));
        return totals;
    }

    public void Dispose() => _sums.Dispose();

    private void Copy(int[] places, int[][] columns, CellTotals totals, int domain)
    {
        for (int slot = 0; slot < columns.Length; slot++)
        {
            Span<double> own = totals.Of(domain, slot);
            for (int k = 0; k < places.Length; k++)
                own[k] = SumOf(columns[slot], places[k] * _width);
        }
    }

    // pairs stand unit by unit: of some units at a time what is read for one domain is still in the cache at the next
    private void CopyUnits(int first, int[][] columns, CellTotals totals)
    {
        for (int domain = 0; domain < _domains; domain++)
            for (int slot = 0; slot < columns.Length; slot++)
            {
                Span<double> all = totals.Of(domain, slot), own = all[first..Math.Min(all.Length, first + UnitsAtATime)];
                for (int k = 0; k < own.Length; k++)
                    own[k] = SumOf(columns[slot], ((first + k) * _domains + domain) * _width);
            }
    }

    private double SumOf(int[] columns, int cell)
    {
        double sum = _sums.Array[cell + columns[0]];
        for (int k = 1; k < columns.Length; k++)
            sum += _sums.Array[cell + columns[k]];
        return sum;
    }

    private ReadOnlySpan<double> Cell(int place) => _sums.Span.Slice(place * _width, _width);

    private void AddBlock(ChunkRows rows, int first, ReadOnlySpan<int> cells)
    {
        double[] sums = _sums.Array;
        bool isLarge = sizeof(double) * (long)_sums.Length > LargeCache, byRuns = _domains == 1;
        int step = isLarge ? CellKernels.Ahead : Math.Clamp(MostTouched / _width & ~7, CellKernels.Ahead, BlockSize);
        if (isLarge)
            CellKernels.Prefetch(sums, cells[..Math.Min(step, cells.Length)], _width);
        for (int at = 0; at < cells.Length; at += step)
        {
            ReadOnlySpan<int> own = cells.Slice(at, Math.Min(step, cells.Length - at));
            int next = at + own.Length;
            if (isLarge)
                CellKernels.Prefetch(sums, cells[next..Math.Min(next + step, cells.Length)], _width);
            foreach (int g in _indicators)
                CellKernels.AddStates(sums, _layout.FirstColumn[g], own, rows.States(g).Slice(first + at, own.Length), rows.Weights.Slice(first + at, own.Length), byRuns);
            AddNumbers(rows, first + at, own, byRuns);
        }
    }

    // columns side by side are added together
    private void AddNumbers(ChunkRows rows, int at, ReadOnlySpan<int> cells, bool byRuns)
    {
        for (int k = 0; k < _columns.Length;)
        {
            int column = _columns[k], count = 1;
            while (count < 4 && k + count < _columns.Length && _columns[k + count] == column + count)
                count++;
            ReadOnlySpan<double> first = Source(rows, column, at, cells.Length);
            if (count == 4 && !byRuns)
                CellKernels.Add(_sums.Array, column, cells, first, Source(rows, column + 1, at, cells.Length), Source(rows, column + 2, at, cells.Length), Source(rows, column + 3, at, cells.Length));
            else if ((count = Math.Min(count, 2)) == 2)
                CellKernels.Add(_sums.Array, column, cells, first, Source(rows, column + 1, at, cells.Length), byRuns);
            else
                CellKernels.Add(_sums.Array, column, cells, first, byRuns);
            k += count;
        }
    }

    /// <summary>Where the last place ends.</summary>
    private int End => (_sums.Length - Slack) / _width * _width;

    private ReadOnlySpan<double> Source(ChunkRows rows, int column, int at, int count) => rows.AddedTo(_layout.Columns[column]).Slice(at, count);

    private void FindCells(ReadOnlySpan<int> units, ReadOnlySpan<int> domains, Span<int> cells)
    {
        if (_places is null)
            CellKernels.Place(units, domains, _domains, _width, cells);
        else
            for (int i = 0; i < cells.Length; i++)
                cells[i] = PlaceOf(units[i], domains[i]) * _width;
    }

    private void Split(int[] weightColumns)
    {
        if (_shared.Split(weightColumns, CopyColumn))
            _columns = ActiveColumns();
    }

    private void CopyColumn(int from, int to)
    {
        if (to >= _width)
            Widen();
        Span<double> sums = _sums.Span;
        for (int cell = 0; cell < End; cell += _width)
            sums[cell + to] = sums[cell + from];
    }

    /// <summary>Gives each group of numbers a column for its sum of weights.</summary>
    private void Widen()
    {
        using GrowingSums shared = _sums;
        int cells = End / _width;
        _sums = new GrowingSums(cells * _layout.Width + Slack);
        for (int cell = 0; cell < cells; cell++)
            shared.Span.Slice(cell * _width, _width).CopyTo(_sums.Span[(cell * _layout.Width)..]);
        _width = _layout.Width;
    }

    /// <summary>The columns that rows add numbers to: not the states of indicators, nor weights that others keep.</summary>
    private int[] ActiveColumns() =>
        [.. Enumerable.Range(0, _layout.Width).Where(column => _layout.Columns[column] is var (kind, group, _) && kind switch
        {
            CellColumnKind.State => false,
            CellColumnKind.Weight => _shared.Columns[group] == column,
            _ => true,
        })];

    /// <summary>Room for all pairs of so many units, or for as many as there are, once that is too much.</summary>
    private void MakeRoom(int units)
    {
        long needed = (long)units * _domains * _width;
        if (_places is not null || needed + Slack <= _sums.Length)
            return;
        if (needed / _width * _layout.Width > MostDense)
            GivePlaces();
        else
            _sums.Grow((int)Math.Max(needed, Math.Min(MostDense, 2L * End)) + Slack);
    }

    /// <summary>From now on only pairs that occur have a place.</summary>
    private void GivePlaces()
    {
        if (_places is not null)
            return;
        using GrowingSums dense = _sums;
        int pairs = End / _width;
        _places = new CellPlaces(_domains);
        _sums = new GrowingSums(1024 * _width + Slack);
        for (int pair = 0; pair < pairs; pair++)
        {
            ReadOnlySpan<double> cell = dense.Span.Slice(pair * _width, _width);
            if (cell.ContainsAnyExcept(0))
                cell.CopyTo(RoomOf(pair / _domains, pair % _domains));
        }
    }

    /// <summary>The sums of a pair, to be written to. They may move when a pair is new, so the place comes first.</summary>
    private Span<double> RoomOf(int unit, int domain)
    {
        int place = PlaceOf(unit, domain);
        return _sums.Span.Slice(place * _width, _width);
    }

    private int PlaceOf(int unit, int domain)
    {
        int place = _places!.Of(unit, domain);
        long needed = (place + 1L) * _width + Slack;
        if (needed / _width * _layout.Width > MostSums)
            throw new SurveyDataException($"The domains occur in more than {Invariant.Count(place)} units, with {_layout.Width} totals each; ask for fewer statistics or domains at once.");
        if (needed > _sums.Length)
            _sums.Grow((int)Math.Min(MostSums, Math.Max(needed, 2L * _sums.Length)));
        return place;
    }
}
