namespace Survey.Engines;

/// <summary>The aggregates of a statement: equal ones are asked for once.</summary>
internal sealed class SelectList
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _aggregates = [];

    public IReadOnlyList<string> Aggregates => _aggregates;

    /// <summary>The place of an aggregate, which is a double.</summary>
    public int Add(string aggregate)
    {
        if (!_places.TryGetValue(aggregate, out int place))
        {
            _places.Add(aggregate, place = _aggregates.Count);
            _aggregates.Add(aggregate);
        }
        return place;
    }
}
