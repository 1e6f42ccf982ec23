namespace Survey;

/// <summary>The totals of a request by cell, domain by domain: of all units, or of those in which a domain occurs. So they are read one after the other, as all that estimates are made of is of one domain.</summary>
internal sealed class CellTotals
{
    private readonly int _slots;
    private readonly int[][] _unitsOf;
    private readonly double[][] _totalsOf;

    /// <param name="units">Of each domain, in order.</param>
    /// <param name="slots">Totals of a cell.</param>
    public CellTotals(int[][] units, int slots)
    {
        (_unitsOf, _slots) = (units, slots);
        _totalsOf = Array.ConvertAll(units, own => new double[(long)own.Length * slots]);
    }

    /// <summary>The units for which a domain has totals, in order: all of them, or those in which it occurs.</summary>
    public ReadOnlySpan<int> UnitsOf(int domain) => _unitsOf[domain];

    /// <summary>The totals of the k-th of those units, one a slot.</summary>
    public Span<double> Of(int k, int domain) => _totalsOf[domain].AsSpan(k * _slots, _slots);
}
