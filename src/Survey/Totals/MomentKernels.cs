using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Survey;

/// <summary>What rows add to second moments and counts. Each sum is made row by row, on whatever machine. Domains and states are indices that have been checked.</summary>
internal static class MomentKernels
{
    // a row's state as a vector that is 1 there
    private static readonly Vector256<double>[] OneAt = [Vector256.Create(1.0, 0, 0, 0), Vector256.Create(0, 1.0, 0, 0), Vector256.Create(0, 0, 1.0, 0)];

    /// <summary>Adds w² and 1 to sums by domain and state.</summary>
    public static void AddSquares(ReadOnlySpan<int> domains, ReadOnlySpan<byte> states, ReadOnlySpan<double> weights, Span<Vector128<double>> sums)
    {
        if (sums.Length == CellLayout.States)
        {
            AddSquares(states, weights, sums);
            return;
        }
        ref int domain = ref MemoryMarshal.GetReference(domains);
        ref byte state = ref MemoryMarshal.GetReference(states);
        ref Vector128<double> sum = ref MemoryMarshal.GetReference(sums);
        for (int i = 0; i < weights.Length; i++)
            Unsafe.Add(ref sum, (nint)(CellLayout.States * Unsafe.Add(ref domain, i) + Unsafe.Add(ref state, i))) += Vector128.Create(weights[i] * weights[i], 1);
    }

    /// <summary>Adds waa to sums by domain.</summary>
    public static void AddProducts(ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, ReadOnlySpan<double> a, Span<double> sums)
    {
        if (sums.Length == 1)
        {
            double sum = sums[0];
            for (int i = 0; i < weights.Length; i++)
                sum += weights[i] * a[i] * a[i];
            sums[0] = sum;
            return;
        }
        ref double first = ref MemoryMarshal.GetReference(sums);
        ref int domain = ref MemoryMarshal.GetReference(domains);
        for (int i = 0; i < weights.Length; i++)
            Unsafe.Add(ref first, Unsafe.Add(ref domain, i)) += weights[i] * a[i] * a[i];
    }

    /// <summary>Adds waa, wba and wbb to sums by domain, three of each.</summary>
    public static void AddProducts(ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> sums)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            double wa = weights[i] * a[i], wb = weights[i] * b[i];
            Span<double> own = sums.Slice(3 * domains[i], 3);
            own[0] += wa * a[i];
            own[1] += wb * a[i];
            own[2] += wb * b[i];
        }
    }

    /// <summary>Σw, in four parts.</summary>
    public static double Sum(ReadOnlySpan<double> weights)
    {
        ReadOnlySpan<Vector256<double>> w = MemoryMarshal.Cast<double, Vector256<double>>(weights);
        Vector256<double> sums = Vector256<double>.Zero;
        foreach (Vector256<double> weight in w)
            sums += weight;
        double sum = Vector256.Sum(sums);
        foreach (double weight in weights[(w.Length * Vector256<double>.Count)..])
            sum += weight;
        return sum;
    }

    /// <summary>The same of one domain: a sum in a register is added to sooner than one just stored, and to add 0 to the others changes no bit of them.</summary>
    private static void AddSquares(ReadOnlySpan<byte> states, ReadOnlySpan<double> weights, Span<Vector128<double>> sums)
    {
        Vector256<double> squares = Vector256.Create(sums[0][0], sums[1][0], sums[2][0], 0);
        ref Vector256<double> oneAt = ref MemoryMarshal.GetArrayDataReference(OneAt);
        ref byte state = ref MemoryMarshal.GetReference(states);
        for (int i = 0; i < weights.Length; i++)
            squares += Vector256.Create(weights[i] * weights[i]) * Unsafe.Add(ref oneAt, (nint)Unsafe.Add(ref state, i));
        int ones = states.Count((byte)1), missing = states.Count(FlagColumn.Missing);
        sums[0] = Vector128.Create(squares[0], sums[0][1] + (states.Length - ones - missing));
        sums[1] = Vector128.Create(squares[1], sums[1][1] + ones);
        sums[2] = Vector128.Create(squares[2], sums[2][1] + missing);
    }
}
