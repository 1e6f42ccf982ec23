namespace Survey;

/// <summary>One thread's way from the rows of chunks to units, and what it counts of them.</summary>
/// <param name="register">Where all threads number them.</param>
/// <param name="mayBeMissing">For each key column, whether a missing number is a value like others.</param>
/// <param name="countsRows">Whether rows are counted, as units that they are; otherwise it is enough to know which units have any.</param>
internal sealed class UnitReader(UnitRegister register, bool[] mayBeMissing, bool countsRows)
{
    private readonly KeyReader[] _keys = [.. mayBeMissing.Select((may, column) => new KeyReader(register.Values(column), may))];
    private readonly PairReader[] _pairs = [.. mayBeMissing.Select((_, column) => new PairReader(register.Pairs(column)))];
    private readonly int[] _codes = new int[Chunk.Size];
    private long[] _rows = [], _weighted = [];

    /// <summary>Whether a key was missing, or a weight was one that cannot be.</summary>
    public bool HasFault { get; private set; }

    /// <summary>Rows met.</summary>
    public long RowCount { get; private set; }

    /// <summary>The row behind the last that was met.</summary>
    public long NextRow { get; private set; }

    /// <summary>Rows met of a unit, where they are counted.</summary>
    public long RowsOf(int unit) => unit < _rows.Length ? _rows[unit] : 0;

    /// <summary>Those with a weight above 0; where rows are not counted, 1 if there is any.</summary>
    public long WeightedRowsOf(int unit) => unit < _weighted.Length ? _weighted[unit] : 0;

    /// <summary>Writes the unit of each row.</summary>
    /// <param name="columns">The key columns of a chunk, outermost first.</param>
    /// <param name="firstRow">The number of its first row.</param>
    /// <param name="units">One for each row.</param>
    public void Fill(IReadOnlyList<Column> columns, long firstRow, Span<int> units)
    {
        units.Clear();
        NextRow = firstRow + units.Length;
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

    /// <summary>Takes note of the rows of each unit.</summary>
    /// <param name="units">Of the rows.</param>
    /// <param name="weights">Of the rows; empty where each is 1.</param>
    public void Count(ReadOnlySpan<int> units, ReadOnlySpan<double> weights)
    {
        RowCount += units.Length;
        HasFault |= !AreWeights(weights);
        if (HasFault)
            return; // no sample will be made of them
        if (_weighted.Length < register.Count)
        {
            Array.Resize(ref _weighted, Math.Max(register.Count, 2 * _weighted.Length));
            Array.Resize(ref _rows, _weighted.Length);
        }
        if (!countsRows)
            for (int row = 0; row < units.Length; row++)
                _weighted[units[row]] = weights.IsEmpty || weights[row] > 0 ? 1 : _weighted[units[row]];
        else
            for (int row = 0; row < units.Length; row++)
            {
                _rows[units[row]]++;
                _weighted[units[row]] += weights.IsEmpty || weights[row] > 0 ? 1 : 0;
            }
    }

    private static bool AreWeights(ReadOnlySpan<double> weights)
    {
        bool all = true;
        foreach (double weight in weights)
            all &= weight is >= 0 and <= double.MaxValue;
        return all;
    }
}
