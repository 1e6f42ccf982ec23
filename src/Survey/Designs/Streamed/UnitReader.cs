namespace Survey;

/// <summary>One thread's way from the rows of chunks to units, and what it counts of them.</summary>
/// <param name="register">Where all threads number them.</param>
/// <param name="mayBeMissing">For each key column, whether a missing number is a value like others.</param>
internal sealed class UnitReader(UnitRegister register, bool[] mayBeMissing)
{
    private readonly KeyReader[] _keys = [.. mayBeMissing.Select((may, column) => new KeyReader(register.Values(column), may))];
    private readonly PairReader[] _pairs = [.. mayBeMissing.Select((_, column) => new PairReader(register.Pairs(column)))];
    private readonly int[] _codes = new int[Chunk.Size];
    private long[] _rows = [], _weighted = [];

    /// <summary>Whether a key was missing, or a weight was one that cannot be.</summary>
    public bool HasFault { get; private set; }

    /// <summary>Rows met.</summary>
    public long RowCount { get; private set; }

    /// <summary>Rows met of a unit.</summary>
    public long RowsOf(int unit) => unit < _rows.Length ? _rows[unit] : 0;

    /// <summary>Those with a weight above 0.</summary>
    public long WeightedRowsOf(int unit) => unit < _weighted.Length ? _weighted[unit] : 0;

    /// <summary>Writes the unit of each row.</summary>
    /// <param name="columns">The key columns of a chunk, outermost first.</param>
    /// <param name="firstRow">The number of its first row.</param>
    /// <param name="units">One for each row.</param>
    public void Fill(IReadOnlyList<Column> columns, long firstRow, Span<int> units)
    {
        units.Clear();
        for (int k = 0; k < columns.Count; k++)
        {
            ReadOnlySpan<int> codes = _keys[k].Of(columns[k], firstRow, _codes.AsSpan(0, units.Length));
            if (codes.ContainsAnyInRange(int.MinValue, -1))
            {
                HasFault = true; // said with its rows when all have been seen
                units.Clear();
                return;
            }
            if (columns[k] is CategoryColumn category)
                register.Keep(k, category.Levels);
            _pairs[k].Pair(units, codes, firstRow);
        }
    }

    /// <summary>Counts the rows of each unit, and those of weight above 0; of weight 1 where there are none.</summary>
    public void Count(ReadOnlySpan<int> units, ReadOnlySpan<double> weights)
    {
        RowCount += units.Length;
        HasFault |= !AreWeights(weights);
        if (HasFault)
            return; // no sample will be made of them
        if (_rows.Length < register.Count)
        {
            Array.Resize(ref _rows, Math.Max(register.Count, 2 * _rows.Length));
            Array.Resize(ref _weighted, _rows.Length);
        }
        foreach (int unit in units)
            _rows[unit]++;
        for (int row = 0; row < weights.Length; row++)
            _weighted[units[row]] += weights[row] > 0 ? 1 : 0;
    }

    private static bool AreWeights(ReadOnlySpan<double> weights)
    {
        bool all = true;
        foreach (double weight in weights)
            all &= weight is >= 0 and <= double.MaxValue;
        return all;
    }
}
