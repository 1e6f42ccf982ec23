namespace Survey;

/// <summary>Weighted totals by cell: a (unit, domain) pair. All pairs have a place while there are not too many; beyond, places are given out as pairs are met.</summary>
internal sealed class CellSums
{
    // beyond this many doubles only the pairs that occur get a place
    private const long MostDense = 1L << 23;

    // 4 GiB of sums
    private const long MostSums = 1L << 29;

    // rows added slot by slot: few enough that their cells are still in the core's cache at the next slot
    private const int BlockSize = 512;

    private readonly int _domains, _slots;
    private Dictionary<long, int>? _placeOf;
    private int[] _allUnits;
    private (int[] Units, int[] Places)[]? _byDomain;
    private double[] _sums;

    public CellSums(int units, int domains, int slots)
    {
        (_domains, _slots) = (domains, slots);
        long size = (long)units * domains * slots;
        _placeOf = size > MostDense ? [] : null;
        _allUnits = _placeOf is null ? [.. Enumerable.Range(0, units)] : [];
        _sums = new double[_placeOf is null ? size : 1024L * slots];
    }

    /// <summary>How many private copies of the sums pay: four while they fit a core's cache.</summary>
    public static int LanesFor(int units, int domains, int slots) => (long)units * domains * slots * sizeof(double) <= 512 * 1024 ? 4 : 1;

    /// <summary>The units for which a domain has totals, in order: all of them, or those in which it occurs.</summary>
    public ReadOnlySpan<int> UnitsOf(int domain) => _placeOf is null ? _allUnits : (_byDomain ??= ByDomain())[domain].Units;

    /// <summary>The totals of the k-th of those units, one a slot.</summary>
    public ReadOnlySpan<double> Of(int k, int domain)
    {
        int place = _placeOf is null ? k * _domains + domain : _byDomain![domain].Places[k];
        return _sums.AsSpan(place * _slots, _slots);
    }

    /// <summary>Makes room for units met since.</summary>
    public void Grow(int units)
    {
        if (_placeOf is null && units > _allUnits.Length)
        {
            Array.Resize(ref _sums, units * _domains * _slots);
            _allUnits = [.. Enumerable.Range(0, units)];
        }
    }

    /// <summary>The sums by unit instead of by the code under which they were kept.</summary>
    public void Reorder(int[] unitOf)
    {
        if (_placeOf is not null)
        {
            _placeOf = _placeOf.ToDictionary(pair => (long)unitOf[pair.Key / _domains] * _domains + pair.Key % _domains, pair => pair.Value);
            return;
        }
        Grow(unitOf.Length);
        double[] codes = _sums;
        _sums = new double[codes.Length];
        int width = _domains * _slots;
        for (int code = 0; code < unitOf.Length; code++)
            codes.AsSpan(code * width, width).CopyTo(_sums.AsSpan(unitOf[code] * width));
    }

    public void Add(ChunkRows rows)
    {
        if (rows.Count == 0)
            return; // there may be no cell at all
        Span<int> places = rows.Units;
        FindPlaces(places, rows.Domains);
        for (int first = 0; first < places.Length; first += BlockSize)
        {
            int count = Math.Min(BlockSize, places.Length - first);
            int slot = 0;
            for (; slot + 3 <= _slots; slot += 3)
                AddThree(rows.Slot(slot).Slice(first, count), rows.Slot(slot + 1).Slice(first, count), rows.Slot(slot + 2).Slice(first, count), places.Slice(first, count), _sums.AsSpan(slot));
            for (; slot < _slots; slot++)
                AddOne(rows.Slot(slot).Slice(first, count), places.Slice(first, count), _sums.AsSpan(slot));
        }
    }

    /// <summary>Adds the sums of another lane; lanes are several only where every pair has a place.</summary>
    public void Add(CellSums lane)
    {
        Grow(lane._allUnits.Length);
        for (int k = 0; k < lane._sums.Length; k++)
            _sums[k] += lane._sums[k];
    }

    // rows of a cell often stand together: a sum in a register is added to much sooner than one just stored
    private static void AddThree(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> third, ReadOnlySpan<int> places, Span<double> sums)
    {
        Span<double> cell = sums.Slice(places[0], 3);
        (int place, double a, double b, double c) = (places[0], cell[0], cell[1], cell[2]);
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] != place)
            {
                (cell[0], cell[1], cell[2]) = (a, b, c);
                place = places[i];
                cell = sums.Slice(place, 3);
                (a, b, c) = (cell[0], cell[1], cell[2]);
            }
            a += first[i];
            b += second[i];
            c += third[i];
        }
        (cell[0], cell[1], cell[2]) = (a, b, c);
    }

    private static void AddOne(ReadOnlySpan<double> values, ReadOnlySpan<int> places, Span<double> sums)
    {
        int place = places[0];
        double sum = sums[place];
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] != place)
            {
                sums[place] = sum;
                place = places[i];
                sum = sums[place];
            }
            sum += values[i];
        }
        sums[place] = sum;
    }

    /// <summary>Overwrites each row's cell, which is needed no more, by where its sums begin.</summary>
    private void FindPlaces(Span<int> cells, ReadOnlySpan<int> domains)
    {
        if (_placeOf is null)
            for (int i = 0; i < cells.Length; i++)
                cells[i] = (cells[i] * _domains + domains[i]) * _slots;
        else
            for (int i = 0; i < cells.Length; i++)
                cells[i] = PlaceOf((long)cells[i] * _domains + domains[i]) * _slots;
    }

    private (int[] Units, int[] Places)[] ByDomain()
    {
        var own = new List<(int Unit, int Place)>[_domains];
        foreach ((long pair, int place) in _placeOf!)
            (own[pair % _domains] ??= []).Add(((int)(pair / _domains), place));
        return Array.ConvertAll(own, cells =>
        {
            cells?.Sort();
            return cells is null ? ([], []) : (cells.Select(cell => cell.Unit).ToArray(), cells.Select(cell => cell.Place).ToArray());
        });
    }

    private int PlaceOf(long pair)
    {
        if (_placeOf!.TryGetValue(pair, out int place))
            return place;
        place = _placeOf.Count;
        long needed = (place + 1L) * _slots;
        if (needed > MostSums)
            throw new SurveyDataException($"The domains occur in more than {Invariant.Count(place)} units, with {_slots} totals each; ask for fewer statistics or domains at once.");
        _placeOf.Add(pair, place);
        if (needed > _sums.Length)
            Array.Resize(ref _sums, (int)Math.Min(MostSums, Math.Max(needed, 2L * _sums.Length)));
        return place;
    }
}
