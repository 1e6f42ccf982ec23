namespace Survey;

/// <summary>Numbers keys 0, 1, ... as several threads meet them, and keeps the first row of each.</summary>
/// <remarks>Numbers depend on which thread comes first; whoever reads them later puts keys in an order of their own.</remarks>
internal sealed class SharedCodes<TKey>
    where TKey : notnull
{
    private readonly Lock _one = new();
    private readonly Dictionary<TKey, int> _codes = [];
    private readonly List<TKey> _keys = [];
    private readonly List<long> _firstRows = [];

    public int Count => _keys.Count;

    public TKey KeyOf(int code) => _keys[code];

    public long FirstRowOf(int code) => _firstRows[code];

    /// <summary>The code of a key that a thread meets for the first time.</summary>
    public int Of(TKey key, long row)
    {
        lock (_one)
        {
            if (_codes.TryGetValue(key, out int code))
            {
                _firstRows[code] = Math.Min(_firstRows[code], row);
                return code;
            }
            _codes.Add(key, _keys.Count);
            _keys.Add(key);
            _firstRows.Add(row);
            return _keys.Count - 1;
        }
    }
}
