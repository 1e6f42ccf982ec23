namespace Survey;

/// <summary>Places of pairs of unit and domain, given out as pairs are met, where not all of them can have one.</summary>
/// <param name="domains">Number of domains.</param>
internal sealed class CellPlaces(int domains)
{
    private Dictionary<long, int> _places = [];

    public int Count => _places.Count;

    /// <summary>The place of a pair, a new one if it had none.</summary>
    public int Of(int unit, int domain)
    {
        long pair = (long)unit * domains + domain;
        if (!_places.TryGetValue(pair, out int place))
            _places.Add(pair, place = _places.Count);
        return place;
    }

    /// <summary>The pairs with their places.</summary>
    public IEnumerable<(int Unit, int Domain, int Place)> All => _places.Select(own => ((int)(own.Key / domains), (int)(own.Key % domains), own.Value));

    /// <summary>Gives each pair's place to the same domain of another unit.</summary>
    public void Reorder(int[] unitOfCode) => _places = All.ToDictionary(own => (long)unitOfCode[own.Unit] * domains + own.Domain, own => own.Place);

    /// <summary>For each domain the units in which it occurs, in order, and their places.</summary>
    public (int[] Units, int[] Places)[] ByDomain()
    {
        var own = new List<(int Unit, int Place)>?[domains];
        foreach ((int unit, int domain, int place) in All)
            (own[domain] ??= []).Add((unit, place));
        return Array.ConvertAll(own, cells =>
        {
            cells?.Sort();
            return cells is null ? ([], []) : (cells.Select(cell => cell.Unit).ToArray(), cells.Select(cell => cell.Place).ToArray());
        });
    }
}
