namespace Survey;

/// <summary>The rows of a chunk that are in a domain, ready to be added: their cells, and what they add to each slot. A thread uses one again and again.</summary>
internal sealed class ChunkRows : IDisposable
{
    // rows evaluated at a time: few enough that what one step makes is still in the core's cache at the next
    private const int BlockSize = 4_096;

    private static readonly int[] EveryRow = [.. Enumerable.Range(0, BlockSize)];

    private readonly Request _request;
    private readonly int[] _rows = new int[BlockSize];
    private readonly int[] _cells = Buffers.Rent<int>(), _domains = Buffers.Rent<int>();
    private readonly double[][] _slots;
    private readonly byte[][] _answered;

    public ChunkRows(Request request)
    {
        _request = request;
        _slots = [.. Enumerable.Range(0, request.SlotCount).Select(_ => Buffers.Rent<double>())];
        _answered = [.. request.Groups.Select(_ => Buffers.Rent<byte>())];
    }

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>Rows of which nobody knows the domain.</summary>
    public long Unknown { get; private set; }

    /// <summary>The unit of each row, or its stratum where rows are units.</summary>
    public Span<int> Cells => _cells.AsSpan(0, Count);

    public ReadOnlySpan<int> Domains => _domains.AsSpan(0, Count);

    public ReadOnlySpan<double> Weights => Slot(0);

    /// <summary>What each row adds to a slot.</summary>
    public ReadOnlySpan<double> Slot(int slot) => _slots[slot].AsSpan(0, Count);

    /// <summary>1 where no term of the group is missing, else 0.</summary>
    public ReadOnlySpan<byte> Answered(int group) => _answered[group].AsSpan(0, Count);

    public void Fill(Chunk chunk)
    {
        (Count, Unknown) = (0, 0);
        for (int first = 0; first < chunk.RowCount; first += BlockSize)
            Append(new Evaluation(chunk.Slice(first, Math.Min(BlockSize, chunk.RowCount - first))));
        if (_request.Sample.RowsAreUnits)
            _slots[_request.RowCountSlot].AsSpan(0, Count).Fill(1);
    }

    public void Dispose()
    {
        Buffers.Return(_cells);
        Buffers.Return(_domains);
        foreach (double[] slot in _slots)
            Buffers.Return(slot);
        foreach (byte[] answered in _answered)
            Buffers.Return(answered);
    }

    private void Append(Evaluation evaluation)
    {
        ReadOnlySpan<int> rows = TakeRowsInDomains(evaluation);
        TakeWeights(evaluation, rows);
        for (int g = 0; g < _request.Groups.Count; g++)
        {
            TermGroup group = _request.Groups[g];
            group.Fill(evaluation, rows, Count, _slots[0], _answered[g], _slots.AsSpan(_request.FirstSlot[g], group.SlotCount));
        }
        Count += rows.Length;
    }

    private ReadOnlySpan<int> TakeRowsInDomains(Evaluation evaluation)
    {
        Span<int> domains = _domains.AsSpan(Count, evaluation.RowCount), cells = _cells.AsSpan(Count, evaluation.RowCount);
        _request.Domains.Fill(evaluation, domains);
        _request.Sample.CellOfRow.AsSpan((int)evaluation.Chunk.FirstRow, cells.Length).CopyTo(cells);
        if (!domains.ContainsAnyInRange(int.MinValue, -1))
            return EveryRow.AsSpan(0, domains.Length);
        int count = 0;
        for (int row = 0; row < domains.Length; row++)
        {
            int domain = domains[row];
            Unknown += domain == DomainCodes.Unknown ? 1 : 0;
            _rows[count] = row;
            domains[count] = domain;
            cells[count] = cells[row];
            count += domain >= 0 ? 1 : 0;
        }
        return _rows.AsSpan(0, count);
    }

    private void TakeWeights(Evaluation evaluation, ReadOnlySpan<int> rows)
    {
        Span<double> weights = _slots[0].AsSpan(Count, rows.Length);
        if (_request.HasWeights)
        {
            ReadOnlySpan<double> all = _request.WeightsOf(evaluation);
            for (int i = 0; i < weights.Length; i++)
                weights[i] = all[rows[i]];
        }
        else if (_request.Sample.WeightOfCell is { } ofCell)
            for (int i = 0; i < weights.Length; i++)
                weights[i] = ofCell[_cells[Count + i]];
        else
            weights.Fill(1);
    }
}
