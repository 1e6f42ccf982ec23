namespace Survey;

/// <summary>The totals of a request by domain, slot and unit: of all units, or of those in which a domain occurs. So numbers are read one after the other, as all that estimates are made of is of one domain.</summary>
internal sealed class CellTotals : IDisposable
{
    private readonly int[][] _unitsOf;
    private readonly int[] _firstOf;
    private double[] _totals;

    /// <param name="units">Of each domain, in order.</param>
    /// <param name="slots">Totals of a unit and domain.</param>
    public CellTotals(int[][] units, int slots)
    {
        (_unitsOf, _firstOf) = (units, new int[units.Length]);
        int end = 0;
        for (int domain = 0; domain < units.Length; end += units[domain++].Length * slots)
            _firstOf[domain] = end;
        _totals = Buffers.Rent<double>(end);
    }

    /// <summary>The units for which a domain has totals, in order: all of them, or those in which it occurs.</summary>
    public ReadOnlySpan<int> UnitsOf(int domain) => _unitsOf[domain];

    /// <summary>A total of each of those units.</summary>
    public Span<double> Of(int domain, int slot) => _totals.AsSpan(_firstOf[domain] + slot * _unitsOf[domain].Length, _unitsOf[domain].Length);

    /// <summary>Nobody asks for the totals any more.</summary>
    public void Dispose()
    {
        Buffers.Return(_totals);
        _totals = [];
    }
}
