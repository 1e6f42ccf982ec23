using System.Numerics;
using System.Runtime.InteropServices;

namespace Survey;

/// <summary>What the rows of a chunk add to totals, several rows at a time.</summary>
internal static unsafe class TermKernels
{
    /// <summary>Whether the values are 0, 1 and missing, and nothing else.</summary>
    public static bool AreIndicators(ReadOnlySpan<double> values)
    {
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        Vector<long> fits = Vector<long>.AllBitsSet;
        foreach (Vector<double> value in vectors)
            fits &= Vector.Equals(value, Vector<double>.Zero) | Vector.Equals(value, Vector<double>.One) | Vector.IsNaN(value).As<double, long>();
        bool all = fits == Vector<long>.AllBitsSet;
        foreach (double value in values[(vectors.Length * Vector<double>.Count)..])
            all &= value is 0 or 1 or double.NaN;
        return all;
    }

    /// <summary>Each value less the centre of its domain, or the one centre of all; the two may stand in one place.</summary>
    public static void Shifted(ReadOnlySpan<double> values, ReadOnlySpan<int> domains, ReadOnlySpan<double> centres, Span<double> shifted)
    {
        if (centres.Length == 1)
            Shifted(values, centres[0], shifted);
        else
            fixed (double* y = values, c = centres, less = shifted)
            fixed (int* domain = domains)
                for (int i = 0; i < shifted.Length; i++)
                    less[i] = y[i] - c[domain[i]];
    }

    /// <summary>Each value times itself.</summary>
    public static void Squares(ReadOnlySpan<double> values, Span<double> squares)
    {
        for (int i = 0; i < squares.Length; i++)
            squares[i] = values[i] * values[i];
    }

    /// <summary>Weight times value, and 0 where the value is missing; there the row's mask is cleared too.</summary>
    public static void Products(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, Span<long> answered, Span<double> products)
    {
        ReadOnlySpan<Vector<double>> y = MemoryMarshal.Cast<double, Vector<double>>(values), w = MemoryMarshal.Cast<double, Vector<double>>(weights);
        Span<Vector<long>> known = MemoryMarshal.Cast<long, Vector<long>>(answered);
        Span<Vector<double>> made = MemoryMarshal.Cast<double, Vector<double>>(products);
        for (int i = 0; i < y.Length; i++)
        {
            Vector<long> has = Vector.Equals(y[i], y[i]);
            made[i] = Vector.ConditionalSelect(has, w[i] * y[i], Vector<double>.Zero);
            known[i] &= has;
        }
        for (int i = y.Length * Vector<double>.Count; i < values.Length; i++)
        {
            bool missing = double.IsNaN(values[i]);
            products[i] = missing ? 0 : weights[i] * values[i];
            answered[i] &= missing ? 0 : -1;
        }
    }

    /// <summary>The values where the mask is set, 0 elsewhere.</summary>
    public static void Masked(ReadOnlySpan<double> values, ReadOnlySpan<long> mask, Span<double> masked)
    {
        ReadOnlySpan<Vector<double>> from = MemoryMarshal.Cast<double, Vector<double>>(values);
        ReadOnlySpan<Vector<long>> kept = MemoryMarshal.Cast<long, Vector<long>>(mask);
        Span<Vector<double>> to = MemoryMarshal.Cast<double, Vector<double>>(masked);
        for (int i = 0; i < from.Length; i++)
            to[i] = Vector.ConditionalSelect(kept[i], from[i], Vector<double>.Zero);
        for (int i = from.Length * Vector<double>.Count; i < values.Length; i++)
            masked[i] = mask[i] == 0 ? 0 : values[i];
    }

    private static void Shifted(ReadOnlySpan<double> values, double centre, Span<double> shifted)
    {
        ReadOnlySpan<Vector<double>> y = MemoryMarshal.Cast<double, Vector<double>>(values);
        Span<Vector<double>> less = MemoryMarshal.Cast<double, Vector<double>>(shifted);
        var c = new Vector<double>(centre);
        for (int i = 0; i < y.Length; i++)
            less[i] = y[i] - c;
        for (int i = y.Length * Vector<double>.Count; i < values.Length; i++)
            shifted[i] = values[i] - centre;
    }
}
