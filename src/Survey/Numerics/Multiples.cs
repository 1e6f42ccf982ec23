using System.Numerics;
using System.Runtime.InteropServices;

namespace Survey;

/// <summary>Sums of multiples of vectors.</summary>
internal static class Multiples
{
    /// <summary>Adds a multiple of a vector to another. Each number is a product and a sum of its own, so the bits are the same on every machine.</summary>
    public static void Add(ReadOnlySpan<double> of, double factor, Span<double> to)
    {
        ReadOnlySpan<Vector<double>> from = MemoryMarshal.Cast<double, Vector<double>>(of);
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(to);
        var multiple = new Vector<double>(factor);
        for (int i = 0; i < sums.Length; i++)
            sums[i] += multiple * from[i];
        for (int i = sums.Length * Vector<double>.Count; i < to.Length; i++)
            to[i] += factor * of[i];
    }
}
