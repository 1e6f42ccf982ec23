namespace Survey;

/// <summary>The rows of a chunk that are in a domain, ready to be added: their cells, and what they add to each slot. A thread uses one again and again.</summary>
internal sealed class ChunkRows(Request request)
{
    private readonly int[] _rows = new int[Chunk.Size];
    private readonly double[] _weights = new double[Chunk.Size];
    private readonly double[][] _slots = [.. Enumerable.Range(0, request.SlotCount).Select(_ => new double[Chunk.Size])];
    private readonly byte[][] _answered = [.. request.Groups.Select(_ => new byte[Chunk.Size])];

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>Rows of which nobody knows the domain.</summary>
    public long Unknown { get; private set; }

    /// <summary>The unit of each row, or its stratum where rows are units.</summary>
    public int[] Cells { get; } = new int[Chunk.Size];

    public int[] Domains { get; } = new int[Chunk.Size];

    public ReadOnlySpan<double> Weights => _weights.AsSpan(0, Count);

    /// <summary>What each row adds to a slot.</summary>
    public ReadOnlySpan<double> Slot(int slot) => _slots[slot].AsSpan(0, Count);

    /// <summary>1 where no term of the group is missing, else 0.</summary>
    public ReadOnlySpan<byte> Answered(int group) => _answered[group].AsSpan(0, Count);

    public void Fill(Chunk chunk)
    {
        var evaluation = new Evaluation(chunk);
        TakeRowsInDomains(evaluation);
        TakeWeights(evaluation);
        ReadOnlySpan<int> rows = _rows.AsSpan(0, Count);
        Weights.CopyTo(_slots[0]);
        for (int g = 0; g < request.Groups.Count; g++)
        {
            TermGroup group = request.Groups[g];
            group.Fill(evaluation, rows, Weights, _answered[g].AsSpan(0, Count), _slots.AsSpan(request.FirstSlot[g], group.SlotCount));
            request.FillAnswers(g, Answered(g), _slots);
        }
        if (request.Sample.RowsAreUnits)
            _slots[request.RowCountSlot].AsSpan(0, Count).Fill(1);
    }

    private void TakeRowsInDomains(Evaluation evaluation)
    {
        int[] domains = request.Domains.Of(evaluation);
        ReadOnlySpan<int> cells = request.Sample.CellOfRow.AsSpan((int)evaluation.Chunk.FirstRow, domains.Length);
        int count = 0;
        long unknown = 0;
        for (int row = 0; row < domains.Length; row++)
        {
            int domain = domains[row];
            unknown += domain == DomainCodes.Unknown ? 1 : 0;
            _rows[count] = row;
            Domains[count] = domain;
            Cells[count] = cells[row];
            count += domain >= 0 ? 1 : 0;
        }
        (Count, Unknown) = (count, unknown);
    }

    private void TakeWeights(Evaluation evaluation)
    {
        Span<double> weights = _weights.AsSpan(0, Count);
        if (request.HasWeights)
        {
            ReadOnlySpan<double> all = request.WeightsOf(evaluation);
            for (int i = 0; i < weights.Length; i++)
                weights[i] = all[_rows[i]];
        }
        else if (request.Sample.WeightOfCell is { } ofCell)
            for (int i = 0; i < weights.Length; i++)
                weights[i] = ofCell[Cells[i]];
        else
            weights.Fill(1);
    }
}
