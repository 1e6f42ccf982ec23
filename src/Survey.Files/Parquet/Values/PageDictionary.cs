using System.Runtime.CompilerServices;
using Survey.Files.Parquet.Encodings;

namespace Survey.Files.Parquet.Values;

/// <summary>The values of a dictionary. One that is a level, or may be an error, is made when a row first has it: what no row has is neither.</summary>
internal abstract class PageDictionary<T> : IDisposable
{
    private readonly int _count;
    private T[] _made;
    private bool[] _isMade;
    private int _left;

    /// <param name="count">How many values there are, none of them made.</param>
    protected PageDictionary(int count)
    {
        // of the pool: a file of many groups has many dictionaries
        (_count, _left, _made, _isMade) = (count, count, Buffers.Rent<T>(count), Buffers.Rent<bool>(count));
        IsMade.Clear();
    }

    /// <summary>The values, for those that are made beforehand.</summary>
    protected Span<T> Made => _made.AsSpan(0, _count);

    /// <summary>Which of them are made.</summary>
    protected Span<bool> IsMade => _isMade.AsSpan(0, _count);

    /// <summary>Values were made beforehand.</summary>
    protected void CountMade() => _left = IsMade.Count(false);

    public virtual void Dispose()
    {
        Buffers.Return(_made);
        Buffers.Return(_isMade);
        (_made, _isMade) = ([], []);
        GC.SuppressFinalize(this);
    }

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a profile of the columns read first, often runs of one value, makes others take twice as long
    public void Gather(ReadOnlySpan<int> places, Span<T> to, ValuePlace at, int first)
    {
        Span<bool> isMade = IsMade;
        for (int k = 0; k < places.Length && _left > 0; k++)
            if ((uint)places[k] >= (uint)isMade.Length || !isMade[places[k]])
                Need(places[k], at, first + k);
        Span<T> made = Made;
        for (int k = 0; k < places.Length; k++)
        {
            int place = places[k];
            to[k] = (uint)place < (uint)made.Length ? made[place] : throw Beyond(place);
        }
    }

    /// <summary>Makes a value.</summary>
    protected abstract T Make(int place, ValuePlace at);

    private InvalidDataException Beyond(int place) => new($"a value has the place {(uint)place} in a dictionary of {Invariant.Count(_count)}");

    private void Need(int place, ValuePlace at, int value)
    {
        if ((uint)place >= (uint)_count)
            throw Beyond(place);
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
