using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Survey;

/// <summary>Totals of a chunk's rows under each replicate weight that a column holds, by domain and slot.</summary>
/// <param name="request">Whose slots, of weight 1, are summed.</param>
/// <param name="weights">Of the replicates.</param>
/// <param name="full">The full sample's weights, where the columns hold factors of them; or null.</param>
/// <param name="ranks">Where degrees of freedom of domains are counted; or null.</param>
internal sealed class ReplicateSums(Request request, Bound[] weights, Bound? full, ReplicateRanks? ranks)
{
    private readonly double[] _values = new double[ChunkRows.BlockSize];

    // by replicate, domain and slot
    private readonly double[] _sums = new double[(long)weights.Length * request.Domains.Count * request.SlotCount];

    public ReadOnlySpan<double> Sums => _sums;

    public void Clear() => Array.Clear(_sums);

    /// <param name="evaluation">Of the chunk.</param>
    /// <param name="rows">Rows of the chunk.</param>
    /// <param name="domains">Of those rows.</param>
    /// <param name="slots">What they add to each slot.</param>
    /// <param name="at">Where in those arrays the first of the rows stands.</param>
    public void Add(Evaluation evaluation, TakenRows rows, ReadOnlySpan<int> domains, double[][] slots, int at)
    {
        int stride = request.Domains.Count * request.SlotCount;
        Span<double> values = _values.AsSpan(0, rows.Count);
        for (int r = 0; r < weights.Length; r++)
        {
            rows.Of(evaluation.Numbers(weights[r])).CopyTo(values);
            if (full is not null)
                Multiply(values, rows.Of(evaluation.Numbers(full)));
            ranks?.Take(r, values);
            Span<double> sums = _sums.AsSpan(r * stride, stride);
            for (int slot = 1; slot < request.SlotCount; slot++)
                if (request.Domains.Count == 1)
                    sums[slot] += Product(values, slots[slot].AsSpan(at, values.Length));
                else
                    Scatter(values, slots[slot].AsSpan(at, values.Length), domains, sums[slot..]);
        }
        ranks?.Add(domains, slots, at);
    }

    private void Scatter(ReadOnlySpan<double> values, ReadOnlySpan<double> slot, ReadOnlySpan<int> domains, Span<double> sums)
    {
        for (int i = 0; i < values.Length; i++)
            sums[domains[i] * request.SlotCount] += values[i] * slot[i];
    }

    private static void Multiply(Span<double> values, ReadOnlySpan<double> by)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] *= by[i];
    }

    // four parts on whatever machine
    private static double Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector256<double>> x = MemoryMarshal.Cast<double, Vector256<double>>(a), y = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var sums = Vector256<double>.Zero;
        for (int i = 0; i < x.Length; i++)
            sums += x[i] * y[i];
        double sum = Vector256.Sum(sums);
        for (int i = 4 * x.Length; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
