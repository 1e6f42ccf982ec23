namespace Survey;

/// <summary>Looks again at names whose hashes were met twice.</summary>
internal sealed class IdSearch(IReadOnlySet<ulong> suspects)
{
    private readonly Dictionary<(int Stratum, string Name), string> _places = [];
    private readonly char[] _name = new char[1 << 16];
    private int _length;

    /// <summary>The current row's name.</summary>
    public string Name => new(_name, 0, _length);

    public void Set(ReadOnlySpan<char> name)
    {
        _length = Math.Min(name.Length, _name.Length);
        name[.._length].CopyTo(_name);
    }

    /// <summary>Where the name stood before, or null.</summary>
    public string? FirstPlace(int stratum, ulong hash, string place)
    {
        if (!suspects.Contains(hash) || _places.TryAdd((stratum, Name), place))
            return null;
        return _places[(stratum, Name)];
    }
}
