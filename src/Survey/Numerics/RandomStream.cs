namespace Survey;

/// <summary>Random numbers of a seed, the same on every machine and version of .NET.</summary>
/// <remarks>
/// SplitMix64: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA. Not <see cref="Random"/>, whose draws of neighbouring seeds
/// differ by a constant, so that thousands of samples of one seed each would not be independent.
/// </remarks>
internal sealed class RandomStream
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state;

    public RandomStream(ulong seed) => _state = Mix(Mix(seed + Step) + Step);

    /// <summary>A stream of its own for one part of the work, such as a village of a wave, so that parts may be done in any order and at once.</summary>
    public RandomStream(ulong seed, params ReadOnlySpan<ulong> part)
    {
        ulong state = Mix(Mix(seed + Step) + Step);
        foreach (ulong key in part)
            state = Mix(state ^ Mix(key + Step)) + Step;
        _state = state;
    }

    public ulong Next() => Mix(_state += Step);

    /// <summary>At least 0 and less than 1.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to below a bound, each with the same chance (Lemire 2019, "Fast random integer generation in an interval", ACM TOMACS 29).</summary>
    public long Below(long bound)
    {
        ulong range = (ulong)bound;
        ulong high = Math.BigMul(Next(), range, out ulong low);
        if (low < range)
        {
            ulong surplus = unchecked(0 - range) % range;
            while (low < surplus)
                high = Math.BigMul(Next(), range, out low);
        }
        return (long)high;
    }

    /// <summary>Mean 0 and variance 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Puts items into a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = (int)Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
