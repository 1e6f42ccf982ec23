namespace Survey;

/// <summary>Weighted totals by cell: a (unit, domain) pair. All pairs have a place while there are not too many; beyond, places are given out as pairs are met.</summary>
internal sealed class CellSums
{
    // beyond this many doubles only the pairs that occur get a place
    private const long MostDense = 1L << 23;

    private readonly int _domains, _slots;
    private readonly Dictionary<long, int>? _placeOf;
    private double[] _sums;

    public CellSums(int units, int domains, int slots)
    {
        (_domains, _slots) = (domains, slots);
        long size = (long)units * domains * slots;
        _placeOf = size > MostDense ? [] : null;
        _sums = new double[_placeOf is null ? size : 1024L * slots];
    }

    /// <summary>How many private copies of the sums pay: four while they fit a core's cache.</summary>
    public static int LanesFor(int units, int domains, int slots) => (long)units * domains * slots * sizeof(double) <= 512 * 1024 ? 4 : 1;

    /// <summary>The totals of a cell, one a slot; empty where the pair does not occur.</summary>
    public ReadOnlySpan<double> Of(int unit, int domain)
    {
        long pair = (long)unit * _domains + domain;
        if (_placeOf is null)
            return _sums.AsSpan((int)pair * _slots, _slots);
        return _placeOf.TryGetValue(pair, out int place) ? _sums.AsSpan(place * _slots, _slots) : default;
    }

    public void Add(ChunkRows rows)
    {
        if (rows.Count == 0)
            return; // there may be no cell at all
        int[] places = PlacesOf(rows);
        for (int slot = 0; slot < _slots; slot++)
        {
            ReadOnlySpan<double> values = rows.Slot(slot);
            Span<double> sums = _sums.AsSpan(slot);
            for (int i = 0; i < values.Length; i++)
                sums[places[i]] += values[i];
        }
    }

    /// <summary>Adds the sums of another lane; lanes are several only where every pair has a place.</summary>
    public void Add(CellSums lane)
    {
        for (int k = 0; k < _sums.Length; k++)
            _sums[k] += lane._sums[k];
    }

    /// <summary>Where each row's cell begins. Overwrites the rows' cells, which are needed no more.</summary>
    private int[] PlacesOf(ChunkRows rows)
    {
        int[] places = rows.Cells, domains = rows.Domains;
        for (int i = 0; i < rows.Count; i++)
            places[i] = _placeOf is null
                ? (places[i] * _domains + domains[i]) * _slots
                : PlaceOf((long)places[i] * _domains + domains[i]) * _slots;
        return places;
    }

    private int PlaceOf(long pair)
    {
        if (!_placeOf!.TryGetValue(pair, out int place))
        {
            place = _placeOf.Count;
            _placeOf.Add(pair, place);
            if ((long)(place + 1) * _slots > _sums.Length)
                Array.Resize(ref _sums, (int)Math.Min(Array.MaxLength, 2L * _sums.Length));
        }
        return place;
    }
}
