namespace Survey.Simulations;

/// <summary>Random numbers of a seed, the same on every machine and version of .NET.</summary>
/// <remarks>
/// SplitMix64: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA. Not <see cref="Random"/>, whose draws of neighbouring seeds
/// differ by a constant, so that thousands of samples of one seed each would not be independent.
/// </remarks>
internal sealed class RandomStream(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(Mix(seed + Step) + Step);

    /// <summary>At least 0 and less than 1.</summary>
    public double Uniform() => (Mix(_state += Step) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Mean 0 and variance 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
