using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Survey;

/// <summary>States of rows as bytes: 0 false, 1 true, 2 missing. Of numbers that were answered the state is 0.</summary>
internal static class StateKernels
{
    /// <summary>A state as a vector that is 1 there and 0 elsewhere.</summary>
    public static readonly Vector256<double>[] OneAt = [Vector256.Create(1.0, 0, 0, 0), Vector256.Create(0, 1.0, 0, 0), Vector256.Create(0, 0, 1.0, 0)];

    // four bits spread over four bytes
    private static readonly uint[] Spread = [.. Enumerable.Range(0, 16).Select(bits => (uint)(bits & 1 | (bits & 2) << 7 | (bits & 4) << 14 | (bits & 8) << 21))];

    /// <summary>The states of numbers; false where one is not 0, 1 or missing.</summary>
    public static bool FromNumbers(ReadOnlySpan<double> values, Span<byte> states)
    {
        ReadOnlySpan<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        Span<uint> quads = MemoryMarshal.Cast<byte, uint>(states[..(4 * vectors.Length)]);
        Vector256<double> fits = Vector256<double>.AllBitsSet;
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector256<double> value = vectors[i], one = Vector256.Equals(value, Vector256<double>.One), missing = ~Vector256.Equals(value, value);
            fits &= one | missing | Vector256.Equals(value, Vector256<double>.Zero);
            quads[i] = Spread[one.ExtractMostSignificantBits()] | Spread[missing.ExtractMostSignificantBits()] << 1;
        }
        bool all = fits.ExtractMostSignificantBits() == 15;
        for (int i = 4 * vectors.Length; i < values.Length; i++)
        {
            all &= values[i] is 0 or 1 or double.NaN;
            states[i] = double.IsNaN(values[i]) ? FlagColumn.Missing : (byte)(values[i] == 1 ? 1 : 0);
        }
        return all;
    }

    /// <summary>0 where the mask is set, 2 elsewhere.</summary>
    public static void FromAnswers(ReadOnlySpan<long> answered, Span<byte> states)
    {
        ReadOnlySpan<Vector256<long>> vectors = MemoryMarshal.Cast<long, Vector256<long>>(answered);
        Span<uint> quads = MemoryMarshal.Cast<byte, uint>(states[..(4 * vectors.Length)]);
        for (int i = 0; i < vectors.Length; i++)
            quads[i] = Spread[~vectors[i].ExtractMostSignificantBits() & 15] << 1;
        for (int i = 4 * vectors.Length; i < states.Length; i++)
            states[i] = (byte)(~answered[i] & FlagColumn.Missing);
    }

    /// <summary>The weights of rows that answered, 0 elsewhere.</summary>
    public static void Answering(ReadOnlySpan<double> weights, ReadOnlySpan<byte> states, Span<double> answering)
    {
        for (int i = 0; i < answering.Length; i++)
            answering[i] = states[i] == FlagColumn.Missing ? 0 : weights[i];
    }

    /// <summary>Whether a weight is 0.</summary>
    public static bool HasZero(ReadOnlySpan<double> weights)
    {
        ReadOnlySpan<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(weights);
        Vector256<double> zero = Vector256<double>.Zero;
        foreach (Vector256<double> weight in vectors)
            zero |= Vector256.Equals(weight, Vector256<double>.Zero);
        return zero.ExtractMostSignificantBits() != 0 || weights[(4 * vectors.Length)..].Contains(0);
    }
}
