using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Survey;

/// <summary>
/// The adds of rows to cells, one after the other in the order of the rows. Callers have checked every unit, domain and state of the rows, so that a cell and a column are a place among the sums; the sums are a vector longer than
/// their last cell.
/// </summary>
internal static unsafe class CellKernels
{
    /// <summary>Cells that are looked up beyond the rows to be added, so that they are in the core's cache when their turn comes.</summary>
    public const int Ahead = 64;

    /// <summary>Writes where the cells of rows begin, with all pairs of unit and domain in a row.</summary>
    public static void Place(ReadOnlySpan<int> units, ReadOnlySpan<int> domains, int domainCount, int width, Span<int> cells)
    {
        int i = 0;
        Vector256<int> ofUnit = Vector256.Create(domainCount * width), ofDomain = Vector256.Create(width);
        for (; i <= units.Length - 8; i += 8)
            (Vector256.Create(units.Slice(i, 8)) * ofUnit + Vector256.Create(domains.Slice(i, 8)) * ofDomain).CopyTo(cells.Slice(i, 8));
        for (; i < units.Length; i++)
            cells[i] = (units[i] * domainCount + domains[i]) * width;
    }

    /// <summary>Asks for the cells of rows to come.</summary>
    public static void Prefetch(double[] sums, ReadOnlySpan<int> cells, int width)
    {
        if (!Sse.IsSupported)
            return;
        fixed (double* sum = sums)
            foreach (int cell in cells)
            {
                for (int column = 0; column < width; column += 8)
                    Sse.Prefetch0(sum + cell + column);
                Sse.Prefetch0(sum + cell + width - 1);
            }
    }

    /// <summary>Adds each weight to the column of its row's state.</summary>
    public static void AddStates(double[] sums, int column, ReadOnlySpan<int> cells, ReadOnlySpan<byte> states, ReadOnlySpan<double> weights, bool byRuns)
    {
        if (byRuns)
        {
            AddStatesByRuns(sums, column, cells, states, weights);
            return;
        }
        fixed (double* start = sums, w = weights)
        fixed (int* cell = cells)
        fixed (byte* state = states)
        {
            double* sum = start + column;
            for (int i = 0; i < weights.Length; i++)
                sum[cell[i] + state[i]] += w[i];
        }
    }

    /// <summary>The same where rows of a cell stand together: its sums are kept in a register, where to add 0 changes no bit of the others.</summary>
    private static void AddStatesByRuns(double[] sums, int column, ReadOnlySpan<int> cells, ReadOnlySpan<byte> states, ReadOnlySpan<double> weights)
    {
        fixed (double* start = sums, w = weights)
        fixed (Vector256<double>* oneAt = StateKernels.OneAt)
        fixed (int* cell = cells)
        fixed (byte* state = states)
        {
            double* sum = start + column;
            int own = cell[0];
            Vector256<double> ofOwn = Vector256.Load(sum + own);
            for (int i = 0; i < weights.Length; i++)
            {
                if (cell[i] != own)
                {
                    ofOwn.Store(sum + own);
                    own = cell[i];
                    ofOwn = Vector256.Load(sum + own);
                }
                ofOwn += Vector256.Create(w[i]) * oneAt[state[i]];
            }
            ofOwn.Store(sum + own);
        }
    }

    /// <summary>Adds numbers to a column.</summary>
    public static void Add(double[] sums, int column, ReadOnlySpan<int> cells, ReadOnlySpan<double> a, bool byRuns)
    {
        fixed (double* start = sums, first = a)
        fixed (int* cell = cells)
        {
            double* sum = start + column;
            if (!byRuns)
            {
                for (int i = 0; i < a.Length; i++)
                    sum[cell[i]] += first[i];
                return;
            }
            int own = cell[0];
            double ofOwn = sum[own];
            for (int i = 0; i < a.Length; i++)
            {
                if (cell[i] != own)
                {
                    sum[own] = ofOwn;
                    own = cell[i];
                    ofOwn = sum[own];
                }
                ofOwn += first[i];
            }
            sum[own] = ofOwn;
        }
    }

    /// <summary>Adds numbers to two columns side by side.</summary>
    public static void Add(double[] sums, int column, ReadOnlySpan<int> cells, ReadOnlySpan<double> a, ReadOnlySpan<double> b, bool byRuns)
    {
        fixed (double* start = sums, first = a, second = b)
        fixed (int* cell = cells)
        {
            double* sum = start + column;
            if (!byRuns)
            {
                for (int i = 0; i < a.Length; i++)
                    (Vector128.Load(sum + cell[i]) + Vector128.Create(first[i], second[i])).Store(sum + cell[i]);
                return;
            }
            int own = cell[0];
            Vector128<double> ofOwn = Vector128.Load(sum + own);
            for (int i = 0; i < a.Length; i++)
            {
                if (cell[i] != own)
                {
                    ofOwn.Store(sum + own);
                    own = cell[i];
                    ofOwn = Vector128.Load(sum + own);
                }
                ofOwn += Vector128.Create(first[i], second[i]);
            }
            ofOwn.Store(sum + own);
        }
    }

    /// <summary>Adds numbers to four columns side by side.</summary>
    public static void Add(double[] sums, int column, ReadOnlySpan<int> cells, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d)
    {
        fixed (double* start = sums, first = a, second = b, third = c, fourth = d)
        fixed (int* cell = cells)
        {
            double* sum = start + column;
            for (int i = 0; i < a.Length; i++)
                (Vector256.Load(sum + cell[i]) + Vector256.Create(first[i], second[i], third[i], fourth[i])).Store(sum + cell[i]);
        }
    }
}
