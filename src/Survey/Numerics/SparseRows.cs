namespace Survey;

/// <summary>A matrix whose rows are mostly 0, row by row.</summary>
/// <param name="starts">Where each row begins, and where the last one ends.</param>
/// <param name="columns">The columns of what is not 0.</param>
/// <param name="values">What stands there.</param>
/// <param name="columnCount">How many columns there are.</param>
internal sealed class SparseRows(int[] starts, int[] columns, double[] values, int columnCount)
{
    public int RowCount => starts.Length - 1;

    public int ColumnCount => columnCount;

    /// <summary>The columns in which a row is not 0.</summary>
    public ReadOnlySpan<int> Columns(int row) => columns.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>What stands in those.</summary>
    public ReadOnlySpan<double> Values(int row) => values.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>A row times a vector.</summary>
    public double Dot(int row, double[] vector)
    {
        double sum = 0;
        for (int k = starts[row]; k < starts[row + 1]; k++)
            sum += values[k] * vector[columns[k]];
        return sum;
    }

    /// <summary>Adds a multiple of a row to a vector.</summary>
    public void AddTo(Span<double> vector, int row, double multiple)
    {
        for (int k = starts[row]; k < starts[row + 1]; k++)
            vector[columns[k]] += multiple * values[k];
    }

    /// <summary>Sums of multiples of rows by group.</summary>
    /// <param name="groups">How many there are.</param>
    /// <param name="groupOf">Of each item.</param>
    /// <param name="rowOf">The row of each item.</param>
    /// <param name="multiples">Of each item.</param>
    /// <param name="further">Numbers of each item that are summed in one more column; or null.</param>
    public SparseRows Summed(int groups, int[] groupOf, int[] rowOf, double[] multiples, double[]? further = null)
    {
        int[] first = new int[groups + 1], order = new int[groupOf.Length];
        foreach (int group in groupOf)
            first[group + 1]++;
        for (int g = 0; g < groups; g++)
            first[g + 1] += first[g];
        int[] next = first[..groups];
        for (int item = 0; item < groupOf.Length; item++)
            order[next[groupOf[item]]++] = item;

        int[] ends = new int[groups + 1], lastGroup = new int[columnCount];
        double[] sums = new double[columnCount];
        var (places, totals, own) = (new List<int>(), new List<double>(), new List<int>());
        for (int g = 0; g < groups; g++)
        {
            own.Clear();
            var all = new CompensatedSum();
            for (int at = first[g]; at < first[g + 1]; at++)
            {
                int row = rowOf[order[at]];
                foreach (int column in Columns(row))
                    if (lastGroup[column] != g + 1)
                    {
                        (lastGroup[column], sums[column]) = (g + 1, 0);
                        own.Add(column);
                    }
                AddTo(sums, row, multiples[order[at]]);
                all.Add(further is null ? 0 : further[order[at]]);
            }
            own.Sort();
            places.AddRange(own);
            totals.AddRange(own.Select(column => sums[column]));
            if (further is not null)
            {
                places.Add(columnCount);
                totals.Add(all.Value);
            }
            ends[g + 1] = places.Count;
        }
        return new SparseRows(ends, [.. places], [.. totals], columnCount + (further is null ? 0 : 1));
    }
}
