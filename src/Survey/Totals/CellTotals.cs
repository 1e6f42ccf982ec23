namespace Survey;

/// <summary>The totals of a request by cell: a (unit, domain) pair, all of them or those that occur.</summary>
internal sealed class CellTotals
{
    private readonly double[] _sums;
    private readonly int _width, _slots, _domains;
    private readonly CellPlaces? _places;
    private readonly int[] _allUnits;
    private readonly (int[] Units, int[] Places)[] _byDomain;

    /// <param name="sums">A place of a given width for each pair, or each that occurs, which begins with the slots.</param>
    /// <param name="width">Of a place.</param>
    /// <param name="slots">Totals of a cell.</param>
    /// <param name="units">Number of units.</param>
    /// <param name="domains">Number of domains.</param>
    /// <param name="places">Of pairs that occur; null where all have one.</param>
    public CellTotals(double[] sums, int width, int slots, int units, int domains, CellPlaces? places)
    {
        (_sums, _width, _slots, _domains, _places) = (sums, width, slots, domains, places);
        _allUnits = places is null ? [.. Enumerable.Range(0, units)] : [];
        _byDomain = places is null ? [] : places.ByDomain();
    }

    /// <summary>The units for which a domain has totals, in order: all of them, or those in which it occurs.</summary>
    public ReadOnlySpan<int> UnitsOf(int domain) => _places is null ? _allUnits : _byDomain[domain].Units;

    /// <summary>The totals of the k-th of those units, one a slot.</summary>
    public ReadOnlySpan<double> Of(int k, int domain)
    {
        int place = _places is null ? k * _domains + domain : _byDomain[domain].Places[k];
        return _sums.AsSpan(place * _width, _slots);
    }
}
