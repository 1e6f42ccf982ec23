using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Survey;

/// <summary>What rows add to second moments and counts. Each sum is made row by row, on whatever machine. Domains and states are indices that have been checked.</summary>
internal static unsafe class MomentKernels
{
    /// <summary>Adds w² and 1 to sums by domain and state.</summary>
    public static void AddSquares(ReadOnlySpan<int> domains, ReadOnlySpan<byte> states, ReadOnlySpan<double> weights, Span<Vector128<double>> sums)
    {
        if (sums.Length == CellLayout.States)
        {
            AddSquares(states, weights, sums);
            return;
        }
        fixed (int* domain = domains)
        fixed (byte* state = states)
        fixed (double* w = weights)
        fixed (Vector128<double>* sum = sums)
            for (int i = 0; i < weights.Length; i++)
                sum[CellLayout.States * domain[i] + state[i]] += Vector128.Create(w[i] * w[i], 1);
    }

    /// <summary>Adds waa to sums by domain.</summary>
    public static void AddProducts(ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, ReadOnlySpan<double> values, Span<double> sums)
    {
        fixed (int* domain = domains)
        fixed (double* w = weights, a = values, sum = sums)
        {
            if (sums.Length != 1)
            {
                for (int i = 0; i < weights.Length; i++)
                    sum[domain[i]] += w[i] * a[i] * a[i];
                return;
            }
            double ofOne = sum[0]; // kept in a register
            for (int i = 0; i < weights.Length; i++)
                ofOne += w[i] * a[i] * a[i];
            sum[0] = ofOne;
        }
    }

    /// <summary>Adds waa, wba and wbb to sums by domain, three of each.</summary>
    public static void AddProducts(ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> sums)
    {
        fixed (int* domain = domains)
        fixed (double* w = weights, first = a, second = b, sum = sums)
            for (int i = 0; i < weights.Length; i++)
            {
                double wa = w[i] * first[i], wb = w[i] * second[i];
                double* own = sum + 3 * domain[i];
                own[0] += wa * first[i];
                own[1] += wb * first[i];
                own[2] += wb * second[i];
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
        fixed (Vector256<double>* oneAt = StateKernels.OneAt)
        fixed (byte* state = states)
        fixed (double* w = weights)
            for (int i = 0; i < weights.Length; i++)
                squares += Vector256.Create(w[i] * w[i]) * oneAt[state[i]];
        int ones = states.Count((byte)1), missing = states.Count(FlagColumn.Missing);
        sums[0] = Vector128.Create(squares[0], sums[0][1] + (states.Length - ones - missing));
        sums[1] = Vector128.Create(squares[1], sums[1][1] + ones);
        sums[2] = Vector128.Create(squares[2], sums[2][1] + missing);
    }
}
