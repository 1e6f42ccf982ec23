namespace Survey;

/// <summary>The domains that occur among rows: all of them while they are few, so that nobody has to look.</summary>
/// <param name="count">Number of domains.</param>
internal sealed class DomainsMet(int count)
{
    private const int Few = 4_096;

    private readonly bool[] _isMet = new bool[count <= Few ? 0 : count];
    private readonly List<int> _met = count <= Few ? [.. Enumerable.Range(0, count)] : [];

    public IReadOnlyList<int> Domains => _met;

    /// <summary>Adds the domains of rows.</summary>
    public void Add(ReadOnlySpan<int> domains)
    {
        if (count <= Few)
            return;
        foreach (int domain in domains)
            if (!_isMet[domain])
            {
                _isMet[domain] = true;
                _met.Add(domain);
            }
    }

    /// <summary>Forgets them, if they are not all.</summary>
    public void Clear()
    {
        if (count <= Few)
            return;
        foreach (int domain in _met)
            _isMet[domain] = false;
        _met.Clear();
    }
}
