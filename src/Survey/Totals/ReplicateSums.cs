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
    private readonly int _stride = request.Domains.Count * request.SlotCount;
    private readonly double[] _values = new double[ChunkRows.BlockSize];
    private readonly int[] _places = new int[ChunkRows.BlockSize];
    private readonly int[][] _placesOfStates = [.. request.Groups.Select(group => group.IsIndicator ? new int[ChunkRows.BlockSize] : [])];
    private readonly double[][] _slots = [.. Enumerable.Range(0, request.SlotCount).Select(_ => new double[ChunkRows.BlockSize])];

    // by replicate, domain and slot; of several domains the first slot of an indicator is only of those of whom it is false
    private readonly double[] _sums = new double[(long)weights.Length * request.Domains.Count * request.SlotCount];

    public ReadOnlySpan<double> Sums => _sums;

    public void Clear() => Array.Clear(_sums);

    /// <summary>Makes slots of sums.</summary>
    public static void Finish(Request request, Span<double> sums)
    {
        if (request.Domains.Count == 1)
            return;
        foreach (int g in request.Layout.GroupsWhere(indicator: true))
            for (int slot = request.FirstSlot[g]; slot < sums.Length; slot += request.SlotCount)
                sums[slot] += sums[slot + 1];
    }

    /// <param name="values">Of a block.</param>
    /// <param name="taken">Its rows that are in a domain.</param>
    /// <param name="rows">The same rows, the last that were prepared.</param>
    /// <param name="at">Where they begin there.</param>
    public void Add(BlockValues values, TakenRows taken, ChunkRows rows, int at)
    {
        ReadOnlySpan<int> domains = rows.Domains[at..];
        FindPlaces(rows, domains, at);
        for (int r = 0; r < weights.Length; r++)
        {
            ReadOnlySpan<double> own = taken.Of(values.Numbers(weights[r]));
            if (full is not null)
            {
                own.CopyTo(_values);
                own = Multiplied(_values.AsSpan(0, own.Length), taken.Of(values.Numbers(full)));
            }
            ranks?.Take(r, own);
            for (int g = 0; g < request.Groups.Count; g++)
                AddGroup(g, r * _stride, own);
        }
        ranks?.Add(rows, at);
    }

    // what is the same for all replicates
    private void FindPlaces(ChunkRows rows, ReadOnlySpan<int> domains, int at)
    {
        for (int i = 0; i < domains.Length; i++)
            _places[i] = domains[i] * request.SlotCount;
        for (int g = 0; g < request.Groups.Count; g++)
        {
            ReadOnlySpan<byte> states = rows.States(g)[at..];
            if (request.Domains.Count > 1 && request.Groups[g].IsIndicator)
                for (int i = 0; i < states.Length; i++)
                    _placesOfStates[g][i] = _places[i] + (states[i] == FlagColumn.Missing ? 0 : request.FirstSlot[g] + states[i]); // slot 0 is nobody's
            else
                for (int j = 0; j < request.Groups[g].SlotCount; j++)
                    rows.WriteSlot(g, j, at, _slots[request.FirstSlot[g] + j].AsSpan(0, domains.Length));
        }
    }

    private void AddGroup(int g, int first, ReadOnlySpan<double> own)
    {
        if (request.Domains.Count > 1 && request.Groups[g].IsIndicator)
        {
            CellKernels.Add(_sums, first, _placesOfStates[g].AsSpan(0, own.Length), own, byRuns: false);
            return;
        }
        for (int slot = request.FirstSlot[g]; slot < request.FirstSlot[g] + request.Groups[g].SlotCount; slot++)
            if (request.Domains.Count == 1)
                _sums[first + slot] += Product(own, _slots[slot].AsSpan(0, own.Length));
            else
                Scatter(own, _slots[slot], _sums.AsSpan(first + slot));
    }

    private void Scatter(ReadOnlySpan<double> own, double[] slot, Span<double> sums)
    {
        for (int i = 0; i < own.Length; i++)
            sums[_places[i]] += own[i] * slot[i];
    }

    private static Span<double> Multiplied(Span<double> values, ReadOnlySpan<double> by)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] *= by[i];
        return values;
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
