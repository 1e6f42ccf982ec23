using Survey.Files.Parquet.Encodings;

namespace Survey.Files.Parquet.Values;

/// <summary>The values of a dictionary. One that is a level, or may be an error, is made when a row first has it: what no row has is neither.</summary>
internal abstract class PageDictionary<T>
{
    private readonly T[] _made;
    private readonly bool[] _isMade;
    private int _left;

    /// <param name="count">How many values there are, none of them made.</param>
    protected PageDictionary(int count) => (_made, _isMade, _left) = (new T[count], new bool[count], count);

    /// <param name="made">The values.</param>
    /// <param name="isMade">Which of them are made.</param>
    protected PageDictionary(T[] made, bool[] isMade) => (_made, _isMade, _left) = (made, isMade, isMade.AsSpan().Count(false));

    /// <summary>The value at a place.</summary>
    /// <param name="place">In the dictionary.</param>
    /// <param name="at">Knows where it is met.</param>
    /// <param name="value">Its number among the values that it knows.</param>
    public T Of(int place, ValuePlace at, int value)
    {
        Need(place, at, value);
        return _made[place];
    }

    /// <summary>The values at some places.</summary>
    /// <param name="places">In the dictionary.</param>
    /// <param name="to">Gets the values.</param>
    /// <param name="at">Knows where they are met.</param>
    /// <param name="first">The number of the first among the values that it knows.</param>
    public void Gather(ReadOnlySpan<int> places, Span<T> to, ValuePlace at, int first)
    {
        for (int k = 0; k < places.Length && _left > 0; k++)
            if ((uint)places[k] >= (uint)_isMade.Length || !_isMade[places[k]])
                Need(places[k], at, first + k);
        T[] made = _made;
        for (int k = 0; k < places.Length; k++)
            to[k] = made[places[k]];
    }

    /// <summary>Makes a value.</summary>
    protected abstract T Make(int place, ValuePlace at);

    private void Need(int place, ValuePlace at, int value)
    {
        if ((uint)place >= (uint)_made.Length)
            throw new InvalidDataException($"a value has the place {(uint)place} in a dictionary of {Invariant.Count(_made.Length)}");
        if (_isMade[place])
            return;
        _made[place] = Make(place, at.At(value));
        _isMade[place] = true;
        _left--;
    }
}

/// <summary>Values that are places in a dictionary.</summary>
internal sealed class DictionaryValues<T>(HybridRuns places, PageDictionary<T> dictionary) : PageDecoder<T>
{
    private readonly int[] _room = new int[ByteRun.Most];

    public override void Make(Span<T> to, ValuePlace at)
    {
        int first = 0;
        while (first < to.Length)
        {
            int run = places.TakeRun(to.Length - first, out int place);
            if (run > 0)
                to.Slice(first, run).Fill(dictionary.Of(place, at, first));
            else
            {
                run = Math.Min(_room.Length, to.Length - first);
                places.Read(_room.AsSpan(0, run));
                dictionary.Gather(_room.AsSpan(0, run), to[first..], at, first);
            }
            first += run;
        }
    }
}
