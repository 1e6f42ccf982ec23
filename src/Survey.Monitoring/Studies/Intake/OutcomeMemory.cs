namespace Survey.Monitoring.Intake;

/// <summary>Remembers what texts of a column mean. Most answers are one character, for which no hash is needed.</summary>
internal sealed class OutcomeMemory<T>
{
    /// <summary>The most different texts that are remembered; beyond, each is understood anew.</summary>
    private const int Most = 1 << 16;

    /// <summary>Longer texts are no codes and come once.</summary>
    private const int Longest = 64;

    private readonly Outcome<T>?[] _ofCharacter = new Outcome<T>?[128];
    private readonly Dictionary<string, Outcome<T>> _ofText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Outcome<T>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public OutcomeMemory() => _lookup = _ofText.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool TryGet(ReadOnlySpan<char> text, out Outcome<T> outcome)
    {
        if (text.Length != 1 || text[0] >= _ofCharacter.Length)
            return _lookup.TryGetValue(text, out outcome);
        Outcome<T>? known = _ofCharacter[text[0]];
        outcome = known.GetValueOrDefault();
        return known.HasValue;
    }

    public void Add(ReadOnlySpan<char> text, Outcome<T> outcome)
    {
        if (text.Length == 1 && text[0] < _ofCharacter.Length)
            _ofCharacter[text[0]] = outcome;
        else if (_ofText.Count < Most && text.Length <= Longest)
            _ofText.Add(text.ToString(), outcome);
    }
}
